package org.spaprtce.conformance.world;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The physical pages that were behind a range of user addresses at one time. They stay what they
 * are whatever becomes of the addresses.
 */
public final class Frames {
  private record Piece(long start, long size, @Nullable Contents contents, long offset) {}

  private final List<Piece> pieces;

  private Frames(List<Piece> pieces) {
    this.pieces = pieces;
  }

  /** The pages behind a range of at most 2^62 bytes; none are known beyond. */
  public static Frames of(MemoryMap memory, BigInteger start, BigInteger size) {
    List<Piece> pieces = new ArrayList<>();
    if (size.bitLength() <= 62) {
      memory.visit(
          start,
          size,
          new MemoryMap.Visitor() {
            private long at;

            @Override
            public void piece(BigInteger bytes, @Nullable Contents contents, long offset) {
              pieces.add(new Piece(at, bytes.longValueExact(), contents, offset));
              at += bytes.longValueExact();
            }
          });
    }
    return new Frames(pieces);
  }

  /** Writes bytes from an offset on; null makes them unknown. */
  public void write(long offset, long size, byte @Nullable [] bytes) {
    for (Piece piece : pieces) {
      long from = Math.max(offset, piece.start);
      long to = Math.min(offset + size, piece.start + piece.size);
      if (from < to && piece.contents != null) {
        byte[] part =
            bytes == null
                ? null
                : Arrays.copyOfRange(bytes, (int) (from - offset), (int) (to - offset));
        piece.contents.write(piece.offset + from - piece.start, to - from, part);
      }
    }
  }

  /** Bytes from an offset on; null if any of them is unknown. */
  public byte @Nullable [] read(long offset, int size) {
    byte[] bytes = new byte[size];
    int found = 0;
    for (Piece piece : pieces) {
      long from = Math.max(offset, piece.start);
      long to = Math.min(offset + size, piece.start + piece.size);
      if (from < to) {
        byte[] part =
            piece.contents == null
                ? null
                : piece.contents.read(piece.offset + from - piece.start, (int) (to - from));
        if (part == null) {
          return null;
        }
        System.arraycopy(part, 0, bytes, (int) (from - offset), part.length);
        found += part.length;
      }
    }
    return found == size ? bytes : null;
  }
}

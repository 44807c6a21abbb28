package org.spaprtce.conformance.world;

import java.util.Arrays;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a piece of memory, as far as they are known. A new one is full of zeros.
 *
 * <p>Only what was written takes space; pieces that were filled with one value share it.
 */
final class Contents {
  private static final int CHUNK = 4096;

  /** Bytes and which of them are unknown; shared ones are copied before they change. */
  private static final class Chunk {
    private final byte[] bytes = new byte[CHUNK];
    private final boolean[] unknown = new boolean[CHUNK];

    private Chunk copy() {
      Chunk copy = new Chunk();
      System.arraycopy(bytes, 0, copy.bytes, 0, CHUNK);
      System.arraycopy(unknown, 0, copy.unknown, 0, CHUNK);
      return copy;
    }
  }

  private static final Chunk ZEROS = new Chunk();

  private final TreeMap<Long, Chunk> chunks = new TreeMap<>();

  /** A copy that changes on its own. */
  Contents copy() {
    Contents copy = new Contents();
    chunks.forEach((index, chunk) -> copy.chunks.put(index, chunk.copy()));
    return copy;
  }

  /** Sets bytes; null makes them unknown. */
  void write(long offset, long size, byte @Nullable [] bytes) {
    for (long at = offset; at < offset + size; ) {
      int from = (int) (at % CHUNK);
      int length = (int) Math.min(CHUNK - from, offset + size - at);
      Chunk chunk = own(at / CHUNK);
      if (bytes != null) {
        System.arraycopy(bytes, (int) (at - offset), chunk.bytes, from, length);
      }
      Arrays.fill(chunk.unknown, from, from + length, bytes == null);
      at += length;
    }
  }

  /** Sets every byte of a range to one value. */
  void fill(long offset, long size, byte value) {
    Chunk full = new Chunk();
    Arrays.fill(full.bytes, value);
    for (long at = offset; at < offset + size; ) {
      int from = (int) (at % CHUNK);
      int length = (int) Math.min(CHUNK - from, offset + size - at);
      if (length == CHUNK) {
        chunks.put(at / CHUNK, full);
      } else {
        Chunk chunk = own(at / CHUNK);
        Arrays.fill(chunk.bytes, from, from + length, value);
        Arrays.fill(chunk.unknown, from, from + length, false);
      }
      at += length;
    }
  }

  private Chunk own(long index) {
    Chunk chunk = chunks.getOrDefault(index, ZEROS).copy();
    chunks.put(index, chunk);
    return chunk;
  }

  /** Bytes of a range; null if any of them is unknown. */
  byte @Nullable [] read(long offset, int size) {
    byte[] bytes = new byte[size];
    for (int done = 0; done < size; ) {
      int from = (int) ((offset + done) % CHUNK);
      int length = Math.min(CHUNK - from, size - done);
      Chunk chunk = chunks.getOrDefault((offset + done) / CHUNK, ZEROS);
      for (int i = from; i < from + length; i++) {
        if (chunk.unknown[i]) {
          return null;
        }
      }
      System.arraycopy(chunk.bytes, from, bytes, done, length);
      done += length;
    }
    return bytes;
  }
}

package org.spaprtce.engine;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * For each block, the number of TCEs of one table that refer to it. Not thread-safe: the table's
 * lock guards it.
 *
 * <p>Blocks have small numbers. The counts lie in chunks, made when a block of theirs is mapped.
 */
final class LiveCounts {

  private static final int CHUNK_SHIFT = 6;
  private static final int CHUNK = 1 << CHUNK_SHIFT;

  /** A chunk none of whose blocks was ever mapped. */
  private static final long[] UNUSED = {};

  private long[][] chunks = {UNUSED};

  /** The number of TCEs that refer to a block. */
  long get(int region) {
    int chunk = region >>> CHUNK_SHIFT;
    long[] counts = chunk < chunks.length ? chunks[chunk] : UNUSED;
    return counts.length == 0 ? 0 : counts[region & (CHUNK - 1)];
  }

  /**
   * Adds TCEs, or takes some away if the change is negative.
   *
   * @throws AssertionError if the number would become negative; it is as before
   */
  void add(int region, long change) {
    int chunk = region >>> CHUNK_SHIFT;
    long[] counts = chunk < chunks.length ? chunks[chunk] : UNUSED;
    if (counts.length == 0) {
      counts = use(chunk);
    }
    long next = counts[region & (CHUNK - 1)] + change;
    if (next < 0) {
      throw new AssertionError("region=%d change=%d left=%d".formatted(region, change, next));
    }
    counts[region & (CHUNK - 1)] = next;
  }

  private long[] use(int chunk) {
    int known = chunks.length;
    if (chunk >= known) {
      chunks = Arrays.copyOf(chunks, Math.max(2 * known, chunk + 1));
      Arrays.fill(chunks, known, chunks.length, UNUSED);
    }
    chunks[chunk] = new long[CHUNK];
    return chunks[chunk];
  }

  /** Hands out every block that TCEs refer to. */
  void forEach(IntConsumer action) {
    for (int chunk = 0; chunk < chunks.length; chunk++) {
      long[] counts = chunks[chunk];
      for (int i = 0; i < counts.length; i++) {
        if (counts[i] != 0) {
          action.accept((chunk << CHUNK_SHIFT) + i);
        }
      }
    }
  }
}

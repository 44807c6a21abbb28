package org.spaprtce.engine;

/**
 * Arithmetic of unsigned words of 64 bits. A range is a start and a length, and ends at 2^64 at
 * most.
 */
final class Words {

  private Words() {}

  static boolean less(long a, long b) {
    return Long.compareUnsigned(a, b) < 0;
  }

  static long min(long a, long b) {
    return less(a, b) ? a : b;
  }

  /** Whether the address lies in [start, start + size). */
  static boolean holds(long start, long size, long address) {
    return less(address - start, size);
  }

  /** Whether two ranges that are not empty share an address. */
  static boolean overlap(long a, long sizeA, long b, long sizeB) {
    return holds(a, sizeA, b) || holds(b, sizeB, a);
  }

  /**
   * The place of the greatest key that is not above {@code key}, or -1.
   *
   * @param keys ascending in its first {@code count} places
   */
  static int floor(long[] keys, int count, long key) {
    long target = key + Long.MIN_VALUE;
    int low = 0;
    int left = count;
    while (left > 0) {
      int half = (left + 1) >>> 1;
      low = keys[low + half - 1] + Long.MIN_VALUE <= target ? low + half : low;
      left -= half;
    }
    return low - 1;
  }
}

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
   * What {@link #floor} estimates places with: 2^64 divided by the mean distance of the keys.
   *
   * @param keys ascending
   */
  static long density(long[] keys, int count) {
    if (count < 2) {
      return 0;
    }
    long mean = Long.divideUnsigned(keys[count - 1] - keys[0], count - 1);
    return mean == 0 ? 0 : Long.divideUnsigned(-1, mean);
  }

  /**
   * The place of the greatest key that is not above {@code key}, or -1: it is estimated, and looked
   * for from there in steps that double. Evenly spaced keys cost the same however many they are.
   *
   * @param keys ascending in its first {@code count} places
   * @param density of the keys
   */
  static int floor(long[] keys, int count, long key, long density) {
    if (count == 0 || less(key, keys[0])) {
      return -1;
    }
    int guess = (int) min(Math.unsignedMultiplyHigh(key - keys[0], density), count - 1);
    int low = guess;
    int high = guess + 1;
    if (less(key, keys[low])) {
      int step = 1;
      do {
        high = low;
        low = Math.max(0, low - step);
        step <<= 1;
      } while (less(key, keys[low]));
    } else if (high < count && !less(key, keys[high])) {
      int step = 1;
      do {
        low = high;
        high = Math.min(count, high + step);
        step <<= 1;
      } while (high < count && !less(key, keys[high]));
    }
    // The key lies in [keys[low], keys[high]).
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (less(key, keys[middle])) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return low;
  }
}

package org.spaprtce.bench;

/** Random numbers that cost a few instructions. For one thread. */
final class Draws {

  /** Words on either side of the state: other threads' states must not share its cache line. */
  private static final int PADDING = 16;

  /** In the middle the state of a xorshift generator, not zero. */
  private final long[] words = new long[2 * PADDING + 1];

  /**
   * Starts a sequence.
   *
   * @param seed not zero
   */
  Draws(long seed) {
    words[PADDING] = seed * 88172645463325253L;
  }

  /** {@return a number from 0 up to the bound} */
  int below(int bound) {
    long random = words[PADDING];
    random ^= random << 13;
    random ^= random >>> 7;
    random ^= random << 17;
    words[PADDING] = random;
    return (int) (((random >>> 33) * bound) >>> 31);
  }
}

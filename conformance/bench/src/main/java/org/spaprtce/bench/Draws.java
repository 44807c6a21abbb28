package org.spaprtce.bench;

/** Random numbers that cost a few instructions. For one thread. */
final class Draws {

  /** State of a xorshift generator, not zero. */
  private long random;

  /**
   * Starts a sequence.
   *
   * @param seed not zero
   */
  Draws(long seed) {
    random = seed * 88172645463325253L;
  }

  /** {@return a number from 0 up to the bound} */
  int below(int bound) {
    random ^= random << 13;
    random ^= random >>> 7;
    random ^= random << 17;
    return (int) (((random >>> 33) * bound) >>> 31);
  }
}

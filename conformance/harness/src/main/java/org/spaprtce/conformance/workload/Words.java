package org.spaprtce.conformance.workload;

import java.math.BigInteger;

/** Numbers that fit a field of an argument structure. */
final class Words {
  /** The number of addresses of a word. */
  static final BigInteger TOP = BigInteger.ONE.shiftLeft(Long.SIZE);

  /** The largest word. */
  static final BigInteger LAST = TOP.subtract(BigInteger.ONE);

  /** The first address of the upper half. */
  static final BigInteger HALF = BigInteger.ONE.shiftLeft(Long.SIZE - 1);

  private Words() {}

  /** The number modulo 2^64. */
  static BigInteger word(BigInteger number) {
    return number.and(LAST);
  }

  /** The number, or the largest word if it is larger. */
  static BigInteger saturated(BigInteger number) {
    return number.min(LAST);
  }

  /** A number of 64 signed bits, modulo 2^64. */
  static BigInteger word(long number) {
    return word(BigInteger.valueOf(number));
  }
}

package org.spaprtce.oracle.runtime;

import java.math.BigInteger;

/**
 * An exact integer: a {@link SmallInt} whenever it fits 64 signed bits, else a {@link BigInt},
 * never the other way round.
 */
public sealed interface IntValue extends Value permits SmallInt, BigInt {
  /** The integer as a big integer. */
  BigInteger big();

  /** The sign: -1, 0 or 1. */
  int signum();

  /** The integer in its canonical representation. */
  static IntValue of(BigInteger value) {
    return value.bitLength() < Long.SIZE ? SmallInt.of(value.longValue()) : new BigInt(value);
  }

  /** The numerical order; a big one is before or after all small ones. */
  static int compare(IntValue a, IntValue b) {
    if (a instanceof SmallInt x) {
      return b instanceof SmallInt y ? Long.compare(x.value(), y.value()) : -b.signum();
    }
    return b instanceof SmallInt ? a.signum() : a.big().compareTo(b.big());
  }
}

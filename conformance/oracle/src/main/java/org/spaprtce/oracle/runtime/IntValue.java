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

  /** The numerical order. */
  static int compare(IntValue a, IntValue b) {
    return a instanceof SmallInt x && b instanceof SmallInt y
        ? Long.compare(x.value(), y.value())
        : a.big().compareTo(b.big());
  }
}

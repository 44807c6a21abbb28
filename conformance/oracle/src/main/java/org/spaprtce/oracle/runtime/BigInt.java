package org.spaprtce.oracle.runtime;

import java.math.BigInteger;

/** An integer that 64 signed bits do not hold. */
public record BigInt(BigInteger big) implements IntValue {
  /** Refuses an integer that a {@link SmallInt} holds: each integer has one representation. */
  public BigInt {
    if (big.bitLength() < Long.SIZE) {
      throw new IllegalArgumentException("big=" + big + " fits 64 bits");
    }
  }

  @Override
  public int signum() {
    return big.signum();
  }

  @Override
  public String toString() {
    return big.toString();
  }
}

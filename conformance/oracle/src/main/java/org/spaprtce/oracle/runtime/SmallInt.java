package org.spaprtce.oracle.runtime;

import java.math.BigInteger;

/** An integer of 64 signed bits. */
public record SmallInt(long value) implements IntValue {
  private static final int LOWEST = -128;
  private static final int HIGHEST = 1023;
  private static final SmallInt[] CACHE = cache();

  private static SmallInt[] cache() {
    SmallInt[] cache = new SmallInt[HIGHEST - LOWEST + 1];
    for (int i = 0; i < cache.length; i++) {
      cache[i] = new SmallInt(LOWEST + i);
    }
    return cache;
  }

  /** The integer, shared when it is a common one. */
  public static SmallInt of(long value) {
    return value >= LOWEST && value <= HIGHEST
        ? CACHE[(int) (value - LOWEST)]
        : new SmallInt(value);
  }

  @Override
  public BigInteger big() {
    return BigInteger.valueOf(value);
  }

  @Override
  public int signum() {
    return Long.signum(value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}

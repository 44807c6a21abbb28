package org.spaprtce.oracle.runtime;

import java.math.BigInteger;

/**
 * Integers of any length. The first parameter is the position in the TLA+ text.
 *
 * <p>Each operation tries 64 bits first and continues with big integers where they do not suffice.
 * A result of 64 bits is a new object, which costs nothing where it does not leave the caller.
 */
public final class Arithmetic {
  /** The length in bits from which on a power is taken for a mistake. */
  private static final int ABSURD = 1 << 20;

  private Arithmetic() {}

  /** {@code a + b}. */
  public static Value plus(String at, Value a, Value b) {
    if (a instanceof SmallInt x && b instanceof SmallInt y) {
      long sum = x.value() + y.value();
      if (((x.value() ^ sum) & (y.value() ^ sum)) >= 0) {
        return new SmallInt(sum);
      }
    }
    return IntValue.of(big(at, a).add(big(at, b)));
  }

  /** {@code a - b}. */
  public static Value minus(String at, Value a, Value b) {
    if (a instanceof SmallInt x && b instanceof SmallInt y) {
      long difference = x.value() - y.value();
      if (((x.value() ^ y.value()) & (x.value() ^ difference)) >= 0) {
        return new SmallInt(difference);
      }
    }
    return IntValue.of(big(at, a).subtract(big(at, b)));
  }

  /** {@code a * b}. */
  public static Value times(String at, Value a, Value b) {
    if (a instanceof SmallInt x && b instanceof SmallInt y) {
      long low = x.value() * y.value();
      if (Math.multiplyHigh(x.value(), y.value()) == low >> (Long.SIZE - 1)) {
        return new SmallInt(low);
      }
    }
    return IntValue.of(big(at, a).multiply(big(at, b)));
  }

  /** {@code -a}. */
  public static Value negate(String at, Value a) {
    return minus(at, SmallInt.of(0), a);
  }

  /** {@code a \div b}: the quotient rounded down. */
  public static Value quotient(String at, Value a, Value b) {
    if (a instanceof SmallInt x && b instanceof SmallInt y && y.value() > 0) {
      return new SmallInt(Math.floorDiv(x.value(), y.value()));
    }
    BigInteger dividend = big(at, a);
    BigInteger divisor = big(at, b);
    if (divisor.signum() == 0) {
      throw new TlaError("dividing " + a + " by 0").at(at);
    }
    BigInteger[] parts = dividend.divideAndRemainder(divisor);
    boolean roundedUp = parts[1].signum() != 0 && parts[1].signum() != divisor.signum();
    return IntValue.of(roundedUp ? parts[0].subtract(BigInteger.ONE) : parts[0]);
  }

  /** {@code a % b}: from 0 to b - 1; b is positive. */
  public static Value remainder(String at, Value a, Value b) {
    if (a instanceof SmallInt x && b instanceof SmallInt y && y.value() > 0) {
      return new SmallInt(Math.floorMod(x.value(), y.value()));
    }
    BigInteger dividend = big(at, a);
    BigInteger divisor = big(at, b);
    if (divisor.signum() <= 0) {
      throw new TlaError("% needs a positive divisor, not " + b).at(at);
    }
    return IntValue.of(dividend.mod(divisor));
  }

  /** {@code a ^ b}: b is not negative, and 0 ^ 0 has no value. */
  public static Value power(String at, Value a, Value b) {
    if (a instanceof SmallInt x
        && x.value() == 2
        && b instanceof SmallInt y
        && y.value() >= 0
        && y.value() < Long.SIZE - 1) {
      return SmallInt.of(1L << y.value());
    }
    BigInteger base = big(at, a);
    BigInteger exponent = big(at, b);
    if (exponent.signum() < 0 || (exponent.signum() == 0 && base.signum() == 0)) {
      throw new TlaError(Values.brief(a) + " ^ " + Values.brief(b) + " has no value").at(at);
    }
    if (base.abs().bitLength() <= 1) {
      return base.signum() < 0 && !exponent.testBit(0) ? SmallInt.of(1) : a;
    }
    if (exponent.bitLength() >= Integer.SIZE
        || (long) exponent.intValue() * base.bitLength() > ABSURD) {
      throw new TlaError(Values.brief(a) + " ^ " + Values.brief(b) + " is too long").at(at);
    }
    return IntValue.of(base.pow(exponent.intValue()));
  }

  /** {@code a < b}. */
  public static boolean less(String at, Value a, Value b) {
    return compare(at, a, b) < 0;
  }

  /** {@code a <= b}. */
  public static boolean atMost(String at, Value a, Value b) {
    return compare(at, a, b) <= 0;
  }

  /** {@code a > b}. */
  public static boolean greater(String at, Value a, Value b) {
    return compare(at, a, b) > 0;
  }

  /** {@code a >= b}. */
  public static boolean atLeast(String at, Value a, Value b) {
    return compare(at, a, b) >= 0;
  }

  /** {@code a .. b}. */
  public static Value range(String at, Value a, Value b) {
    return new RangeSet(integer(at, a), integer(at, b));
  }

  private static int compare(String at, Value a, Value b) {
    return a instanceof SmallInt x && b instanceof SmallInt y
        ? Long.compare(x.value(), y.value())
        : IntValue.compare(integer(at, a), integer(at, b));
  }

  private static BigInteger big(String at, Value value) {
    return integer(at, value).big();
  }

  static IntValue integer(String at, Value value) {
    if (value instanceof IntValue integer) {
      return integer;
    }
    throw new TlaError("an integer is needed, not " + Values.brief(value)).at(at);
  }
}

package org.spaprtce.oracle.runtime;

import java.math.BigInteger;

/** The integers from a lowest to a highest one, both included: {@code low .. high}. */
public final class RangeSet extends LazySet {
  private static final RangeSet[] SHORT = new RangeSet[64];

  static {
    for (int i = 0; i < SHORT.length; i++) {
      SHORT[i] = new RangeSet(SmallInt.of(1), SmallInt.of(i));
    }
  }

  private final IntValue low;
  private final IntValue high;

  RangeSet(IntValue low, IntValue high) {
    this.low = low;
    this.high = high;
  }

  /** {@code 1 .. high}; short ones are shared, with their elements. */
  static RangeSet upTo(int high) {
    return high < SHORT.length ? SHORT[high] : new RangeSet(SmallInt.of(1), SmallInt.of(high));
  }

  boolean isEmpty() {
    return IntValue.compare(low, high) > 0;
  }

  /** Whether it is one of those that are shared. */
  @SuppressWarnings("ReferenceEquality") // shared objects are meant
  boolean isShort() {
    return high instanceof SmallInt last
        && last.value() >= 0
        && last.value() < SHORT.length
        && SHORT[(int) last.value()] == this;
  }

  @Override
  boolean isVast() {
    return !isShort() && super.isVast();
  }

  boolean same(RangeSet other) {
    return isEmpty() ? other.isEmpty() : low.equals(other.low) && high.equals(other.high);
  }

  /** Whether every element is in the other range. */
  boolean within(RangeSet other) {
    return isEmpty()
        || (IntValue.compare(other.low, low) <= 0 && IntValue.compare(high, other.high) <= 0);
  }

  RangeSet intersection(RangeSet other) {
    return new RangeSet(
        IntValue.compare(low, other.low) >= 0 ? low : other.low,
        IntValue.compare(high, other.high) <= 0 ? high : other.high);
  }

  @Override
  public boolean contains(Value value) {
    if (value instanceof IntValue integer) {
      return IntValue.compare(low, integer) <= 0 && IntValue.compare(integer, high) <= 0;
    }
    if (value instanceof ModelValue || isEmpty()) {
      return false;
    }
    throw new TlaError("whether " + Values.brief(value) + " is in the integer range " + this);
  }

  @Override
  public boolean isFinite() {
    return true;
  }

  @Override
  public BigInteger cardinality() {
    return high.big().subtract(low.big()).add(BigInteger.ONE).max(BigInteger.ZERO);
  }

  @Override
  FiniteSet enumerate(int count) {
    Value[] values = new Value[count];
    for (int i = 0; i < count; i++) {
      values[i] =
          low instanceof SmallInt small && high instanceof SmallInt
              ? SmallInt.of(small.value() + i)
              : IntValue.of(low.big().add(BigInteger.valueOf(i)));
    }
    return new FiniteSet(values);
  }

  @Override
  public String toString() {
    return low + ".." + high;
  }
}

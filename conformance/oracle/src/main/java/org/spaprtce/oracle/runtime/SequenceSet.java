package org.spaprtce.oracle.runtime;

import java.math.BigInteger;

/** The finite sequences over a set: {@code Seq(base)}. */
public final class SequenceSet extends LazySet {
  private final SetValue base;

  SequenceSet(SetValue base) {
    this.base = base;
  }

  @Override
  public boolean contains(Value value) {
    if (!(value instanceof FunctionValue)) {
      if (value instanceof ModelValue) {
        return false;
      }
      throw new TlaError("whether " + Values.brief(value) + " is in " + this);
    }
    return value instanceof TupleValue tuple && tuple.items().stream().allMatch(base::contains);
  }

  @Override
  public boolean isFinite() {
    return base.isFinite() && base.cardinality().signum() == 0;
  }

  @Override
  public BigInteger cardinality() {
    if (isFinite()) {
      return BigInteger.ONE;
    }
    throw new TlaError("the cardinality of the infinite set " + this);
  }

  @Override
  FiniteSet enumerate(int count) {
    return FiniteSet.ofUnsorted(new Value[] {TupleValue.EMPTY});
  }

  @Override
  public String toString() {
    return "Seq(" + base + ")";
  }
}

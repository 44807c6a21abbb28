package org.spaprtce.oracle.runtime;

import java.math.BigInteger;
import java.util.Collections;

/** The functions from one set to another: {@code [domain -> range]}. */
public final class FunctionSet extends LazySet {
  private final SetValue domain;
  private final SetValue range;

  FunctionSet(SetValue domain, SetValue range) {
    this.domain = domain;
    this.range = range;
  }

  @Override
  public boolean contains(Value value) {
    if (!(value instanceof FunctionValue function)) {
      if (value instanceof ModelValue) {
        return false;
      }
      throw new TlaError("whether " + Values.brief(value) + " is in the set of functions " + this);
    }
    if (!ValueOrder.equal(function.domain(), domain)) {
      return false;
    }
    for (int i = 0; i < function.size(); i++) {
      if (!range.contains(function.value(i))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean isFinite() {
    return domain.isFinite() && range.isFinite();
  }

  @Override
  public BigInteger cardinality() {
    BigInteger points = domain.cardinality();
    BigInteger values = range.cardinality();
    if (points.signum() > 0 && values.compareTo(BigInteger.ONE) <= 0) {
      return values;
    }
    return values.pow(points.min(BigInteger.valueOf(Byte.MAX_VALUE)).intValueExact());
  }

  @Override
  FiniteSet enumerate(int count) {
    FiniteSet points = domain.finite();
    return Choices.each(
        Collections.nCopies(points.size(), range),
        count,
        choice -> Functions.canonical(points, choice));
  }

  @Override
  public String toString() {
    return "[" + domain + " -> " + range + "]";
  }
}

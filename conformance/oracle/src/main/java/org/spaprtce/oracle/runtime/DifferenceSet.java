package org.spaprtce.oracle.runtime;

import java.math.BigInteger;

/** A set that is too big to enumerate, without some elements: {@code Nat} without 0. */
public final class DifferenceSet extends LazySet {
  private final LazySet base;
  private final SetValue removed;

  DifferenceSet(LazySet base, SetValue removed) {
    this.base = base;
    this.removed = removed;
  }

  @Override
  public boolean contains(Value value) {
    return base.contains(value) && !removed.contains(value);
  }

  @Override
  public boolean isFinite() {
    return base.isFinite();
  }

  @Override
  public BigInteger cardinality() {
    FiniteSet lost = removed.finite().filter(base::contains);
    return base.cardinality().subtract(lost.cardinality());
  }

  @Override
  FiniteSet enumerate(int count) {
    return base.finite().difference(removed.finite());
  }

  @Override
  public String toString() {
    return base + " \\ " + removed;
  }
}

package org.spaprtce.oracle.runtime;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** The subsets of a set: {@code SUBSET base}. */
public final class PowerSet extends LazySet {
  private final SetValue base;

  PowerSet(SetValue base) {
    this.base = base;
  }

  @Override
  public boolean contains(Value value) {
    return Sets.isSubset(Sets.set(value), base);
  }

  @Override
  public boolean isFinite() {
    return base.isFinite();
  }

  @Override
  public BigInteger cardinality() {
    BigInteger size = base.cardinality();
    return BigInteger.ONE.shiftLeft(size.min(BigInteger.valueOf(Short.MAX_VALUE)).intValueExact());
  }

  @Override
  FiniteSet enumerate(int count) {
    FiniteSet elements = base.finite();
    Value[] subsets = new Value[count];
    for (int mask = 0; mask < count; mask++) {
      List<Value> subset = new ArrayList<>();
      for (int bit = 0; bit < elements.size(); bit++) {
        if ((mask & (1 << bit)) != 0) {
          subset.add(elements.get(bit));
        }
      }
      subsets[mask] = new FiniteSet(subset.toArray(Value[]::new));
    }
    return FiniteSet.ofUnsorted(subsets);
  }

  @Override
  public String toString() {
    return "SUBSET " + base;
  }
}

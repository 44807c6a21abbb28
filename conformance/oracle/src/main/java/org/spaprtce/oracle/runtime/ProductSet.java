package org.spaprtce.oracle.runtime;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;

/** The tuples whose items lie in given sets: {@code a \X b \X ...}. */
public final class ProductSet extends LazySet {
  private final List<SetValue> sets;

  ProductSet(List<SetValue> sets) {
    this.sets = sets;
  }

  @Override
  public boolean contains(Value value) {
    if (!(value instanceof FunctionValue)) {
      if (value instanceof ModelValue) {
        return false;
      }
      throw new TlaError("whether " + Values.brief(value) + " is in the set of tuples " + this);
    }
    if (!(value instanceof TupleValue tuple) || tuple.size() != sets.size()) {
      return false;
    }
    for (int i = 0; i < sets.size(); i++) {
      if (!sets.get(i).contains(tuple.value(i))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean isFinite() {
    return sets.stream().allMatch(SetValue::isFinite);
  }

  @Override
  public BigInteger cardinality() {
    return Choices.count(sets);
  }

  @Override
  FiniteSet enumerate(int count) {
    return Choices.each(sets, count, TupleValue::new);
  }

  @Override
  public String toString() {
    return sets.stream().map(SetValue::toString).collect(Collectors.joining(" \\X ", "(", ")"));
  }
}

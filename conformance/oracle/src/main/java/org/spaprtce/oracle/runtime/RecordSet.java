package org.spaprtce.oracle.runtime;

import java.math.BigInteger;
import java.util.List;
import java.util.StringJoiner;

/** The records whose fields lie in given sets: {@code [name : set, ...]}. */
public final class RecordSet extends LazySet {
  private final RecordShape shape;
  private final List<SetValue> sets;

  /** The sets stand in the order of the shape. */
  RecordSet(RecordShape shape, List<SetValue> sets) {
    this.shape = shape;
    this.sets = sets;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // there is one shape object for each set of names
  public boolean contains(Value value) {
    if (!(value instanceof FunctionValue)) {
      if (value instanceof ModelValue) {
        return false;
      }
      throw new TlaError("whether " + Values.brief(value) + " is in the set of records " + this);
    }
    if (!(value instanceof RecordValue record) || record.shape() != shape) {
      return false;
    }
    for (int i = 0; i < sets.size(); i++) {
      if (!sets.get(i).contains(record.value(i))) {
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
    return Choices.each(sets, count, choice -> new RecordValue(shape, choice));
  }

  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(", ", "[", "]");
    for (int i = 0; i < sets.size(); i++) {
      text.add(shape.name(i) + " : " + sets.get(i));
    }
    return text.toString();
  }
}

package org.spaprtce.oracle.runtime;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;

/** A tuple or sequence: a function on {@code 1..n}. */
public final class TupleValue implements FunctionValue {
  static final TupleValue EMPTY = new TupleValue(new Value[0]);

  private final Value[] items;
  private int hash;

  /** Takes the array over; its elements are solid (see {@link Values#solid}). */
  TupleValue(Value[] items) {
    this.items = items;
  }

  List<Value> items() {
    return Collections.unmodifiableList(Arrays.asList(items));
  }

  /** The elements from one index (counted from 0) to before another. */
  TupleValue slice(int from, int to) {
    return from >= to ? EMPTY : new TupleValue(Arrays.copyOfRange(items, from, to));
  }

  /** Copies the elements and tells how many they are. */
  int copyTo(Value[] all, int from) {
    System.arraycopy(items, 0, all, from, items.length);
    return items.length;
  }

  /** This sequence followed by one more element. */
  TupleValue append(Value item) {
    Value[] all = Arrays.copyOf(items, items.length + 1);
    all[items.length] = item;
    return new TupleValue(all);
  }

  @Override
  public int size() {
    return items.length;
  }

  @Override
  public Value key(int i) {
    return SmallInt.of(i + 1L);
  }

  @Override
  public Value value(int i) {
    return items[i];
  }

  @Override
  public int indexOf(Value key) {
    return key instanceof SmallInt small && small.value() >= 1 && small.value() <= items.length
        ? (int) (small.value() - 1)
        : -1;
  }

  @Override
  public SetValue domain() {
    return RangeSet.upTo(items.length);
  }

  @Override
  public FunctionValue with(int i, Value value) {
    Value[] changed = items.clone();
    changed[i] = value;
    return new TupleValue(changed);
  }

  @Override
  public boolean sameDomain(FunctionValue other) {
    return other instanceof TupleValue tuple && tuple.items.length == items.length;
  }

  @Override
  public boolean equals(Object other) {
    return other == this
        || (other instanceof TupleValue tuple
            && hashCode() == tuple.hashCode()
            && Arrays.equals(items, tuple.items));
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      hash = 31 * Arrays.hashCode(items) + 7;
    }
    return hash;
  }

  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(", ", "<<", ">>");
    for (Value item : items) {
      text.add(item.toString());
    }
    return text.toString();
  }
}

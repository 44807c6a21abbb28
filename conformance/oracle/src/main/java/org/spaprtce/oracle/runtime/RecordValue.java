package org.spaprtce.oracle.runtime;

import java.util.Arrays;
import java.util.StringJoiner;

/** A record: a function on a nonempty set of strings. */
public final class RecordValue implements FunctionValue {
  private final RecordShape shape;
  private final Value[] values;
  private int hash;

  /** Takes the array over; its elements are solid and stand in the order of the shape. */
  RecordValue(RecordShape shape, Value[] values) {
    this.shape = shape;
    this.values = values;
  }

  RecordShape shape() {
    return shape;
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public Value key(int i) {
    return shape.domain().get(i);
  }

  @Override
  public Value value(int i) {
    return values[i];
  }

  @Override
  public int indexOf(Value key) {
    return key instanceof StringValue string ? shape.index(string.value()) : -1;
  }

  @Override
  public SetValue domain() {
    return shape.domain();
  }

  @Override
  public FunctionValue with(int i, Value value) {
    Value[] changed = values.clone();
    changed[i] = value;
    return new RecordValue(shape, changed);
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // there is one shape object for each set of names
  public boolean sameDomain(FunctionValue other) {
    return other instanceof RecordValue record && record.shape == shape;
  }

  @Override
  public boolean equals(Object other) {
    return other == this
        || (other instanceof RecordValue record
            && sameDomain(record)
            && hashCode() == record.hashCode()
            && Arrays.equals(values, record.values));
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      hash = 31 * shape.domain().hashCode() + Arrays.hashCode(values);
    }
    return hash;
  }

  @Override
  public String toString() {
    boolean plain = shape.isPlain();
    StringJoiner text =
        plain ? new StringJoiner(", ", "[", "]") : new StringJoiner(" @@ ", "(", ")");
    for (int i = 0; i < values.length; i++) {
      text.add(plain ? shape.name(i) + " |-> " + values[i] : key(i) + " :> " + values[i]);
    }
    return text.toString();
  }
}

package org.spaprtce.oracle.runtime;

import java.util.Arrays;
import java.util.StringJoiner;

/** A function whose domain is neither {@code 1..n} nor a set of strings. */
public final class MapValue implements FunctionValue {
  private final FiniteSet domain;
  private final Value[] values;
  private int hash;

  /** Takes the array over; its elements are solid and stand in the order of the domain. */
  MapValue(FiniteSet domain, Value[] values) {
    this.domain = domain;
    this.values = values;
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public Value key(int i) {
    return domain.get(i);
  }

  @Override
  public Value value(int i) {
    return values[i];
  }

  @Override
  public int indexOf(Value key) {
    return domain.indexOf(key);
  }

  @Override
  public SetValue domain() {
    return domain;
  }

  @Override
  public FunctionValue with(int i, Value value) {
    Value[] changed = values.clone();
    changed[i] = value;
    return new MapValue(domain, changed);
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // a quick answer: the elements are compared otherwise
  public boolean sameDomain(FunctionValue other) {
    return other instanceof MapValue map && map.domain == domain;
  }

  @Override
  public boolean equals(Object other) {
    return other == this
        || (other instanceof MapValue map
            && hashCode() == map.hashCode()
            && domain.equals(map.domain)
            && Arrays.equals(values, map.values));
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      hash = 31 * domain.hashCode() + Arrays.hashCode(values);
    }
    return hash;
  }

  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(" @@ ", "(", ")");
    for (int i = 0; i < values.length; i++) {
      text.add(domain.get(i) + " :> " + values[i]);
    }
    return text.toString();
  }
}

package org.spaprtce.conformance.norm;

import org.spaprtce.oracle.runtime.FunctionValue;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/** Records with the same fields: the places of the fields are looked up once. */
final class RecordForm {
  private final FunctionValue blank;
  private final int[] places;

  /** A form with these fields, all different and at least one. */
  RecordForm(String... names) {
    Object[] blanks = new Object[2 * names.length];
    for (int i = 0; i < names.length; i++) {
      blanks[2 * i] = names[i];
      blanks[2 * i + 1] = Values.FALSE;
    }
    this.blank = Values.record(blanks);
    this.places = new int[names.length];
    for (int i = 0; i < names.length; i++) {
      places[i] = blank.indexOf(Values.string(names[i]));
    }
  }

  /** The record with these values, in the order in which the names were given. */
  FunctionValue of(Value... values) {
    if (values.length != places.length) {
      throw new IllegalArgumentException(
          "values.length=" + values.length + " fields=" + places.length);
    }
    FunctionValue record = blank;
    for (int i = 0; i < values.length; i++) {
      record = record.with(places[i], values[i]);
    }
    return record;
  }

  /** The record with the value of one field replaced, by its place among the names. */
  FunctionValue with(FunctionValue record, int name, Value value) {
    return record.with(places[name], value);
  }

  /** The value of a field of a record, by its place among the names. */
  Value get(FunctionValue record, int name) {
    return record.value(places[name]);
  }
}

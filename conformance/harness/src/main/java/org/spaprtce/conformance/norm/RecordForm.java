package org.spaprtce.conformance.norm;

import java.util.Arrays;
import org.spaprtce.oracle.runtime.FunctionValue;
import org.spaprtce.oracle.runtime.Functions;
import org.spaprtce.oracle.runtime.RecordShape;
import org.spaprtce.oracle.runtime.Value;

/** Records with the same fields: the places of the fields are looked up once. */
final class RecordForm {
  private static final String AT = "RecordForm";

  private final RecordShape shape;
  private final int[] places;

  /** A form with these fields, all different and at least one. */
  RecordForm(String... names) {
    shape = RecordShape.of(names);
    String[] sorted = names.clone();
    Arrays.sort(sorted);
    places = Arrays.stream(names).mapToInt(name -> Arrays.binarySearch(sorted, name)).toArray();
  }

  /** The record with these values, in the order in which the names were given. */
  FunctionValue of(Value... values) {
    if (values.length != places.length) {
      throw new IllegalArgumentException(
          "values.length=" + values.length + " fields=" + places.length);
    }
    Value[] ordered = new Value[values.length];
    for (int i = 0; i < values.length; i++) {
      ordered[places[i]] = values[i];
    }
    return Functions.record(AT, shape, ordered);
  }

  /** The record with the values of some fields replaced, the first by its place among the names. */
  FunctionValue with(FunctionValue record, int first, Value... values) {
    Value[] ordered = new Value[places.length];
    for (int i = 0; i < ordered.length; i++) {
      ordered[i] = record.value(i);
    }
    for (int i = 0; i < values.length; i++) {
      ordered[places[first + i]] = values[i];
    }
    return Functions.record(AT, shape, ordered);
  }

  /** The value of a field of a record, by its place among the names. */
  Value get(FunctionValue record, int name) {
    return record.value(places[name]);
  }
}

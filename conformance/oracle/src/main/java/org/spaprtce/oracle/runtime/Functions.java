package org.spaprtce.oracle.runtime;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Operators on functions, records and tuples. The first parameter is the position in the TLA+ text.
 */
public final class Functions {
  private Functions() {}

  /** Takes the array over and gives the function its one representation; the values are solid. */
  static FunctionValue canonical(FiniteSet domain, Value[] values) {
    int size = domain.size();
    if (size == 0) {
      return TupleValue.EMPTY;
    }
    Value first = domain.get(0);
    Value last = domain.get(size - 1);
    if (first instanceof SmallInt low
        && low.value() == 1
        && last instanceof SmallInt high
        && high.value() == size) {
      return new TupleValue(values);
    }
    if (first instanceof StringValue && last instanceof StringValue) {
      String[] names = new String[size];
      for (int i = 0; i < size; i++) {
        names[i] = domain.get(i).asString();
      }
      return new RecordValue(RecordShape.of(names), values);
    }
    return new MapValue(domain, values);
  }

  private static Value[] solid(Value[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = Values.solid(values[i]);
    }
    return values;
  }

  static TupleValue tuple(Value... items) {
    return items.length == 0 ? TupleValue.EMPTY : new TupleValue(solid(items));
  }

  /** Takes the array over; its elements are solid. */
  static TupleValue joined(Value[] items) {
    return items.length == 0 ? TupleValue.EMPTY : new TupleValue(items);
  }

  /** {@code <<a, b, ...>>}. */
  public static Value tupleOf(String at, Value... items) {
    try {
      return tuple(items);
    } catch (TlaError error) {
      throw error.at(at);
    }
  }

  /** {@code [name |-> value, ...]}; the values stand in the order of the shape. */
  public static RecordValue record(String at, RecordShape shape, Value... values) {
    try {
      return new RecordValue(shape, solid(values));
    } catch (TlaError error) {
      throw error.at(at);
    }
  }

  /** {@code [x \in domain |-> image]}. */
  public static Value of(String at, Value domain, Function<Value, Value> image) {
    if (domain instanceof LazySet lazy && lazy.isVast()) {
      return new RuleFunction(at, lazy, (_, argument) -> image.apply(argument));
    }
    FiniteSet points = Sets.elements(at, domain);
    Value[] values = new Value[points.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = image.apply(points.get(i));
    }
    return images(at, points, values);
  }

  /** {@code [x \in domain |-> image]} from the images, in the order of the domain. */
  public static Value images(String at, FiniteSet domain, Value[] images) {
    try {
      return canonical(domain, solid(images));
    } catch (TlaError error) {
      throw error.at(at);
    }
  }

  /**
   * {@code f[x \in domain] == image}: the image is computed from the function itself and an
   * argument.
   */
  public static Value recursive(String at, Value domain, BinaryOperator<Value> image) {
    try {
      return new RuleFunction(at, Sets.set(domain), image);
    } catch (TlaError error) {
      throw error.at(at);
    }
  }

  /** The item of that number, from 1, of a value that a pattern takes for a tuple of that size. */
  public static Value item(String at, Value tuple, int number, int size) {
    if (Values.explicit(tuple) instanceof TupleValue items && items.size() == size) {
      return items.value(number - 1);
    }
    throw new TlaError("a tuple of " + size + " items is needed, not " + Values.brief(tuple))
        .at(at);
  }

  static FunctionValue function(String at, Value value) {
    if (value instanceof FunctionValue function) {
      return function;
    }
    if (value instanceof RuleFunction rule) {
      return rule.finite();
    }
    throw new TlaError("a function is needed, not " + Values.brief(value)).at(at);
  }

  /** {@code f[x]}. */
  public static Value apply(String at, Value f, Value argument) {
    if (f instanceof TupleValue tuple && argument instanceof SmallInt place) {
      long index = place.value() - 1;
      if (index >= 0 && index < tuple.size()) {
        return tuple.value((int) index);
      }
    } else if (f instanceof RecordValue record && argument instanceof StringValue name) {
      int index = record.shape().index(name.value());
      if (index >= 0) {
        return record.value(index);
      }
    }
    return applied(at, f, argument);
  }

  /** {@code f[x]} for the element x of f's domain that stands at that place, from 0. */
  public static Value image(String at, Value f, Value argument, int place) {
    return f instanceof TupleValue tuple
        ? tuple.value(place)
        : f instanceof FunctionValue function ? function.value(place) : apply(at, f, argument);
  }

  private static Value applied(String at, Value f, Value argument) {
    if (f instanceof RuleFunction rule) {
      Value value = rule.at(argument, at);
      if (value == null) {
        throw outside(at, f, argument);
      }
      return value;
    }
    FunctionValue function = function(at, f);
    int index = index(at, function, argument);
    if (index >= 0) {
      return function.value(index);
    }
    throw outside(at, f, argument);
  }

  private static int index(String at, FunctionValue function, Value argument) {
    try {
      return function.indexOf(argument);
    } catch (TlaError error) {
      throw error.at(at);
    }
  }

  private static TlaError outside(String at, Value f, Value argument) {
    return new TlaError(
            Values.brief(argument) + " is outside the domain of the function " + Values.brief(f))
        .at(at);
  }

  /** {@code r.name}. */
  public static Value field(String at, Value record, Field field) {
    Value fields = record instanceof RecordValue ? record : Values.explicit(record);
    if (fields instanceof RecordValue known) {
      int index = known.shape().index(field);
      if (index >= 0) {
        return known.value(index);
      }
    }
    throw new TlaError("no field " + field.name() + " in " + Values.brief(record)).at(at);
  }

  /** {@code DOMAIN f}. */
  public static Value domain(String at, Value f) {
    return f instanceof RuleFunction rule ? rule.domain() : function(at, f).domain();
  }

  /**
   * {@code [f EXCEPT ![k1][k2]... = update]}; the update is given the old value, which is
   * {@code @}. Outside the domain nothing changes.
   */
  public static Value except(String at, Value f, Value[] path, UnaryOperator<Value> update) {
    return except(at, f, path, 0, update);
  }

  /** {@code [f EXCEPT ![key] = update]}. */
  public static Value except(String at, Value f, Value key, UnaryOperator<Value> update) {
    FunctionValue function = function(at, f);
    int index = index(at, function, key);
    return index < 0 ? f : with(at, function, index, update.apply(function.value(index)));
  }

  /** {@code [f EXCEPT ![key][inner] = update]}. */
  public static Value except(
      String at, Value f, Value key, Value inner, UnaryOperator<Value> update) {
    FunctionValue function = function(at, f);
    int index = index(at, function, key);
    return index < 0
        ? f
        : with(at, function, index, except(at, function.value(index), inner, update));
  }

  private static Value except(
      String at, Value f, Value[] path, int from, UnaryOperator<Value> update) {
    if (from + 1 == path.length) {
      return except(at, f, path[from], update);
    }
    FunctionValue function = function(at, f);
    int index = index(at, function, path[from]);
    return index < 0
        ? f
        : with(at, function, index, except(at, function.value(index), path, from + 1, update));
  }

  @SuppressWarnings("ReferenceEquality") // what did not change is the same object
  private static Value with(String at, FunctionValue function, int index, Value value) {
    if (value == function.value(index)) {
      return function;
    }
    try {
      return function.with(index, Values.solid(value));
    } catch (TlaError error) {
      throw error.at(at);
    }
  }

  /** {@code key :> value}. */
  public static Value single(String at, Value key, Value value) {
    try {
      return canonical(Values.set(key), new Value[] {Values.solid(value)});
    } catch (TlaError error) {
      throw error.at(at);
    }
  }

  /** {@code f @@ g @@ ...}: f, g where f is not defined, and so on. */
  public static Value override(String at, Value... functions) {
    Map<Value, Value> pairs = new TreeMap<>(Values.ORDER);
    try {
      for (int i = functions.length - 1; i >= 0; i--) {
        FunctionValue function = function(at, functions[i]);
        for (int j = 0; j < function.size(); j++) {
          pairs.put(function.key(j), function.value(j));
        }
      }
      return canonical(FiniteSet.of(pairs.keySet()), pairs.values().toArray(Value[]::new));
    } catch (TlaError error) {
      throw error.at(at);
    }
  }
}

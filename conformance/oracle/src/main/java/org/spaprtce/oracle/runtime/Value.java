package org.spaprtce.oracle.runtime;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An immutable TLA+ value; two values that TLA+ calls equal are equal in Java.
 *
 * <p>Equality across kinds follows TLC's identities: a function on {@code 1..n} is a tuple and a
 * sequence, a record is a function on strings, {@code <<>>} is the function with the empty domain.
 * The accessors are for Java callers that know the kind; on another kind they throw {@link
 * IllegalStateException}. {@code toString} prints text that TLC reads back.
 */
public sealed interface Value
    permits BoolValue, IntValue, StringValue, ModelValue, FunctionValue, RuleFunction, SetValue {

  /** The Boolean in Java. */
  default boolean asBoolean() {
    if (this instanceof BoolValue bool) {
      return bool.value();
    }
    throw notA("Boolean");
  }

  /** The integer as a {@code long}; throws if it does not fit. */
  default long asLong() {
    if (this instanceof SmallInt small) {
      return small.value();
    }
    throw notA("64 bit signed integer");
  }

  /** The integer, however long. */
  default BigInteger asBigInteger() {
    if (this instanceof IntValue integer) {
      return integer.big();
    }
    throw notA("integer");
  }

  /** The characters of a string, or the name of a model value. */
  default String asString() {
    return switch (this) {
      case StringValue string -> string.value();
      case ModelValue model -> model.name();
      case BoolValue _, IntValue _, FunctionValue _, RuleFunction _, SetValue _ ->
          throw notA("string");
    };
  }

  /** The value of a record's field. */
  default Value field(String name) {
    return at(new StringValue(name));
  }

  /** The value of a function, record or sequence at a point of its domain. */
  default Value at(Value argument) {
    if (this instanceof FunctionValue function) {
      int index = function.indexOf(argument);
      if (index >= 0) {
        return function.value(index);
      }
      throw new IllegalStateException("argument=" + argument + " outside the domain of " + this);
    }
    if (this instanceof RuleFunction rule) {
      return rule.finite().at(argument);
    }
    throw notA("function");
  }

  /** Whether this is a record (a function on strings) with a field of that name. */
  default boolean hasField(String name) {
    return this instanceof RecordValue record && record.shape().index(name) >= 0;
  }

  /** The elements of a tuple or sequence in order, or of a finite set in canonical order. */
  default List<Value> asList() {
    return switch (this) {
      case TupleValue tuple -> tuple.items();
      case SetValue set -> set.finite().items();
      case RuleFunction rule -> rule.finite().asList();
      case BoolValue _, IntValue _, StringValue _, ModelValue _, RecordValue _, MapValue _ ->
          throw notA("sequence or set");
    };
  }

  /** The pairs of argument and value of a function, in canonical order of the arguments. */
  default Map<Value, Value> asMap() {
    if (this instanceof FunctionValue function) {
      Map<Value, Value> pairs = new TreeMap<>(Values.ORDER);
      for (int i = 0; i < function.size(); i++) {
        pairs.put(function.key(i), function.value(i));
      }
      return pairs;
    }
    if (this instanceof RuleFunction rule) {
      return rule.finite().asMap();
    }
    throw notA("function");
  }

  private IllegalStateException notA(String kind) {
    return new IllegalStateException("value=" + Values.brief(this) + " is not a " + kind);
  }
}

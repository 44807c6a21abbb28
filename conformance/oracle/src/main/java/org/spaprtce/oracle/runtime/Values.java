package org.spaprtce.oracle.runtime;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes TLA+ values in Java. */
public final class Values {
  /** The canonical order; it throws {@link TlaError} for values that TLA+ cannot compare. */
  public static final Comparator<Value> ORDER = ValueOrder::compare;

  /** {@code TRUE}. */
  public static final Value TRUE = BoolValue.TRUE;

  /** {@code FALSE}. */
  public static final Value FALSE = BoolValue.FALSE;

  /** The empty set. */
  public static final FiniteSet EMPTY_SET = FiniteSet.EMPTY;

  private static final int BRIEF = 160;

  private Values() {}

  /** A Boolean. */
  public static Value bool(boolean value) {
    return value ? BoolValue.TRUE : BoolValue.FALSE;
  }

  /** An integer. */
  public static IntValue integer(long value) {
    return SmallInt.of(value);
  }

  /** An integer of any length. */
  public static IntValue integer(BigInteger value) {
    return IntValue.of(value);
  }

  /** An integer of 64 unsigned bits. */
  public static IntValue unsigned(long bits) {
    return bits >= 0 ? SmallInt.of(bits) : IntValue.of(new BigInteger(Long.toUnsignedString(bits)));
  }

  /** A string. */
  public static Value string(String value) {
    return new StringValue(value);
  }

  /** A model value. */
  public static Value model(String name) {
    return new ModelValue(name);
  }

  /** A set. */
  public static FiniteSet set(Value... elements) {
    return FiniteSet.ofUnsorted(elements.clone());
  }

  /** A set. */
  public static FiniteSet set(Collection<? extends Value> elements) {
    return FiniteSet.of(elements);
  }

  /** The integers from low to high, both included. */
  public static SetValue range(long low, long high) {
    return new RangeSet(SmallInt.of(low), SmallInt.of(high));
  }

  /** A tuple, which is a sequence. */
  public static TupleValue tuple(Value... items) {
    return Functions.tuple(items.clone());
  }

  /** A tuple, which is a sequence. */
  public static TupleValue tuple(List<? extends Value> items) {
    return Functions.tuple(items.toArray(Value[]::new));
  }

  /**
   * A record: names and values in turn, at least one pair. A value may be given as what {@link
   * #from} converts.
   */
  public static FunctionValue record(Object... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException("namesAndValues.length=" + namesAndValues.length);
    }
    String[] names = new String[namesAndValues.length / 2];
    for (int i = 0; i < names.length; i++) {
      if (!(namesAndValues[2 * i] instanceof String name)) {
        throw new IllegalArgumentException("name=" + namesAndValues[2 * i] + " is not a string");
      }
      names[i] = name;
    }
    RecordShape shape = RecordShape.of(names);
    Value[] values = new Value[names.length];
    for (int i = 0; i < names.length; i++) {
      values[shape.index(names[i])] = solid(from(namesAndValues[2 * i + 1]));
    }
    return new RecordValue(shape, values);
  }

  /** A function. */
  public static FunctionValue function(Map<? extends Value, ? extends Value> pairs) {
    Map<Value, Value> sorted = new TreeMap<>(ORDER);
    sorted.putAll(pairs);
    Value[] values = sorted.values().toArray(Value[]::new);
    for (int i = 0; i < values.length; i++) {
      values[i] = solid(values[i]);
    }
    return Functions.canonical(FiniteSet.of(sorted.keySet()), values);
  }

  /** Converts a {@link Value}, Boolean, Integer, Long, BigInteger or String. */
  public static Value from(Object object) {
    return switch (object) {
      case Value value -> value;
      case Boolean value -> bool(value);
      case Integer value -> integer(value);
      case Long value -> integer(value);
      case BigInteger value -> integer(value);
      case String value -> string(value);
      default -> throw new IllegalArgumentException("object=" + object + " has no TLA+ value");
    };
  }

  /** Reads a constant value as TLC prints it; see {@link ValueParser}. */
  public static Value parse(String text) {
    return ValueParser.parse(text);
  }

  /**
   * The value with a lazy set or a rule replaced by what it stands for: what is stored in another
   * value.
   */
  static Value solid(Value value) {
    if (value instanceof LazySet lazy) {
      return lazy.finite();
    }
    return explicit(value);
  }

  /** The value with a function that is given by a rule replaced by all its pairs. */
  static Value explicit(Value value) {
    return value instanceof RuleFunction rule ? rule.finite() : value;
  }

  /** The text of a value, cut off where it is too long for a message. */
  static String brief(Value value) {
    String text = value.toString();
    return text.length() <= BRIEF ? text : text.substring(0, BRIEF) + "...";
  }
}

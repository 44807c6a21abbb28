package org.spaprtce.oracle.runtime;

import org.jspecify.annotations.Nullable;

/**
 * The value that an operator had when it was evaluated last, in which state and for which
 * arguments.
 *
 * <p>Operators have no effects, so a value can be used again where state and arguments are the same
 * objects. It is immutable: threads may exchange it through a plain field.
 */
public final class Memo {
  /** The value of nothing. */
  public static final Memo NONE = new Memo(null, null, null, null, Values.FALSE);

  private final @Nullable State state;
  private final @Nullable Value first;
  private final @Nullable Value second;
  private final @Nullable Value third;
  private final Value value;

  private Memo(
      @Nullable State state,
      @Nullable Value first,
      @Nullable Value second,
      @Nullable Value third,
      Value value) {
    this.state = state;
    this.first = first;
    this.second = second;
    this.third = third;
    this.value = value;
  }

  /** The value of an operator without parameters. */
  public static Memo of(Value value, State state) {
    return new Memo(state, null, null, null, value);
  }

  /** The value of an operator with one parameter. */
  public static Memo of(Value value, State state, Value first) {
    return new Memo(state, first, null, null, value);
  }

  /** The value of an operator with two parameters. */
  public static Memo of(Value value, State state, Value first, Value second) {
    return new Memo(state, first, second, null, value);
  }

  /** The value of an operator with three parameters. */
  public static Memo of(Value value, State state, Value first, Value second, Value third) {
    return new Memo(state, first, second, third, value);
  }

  /** Whether this is the value in that state. */
  @SuppressWarnings("ReferenceEquality") // what is another object is evaluated anew
  public boolean isFor(State wanted) {
    return state == wanted;
  }

  /** Whether this is the value in that state for that argument. */
  @SuppressWarnings("ReferenceEquality") // what is another object is evaluated anew
  public boolean isFor(State wanted, Value argument) {
    return state == wanted && first == argument;
  }

  /** Whether this is the value in that state for those arguments. */
  @SuppressWarnings("ReferenceEquality") // what is another object is evaluated anew
  public boolean isFor(State wanted, Value argument, Value other) {
    return state == wanted && first == argument && second == other;
  }

  /** Whether this is the value in that state for those arguments. */
  @SuppressWarnings("ReferenceEquality") // what is another object is evaluated anew
  public boolean isFor(State wanted, Value argument, Value other, Value last) {
    return state == wanted && first == argument && second == other && third == last;
  }

  /** The value. */
  public Value value() {
    return value;
  }

  /** The value of an operator that is Boolean by its form. */
  public boolean truth() {
    return ((BoolValue) value).value();
  }
}

package org.spaprtce.oracle.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An immutable assignment of values to the variables of a module; equal if the values are.
 *
 * <p>It prints as a conjunction that TLC reads back.
 */
public final class State {
  /** The state of a module without variables, in which constant expressions are evaluated. */
  public static final State EMPTY = new State(List.of(), new Value[0]);

  private final List<String> variables;
  private final @Nullable Value[] values;
  private int hash;

  /** Takes the array over; its values are solid, or missing in the middle of {@code Init}. */
  State(List<String> variables, @Nullable Value[] values) {
    this.variables = variables;
    this.values = values;
  }

  /** A state with these variables, in the iteration order of the map. */
  public static State of(Map<String, ? extends Value> values) {
    List<Value> solid = new ArrayList<>();
    for (Value value : values.values()) {
      solid.add(Values.solid(value));
    }
    return new State(List.copyOf(values.keySet()), solid.toArray(Value[]::new));
  }

  /** The names of the variables in the order of their declarations. */
  public List<String> variables() {
    return variables;
  }

  /** The value of the variable of that number, from 0. */
  public Value get(int variable) {
    Value value = variable < values.length ? values[variable] : null;
    if (value == null) {
      throw new TlaError(
          variable < values.length
              ? "the variable " + variables.get(variable) + " has no value yet"
              : "a variable is used where there is no state");
    }
    return value;
  }

  /** The value of a variable. */
  public Value get(String variable) {
    return get(index(variable));
  }

  /** This state with one value replaced. */
  public State with(String variable, Value value) {
    @Nullable Value[] changed = values.clone();
    changed[index(variable)] = Values.solid(value);
    return new State(variables, changed);
  }

  private int index(String variable) {
    int index = variables.indexOf(variable);
    if (index < 0) {
      throw new IllegalArgumentException("variable=" + variable + " not in " + variables);
    }
    return index;
  }

  @Override
  public boolean equals(Object other) {
    return other == this
        || (other instanceof State state
            && hashCode() == state.hashCode()
            && Arrays.equals(values, state.values)
            && variables.equals(state.variables));
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      hash = Arrays.hashCode(values);
    }
    return hash;
  }

  /** This state after its hash code has been computed, by the thread that calls. */
  State hashed() {
    hash = hashCode();
    return this;
  }

  /** One line {@code /\ variable = value} for each variable. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < values.length; i++) {
      text.append(i == 0 ? "" : "\n").append("/\\ ").append(variables.get(i)).append(" = ");
      text.append(values[i]);
    }
    return text.toString();
  }
}

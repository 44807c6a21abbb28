package org.spaprtce.conformance.judge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spaprtce.oracle.Oracle;
import org.spaprtce.oracle.runtime.FiniteSet;
import org.spaprtce.oracle.runtime.FunctionValue;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/** What one set of quirks says about commands of one cast; it has no memory. */
final class Rules {
  private static final String SUCCESS = "OK";

  private final Oracle oracle;
  private final State initial;

  Rules(Oracle oracle) {
    this.oracle = oracle;
    this.initial = oracle.initial();
  }

  /** The state in which nothing has happened. */
  State initial() {
    return initial;
  }

  /** A state of fewer names, with nothing happened to the others. */
  State extended(State fewer) {
    State state = initial;
    for (String variable : initial.variables()) {
      Value value = fewer.get(variable);
      if (initial.get(variable) instanceof FunctionValue all
          && value instanceof FunctionValue some) {
        for (int i = 0; i < some.size(); i++) {
          all = all.with(all.indexOf(some.key(i)), some.value(i));
        }
        value = all;
      }
      state = state.with(variable, value);
    }
    return state;
  }

  /** Whether a state is as if nothing had ever happened to a name. */
  boolean isUntouched(State state, Value name) {
    for (int i = 0; i < state.variables().size(); i++) {
      if (!isUntouched(state.get(i), initial.get(i), name)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUntouched(Value now, Value atFirst, Value name) {
    if (!(now instanceof FunctionValue values && atFirst instanceof FunctionValue first)) {
      return !mentions(now, name);
    }
    for (int i = 0; i < values.size(); i++) {
      Value value = values.value(i);
      boolean touched =
          values.key(i).equals(name) ? !value.equals(first.value(i)) : mentions(value, name);
      if (touched) {
        return false;
      }
    }
    return true;
  }

  private static boolean mentions(Value value, Value name) {
    if (value instanceof FunctionValue function) {
      for (int i = 0; i < function.size(); i++) {
        if (mentions(function.value(i), name)) {
          return true;
        }
      }
      return false;
    }
    if (value instanceof FiniteSet set) {
      for (Value element : set) {
        if (mentions(element, name)) {
          return true;
        }
      }
      return false;
    }
    return value.equals(name);
  }

  /** The ways in which a command may end. */
  Set<Outcome> outcomes(State state, Value command) {
    Set<Outcome> outcomes = new LinkedHashSet<>();
    for (Value result : oracle.allowed(state, command)) {
      Outcome outcome = outcome(state, command, result.asString());
      if (outcome == null) {
        throw new IllegalStateException("no state after " + command + " with " + result);
      }
      outcomes.add(outcome);
    }
    return outcomes;
  }

  /** The way in which a command ends with a result; null if it may not. */
  @Nullable Outcome outcome(State state, Value command, String name) {
    Value result = Values.string(name);
    List<State> next = oracle.apply(state, command, result);
    if (next.size() > 1) {
      throw new IllegalStateException(
          "states=" + next.size() + " after " + command + " with " + name);
    }
    return next.isEmpty()
        ? null
        : new Outcome(name, oracle.output(state, command, result), next.getFirst());
  }

  /** The state after something else than the interface has so many pages of a process. */
  State lockedElsewhere(State state, Value process, Value pages) {
    return oracle.fact(state, "LockedElsewhere", process, pages).getFirst();
  }

  /** What a device of a group reaches at a bus address: at most one view. */
  @Nullable Value deviceView(State state, Value group, Value iova) {
    List<Value> views = oracle.evaluate(state, "DeviceView", group, iova).asList();
    return views.isEmpty() ? null : views.getFirst();
  }

  /**
   * The clauses that decide about a command: those of the first checks that fail; if none fails,
   * those of the checks that would have given the answer that was got.
   */
  List<String> clauses(State state, Value command, String got) {
    List<Oracle.Check> checks = oracle.explain(state, command);
    long first =
        checks.stream()
            .filter(Oracle.Check::fails)
            .mapToLong(Oracle.Check::step)
            .min()
            .orElse(Long.MAX_VALUE);
    List<String> clauses = new ArrayList<>();
    for (Oracle.Check check : checks) {
      boolean decides =
          first == Long.MAX_VALUE
              ? !got.equals(SUCCESS) && check.result().equals(got)
              : check.fails() && check.step() == first;
      if (decides && !clauses.contains(check.clause())) {
        clauses.add(check.clause());
      }
    }
    return clauses;
  }
}

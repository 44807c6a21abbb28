package org.spaprtce.conformance.judge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spaprtce.oracle.Oracle;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/** What one set of quirks says about commands; it has no memory. */
final class Rules {
  private static final String SUCCESS = "OK";

  private final Oracle oracle;

  Rules(Oracle oracle) {
    this.oracle = oracle;
  }

  /** The state in which nothing has happened. */
  State initial() {
    return oracle.initial();
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

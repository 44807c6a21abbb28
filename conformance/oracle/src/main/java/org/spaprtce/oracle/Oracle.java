package org.spaprtce.oracle;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spaprtce.oracle.generated.SpaprTceModule;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.TlaError;
import org.spaprtce.oracle.runtime.TlaModule;
import org.spaprtce.oracle.runtime.Value;

/**
 * The compiled norm with values for its constants.
 *
 * <p>It is without memory of its own: the caller holds the state. Commands and results are values
 * as the module TceInterface describes them. Safe for use by threads.
 */
public final class Oracle {
  private static final String INVARIANT = "Inv";
  private static final String TLC_INVARIANT = "TlcInv";

  private final TlaModule module;
  private final List<String> invariants;

  private Oracle(TlaModule module) {
    this.module = module;
    this.invariants =
        module.predicates().stream()
            .filter(name -> name.endsWith(INVARIANT) && !name.endsWith(TLC_INVARIANT))
            .toList();
  }

  /**
   * The oracle for these constants, by name.
   *
   * @throws IllegalArgumentException if a constant is missing or unknown, or breaks an assumption
   *     of the norm
   */
  public static Oracle of(Map<String, Value> constants) {
    return of(constants, Map.of());
  }

  /**
   * The oracle for these constants, by name, in which some operators of the norm are replaced.
   *
   * @param substitutions what replaces which operator; see {@link Quirk} and {@link Profile}
   * @throws IllegalArgumentException if a constant is missing or unknown, or breaks an assumption
   *     of the norm, or if a substitution is unknown
   */
  public static Oracle of(Map<String, Value> constants, Map<String, String> substitutions) {
    TlaModule module = new SpaprTceModule(constants, substitutions);
    List<String> violated = module.violatedAssumptions();
    if (!violated.isEmpty()) {
      throw new IllegalArgumentException("constants=" + constants + " violate " + violated);
    }
    return new Oracle(module);
  }

  /**
   * A check of a command.
   *
   * @param step checks of an earlier step decide before those of a later one
   * @param clause the clause of the norm that it is
   * @param result the answer if it fails and decides
   * @param fails whether it fails
   */
  public record Check(long step, String clause, String result, boolean fails) {}

  /** The module itself, for all of its operators. */
  public TlaModule module() {
    return module;
  }

  /** The state before any command. */
  public State initial() {
    return module.initial().getFirst();
  }

  /** The results that the norm allows for a command; the set cannot be changed. */
  public Set<Value> allowed(State state, Value command) {
    List<Value> results = module.eval(state, "Results", command).asList();
    return results.size() == 1
        ? Set.of(results.getFirst())
        : Collections.unmodifiableSet(new LinkedHashSet<>(results));
  }

  /** The states after the command has answered so; none if the norm does not allow the answer. */
  public List<State> apply(State state, Value command, Value result) {
    return module.apply(state, "Do", command, result);
  }

  /** The checks that a command makes, in the order of the norm. */
  public List<Check> explain(State state, Value command) {
    return module.eval(state, "Checks", command).asList().stream()
        .map(check ->
            new Check(
                check.field("step").asLong(),
                check.field("clause").asString(),
                check.field("result").asString(),
                check.field("fails").asBoolean()))
        .toList();
  }

  /** What the command hands out when it answers so in this state: a record. */
  public Value output(State state, Value command, Value result) {
    return evaluate(state, "Output", command, result);
  }

  /**
   * The value of an operator of the norm.
   *
   * @throws IllegalArgumentException if there is no such operator, or not with so many arguments
   */
  public Value evaluate(State state, String operator, Value... arguments) {
    return module.eval(state, operator, arguments);
  }

  /** The states after a step that no command takes; see the module Environment. */
  public List<State> fact(State state, String action, Value... arguments) {
    return module.apply(state, action, arguments);
  }

  /** The names of the invariants. */
  public List<String> invariants() {
    return invariants;
  }

  /**
   * The names of the invariants that a state violates. An invariant that has no value in the state
   * is violated, too: a quirk can leave what no invariant reckons with.
   */
  public List<String> violated(State state) {
    return invariants.stream().filter(name -> !holds(state, name)).toList();
  }

  private boolean holds(State state, String invariant) {
    try {
      return module.holds(state, invariant);
    } catch (TlaError withoutValue) {
      return false;
    }
  }
}

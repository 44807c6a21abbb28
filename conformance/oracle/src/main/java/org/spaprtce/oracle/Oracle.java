package org.spaprtce.oracle;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spaprtce.oracle.generated.SpaprTceModule;
import org.spaprtce.oracle.runtime.State;
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
    TlaModule module = new SpaprTceModule(constants);
    List<String> violated = module.violatedAssumptions();
    if (!violated.isEmpty()) {
      throw new IllegalArgumentException("constants=" + constants + " violate " + violated);
    }
    return new Oracle(module);
  }

  /** The module itself, for all of its operators. */
  public TlaModule module() {
    return module;
  }

  /** The state before any command. */
  public State initial() {
    return module.initial().getFirst();
  }

  /** The results that the norm allows for a command. */
  public Set<Value> allowed(State state, Value command) {
    return new LinkedHashSet<>(module.eval(state, "Results", command).asList());
  }

  /** The states after the command has answered so; none if the norm does not allow the answer. */
  public List<State> apply(State state, Value command, Value result) {
    return module.apply(state, "Do", command, result);
  }

  /** The states after a step that no command takes; see the module Environment. */
  public List<State> fact(State state, String action, Value... arguments) {
    return module.apply(state, action, arguments);
  }

  /** The names of the invariants. */
  public List<String> invariants() {
    return invariants;
  }

  /** The names of the invariants that a state violates. */
  public List<String> violated(State state) {
    return invariants.stream().filter(name -> !module.holds(state, name)).toList();
  }
}

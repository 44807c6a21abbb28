package org.spaprtce.oracle.runtime;

import java.util.List;
import java.util.Map;

/** A TLA+ module with values for its constants, ready to be evaluated. Safe for use by threads. */
public interface TlaModule {
  /** Receives the transitions of a state. */
  @FunctionalInterface
  interface TransitionSink {
    /** Takes one transition; the same one may come more than once. */
    void transition(Label label, State successor);
  }

  /** The name of the module. */
  String name();

  /** The names of the constants in the order of their declarations. */
  List<String> constants();

  /** The names of the variables in the order of their declarations. */
  List<String> variables();

  /** For each operator that an instance can replace, the operators that can replace it. */
  Map<String, List<String>> replaceable();

  /** The states that satisfy {@code Init}, each once. */
  List<State> initial();

  /** Hands over the transitions of {@code Next} from a state. */
  void next(State state, TransitionSink sink);

  /**
   * The states, each once, to which an action with these arguments leads; none if it is not
   * enabled. An unknown action or a wrong number of arguments is an {@link
   * IllegalArgumentException}.
   */
  List<State> apply(State state, String action, Value... arguments);

  /**
   * The value of an operator in a state ({@link State#EMPTY} suffices for a constant one). An
   * unknown operator or a wrong number of arguments is an {@link IllegalArgumentException}.
   */
  Value eval(State state, String operator, Value... arguments);

  /** Whether a predicate, one of {@link #predicates}, holds in a state. */
  boolean holds(State state, String predicate);

  /** The operators without parameters that are Boolean by their form and need one state at most. */
  List<String> predicates();

  /** The actions that {@link #apply} knows. */
  List<String> actions();

  /** The operators after which {@link #next} can name a transition. */
  List<String> transitions();

  /**
   * The assumptions that the constants break or that have no value with them, by name, or by
   * position where they have none.
   */
  List<String> violatedAssumptions();
}

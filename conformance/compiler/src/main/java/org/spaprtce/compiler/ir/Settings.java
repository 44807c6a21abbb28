package org.spaprtce.compiler.ir;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the configuration of a module says.
 *
 * @param init the predicate of the first states
 * @param next the next-state action
 * @param values the values of constants, in TLA+
 * @param substitutions for operators that the configuration replaces, by which one
 * @param invariants the predicates that hold in each state
 */
public record Settings(
    Optional<String> init,
    Optional<String> next,
    Map<String, String> values,
    Map<String, String> substitutions,
    List<String> invariants) {
  /** The definition with which callers enter a role. */
  public Optional<String> entry(ActionDefinition.Role role) {
    return switch (role) {
      case INIT -> init;
      case NEXT -> next;
      case ACTION -> Optional.empty();
    };
  }
}

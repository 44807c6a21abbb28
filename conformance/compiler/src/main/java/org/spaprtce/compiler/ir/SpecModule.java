package org.spaprtce.compiler.ir;

import java.util.List;
import java.util.Map;

/**
 * A module and the modules that it extends, as one.
 *
 * @param init the operator of the initial states
 * @param next the operator of the next-state action
 * @param replaceable for each operator that can be replaced, the operators that can replace it
 */
public record SpecModule(
    String name,
    List<String> constants,
    List<String> variables,
    List<Definition> definitions,
    List<ActionDefinition> actions,
    List<Assumption> assumptions,
    String init,
    String next,
    Map<String, List<String>> replaceable) {

  /** Whether there is a definition of that name in that role. */
  public boolean has(ActionDefinition.Role role, String definition) {
    return actions.stream().anyMatch(a -> a.role() == role && a.name().equals(definition));
  }
}

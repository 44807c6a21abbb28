package org.spaprtce.compiler.ir;

import java.util.List;

/** A module and the modules that it extends, as one. */
public record SpecModule(
    String name,
    List<String> constants,
    List<String> variables,
    List<Definition> definitions,
    List<ActionDefinition> actions,
    List<Assumption> assumptions) {

  /** Whether there is a definition of that name in that role. */
  public boolean has(ActionDefinition.Role role, String definition) {
    return actions.stream().anyMatch(a -> a.role() == role && a.name().equals(definition));
  }
}

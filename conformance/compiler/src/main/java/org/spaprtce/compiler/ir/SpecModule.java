package org.spaprtce.compiler.ir;

import java.util.List;
import java.util.Map;

/**
 * A module and the modules that it extends, as one.
 *
 * @param replaceable for each operator that can be replaced, the operators that can replace it
 */
public record SpecModule(
    String name,
    List<String> constants,
    List<String> variables,
    List<Definition> definitions,
    List<ActionDefinition> actions,
    List<Assumption> assumptions,
    Map<String, List<String>> replaceable,
    Settings settings) {

  /** Whether the configuration says all that an instance needs. */
  public boolean isConfigured() {
    return constants.stream().allMatch(settings.values()::containsKey)
        && replaceable.values().stream().allMatch(others -> others.size() == 1);
  }
}

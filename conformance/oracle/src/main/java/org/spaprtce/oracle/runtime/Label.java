package org.spaprtce.oracle.runtime;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The name of a transition: the operator that {@code Next} reaches below its disjunctions and
 * quantifiers, with its arguments.
 */
public record Label(String action, List<Value> arguments) {
  /** Copies the arguments. */
  public Label {
    arguments = List.copyOf(arguments);
  }

  @Override
  public String toString() {
    return arguments.isEmpty()
        ? action
        : arguments.stream()
            .map(Value::toString)
            .collect(Collectors.joining(", ", action + "(", ")"));
  }
}

package org.spaprtce.conformance.sut;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.Value;

/** The state that a system shows, and where it differs from another. */
public final class Observed {
  private Observed() {}

  /** The state of a system. */
  public static State state(SystemUnderTest system, List<String> variables) {
    Map<String, Value> values = system.variables();
    Map<String, Value> ordered = new LinkedHashMap<>();
    for (String variable : variables) {
      Value value = values.get(variable);
      if (value == null) {
        throw new IllegalStateException("variable=" + variable + " is not shown");
      }
      ordered.put(variable, value);
    }
    return State.of(ordered);
  }

  /** The variables in which two states differ, with both values. */
  public static String difference(State expected, State found) {
    StringJoiner text = new StringJoiner("; ");
    for (String variable : expected.variables()) {
      if (!expected.get(variable).equals(found.get(variable))) {
        text.add(
            variable + " expected " + expected.get(variable) + " found " + found.get(variable));
      }
    }
    return text.toString();
  }
}

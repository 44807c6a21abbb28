package org.spaprtce.conformance.sut;

import java.util.List;

/** The implementation did what the norm does not allow; says so in the words of the spec. */
public final class Divergence extends AssertionError {
  private static final long serialVersionUID = 1;

  private final int steps;

  /**
   * A divergence at the last of some steps.
   *
   * @param scenario the surroundings
   * @param history the steps before with their results, and the one that diverged
   * @param difference what was expected and what was found
   */
  Divergence(Scenario scenario, List<String> history, String difference) {
    super(describe(scenario, history, difference));
    steps = history.size();
  }

  /** The number of steps, the one that diverged included. */
  public int steps() {
    return steps;
  }

  private static String describe(Scenario scenario, List<String> history, String difference) {
    StringBuilder text = new StringBuilder("the implementation diverges from the norm\n");
    text.append("  ").append(scenario).append('\n');
    for (int i = 0; i < history.size(); i++) {
      text.append("  %2d. %s%n".formatted(i + 1, history.get(i)));
    }
    return text.append("  ").append(difference).toString();
  }
}

package org.spaprtce.conformance.sut;

import java.util.List;

/** A system did what the norm does not allow; says so in the words of the spec. */
public final class Divergence extends AssertionError {
  private static final long serialVersionUID = 1;

  private final transient Scenario scenario;
  private final transient List<Step> steps;
  private final String difference;

  /**
   * A divergence at the last of some steps.
   *
   * @param scenario the surroundings
   * @param steps the steps that were taken, the one that diverged included
   * @param results the results of the steps
   * @param difference what was expected and what was found
   */
  Divergence(Scenario scenario, List<Step> steps, List<String> results, String difference) {
    super(describe(scenario, steps, results, difference));
    this.scenario = scenario;
    this.steps = List.copyOf(steps);
    this.difference = difference;
  }

  /** The surroundings of the steps. */
  public Scenario scenario() {
    return scenario;
  }

  /** The steps, the one that diverged last. */
  public List<Step> steps() {
    return steps;
  }

  /** What was expected and what was found. */
  public String difference() {
    return difference;
  }

  private static String describe(
      Scenario scenario, List<Step> steps, List<String> results, String difference) {
    StringBuilder text = new StringBuilder("the implementation diverges from the norm\n");
    text.append("  ").append(scenario).append('\n');
    for (int i = 0; i < steps.size(); i++) {
      text.append("  %2d. %s -> %s%n".formatted(i + 1, steps.get(i), results.get(i)));
    }
    return text.append("  ").append(difference).toString();
  }
}

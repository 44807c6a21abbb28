package org.spaprtce.spec;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What TLC answered for one model.
 *
 * @param exit TLC's exit code: 0 all holds, 12 an invariant and 13 a property of steps is violated
 * @param violated the property that TLC named, or null
 * @param distinctStates the distinct states that it found, or -1 if it printed no such number
 * @param depth the depth of the search, or -1
 * @param duration wall time of the whole process
 * @param command the command line, to run it again by hand
 * @param output everything that TLC printed
 */
public record TlcRun(
    int exit,
    @Nullable String violated,
    long distinctStates,
    int depth,
    Duration duration,
    String command,
    String output) {

  private static final Pattern VIOLATED =
      Pattern.compile("(?:Invariant|Action property|property) (\\w+) is violated");
  private static final Pattern STATES =
      Pattern.compile("(?m)^[\\d,]+ states generated, ([\\d,]+) distinct states found");
  private static final Pattern DEPTH =
      Pattern.compile("The depth of the complete state graph search is (\\d+)");

  /** TLC prints no numbers then: it has looked at one state, at depth 1. */
  private static final String IN_THE_INITIAL_STATE = " is violated by the initial state";

  private static final int HOLDS = 0;
  private static final int INVARIANT_VIOLATED = 12;
  private static final int PROPERTY_VIOLATED = 13;

  static TlcRun parse(int exit, String output, Duration duration, String command) {
    boolean atOnce = output.contains(IN_THE_INITIAL_STATE);
    return new TlcRun(
        exit,
        first(VIOLATED, output),
        atOnce ? 1 : number(first(STATES, output)),
        atOnce ? 1 : (int) number(first(DEPTH, output)),
        duration,
        command,
        output);
  }

  /**
   * Compares the answer with what the manifest expects.
   *
   * @return one sentence for each difference; empty if there is none
   */
  public List<String> differences(Model model) {
    List<String> differences = new ArrayList<>();
    boolean exitFits =
        model.violated() == null
            ? exit == HOLDS
            : exit == INVARIANT_VIOLATED || exit == PROPERTY_VIOLATED;
    if (!exitFits) {
      differences.add("TLC ended with exit code " + exit);
    }
    if (!Objects.equals(violated, model.violated())) {
      differences.add("expected violated=" + model.violated() + " got violated=" + violated);
    }
    if (distinctStates != model.distinctStates()) {
      differences.add(
          "expected distinctStates=" + model.distinctStates() + " got " + distinctStates);
    }
    if (depth != model.depth()) {
      differences.add("expected depth=" + model.depth() + " got " + depth);
    }
    return List.copyOf(differences);
  }

  private static @Nullable String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : null;
  }

  private static long number(@Nullable String digits) {
    return digits == null ? -1 : Long.parseLong(digits.replace(",", ""));
  }
}

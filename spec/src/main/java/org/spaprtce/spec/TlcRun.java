package org.spaprtce.spec;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What TLC answered for one model.
 *
 * @param exit TLC's exit code: 0 all holds, 11 to 13 something is violated
 * @param violated the property that TLC named, or null
 * @param distinctStates the distinct states that it found, or -1 if it printed no such number
 * @param depth the depth of the search, or -1
 * @param steps the steps of the counterexample, 0 if there is none
 * @param reached the lines in which a model tells the answers and checks that it met, without
 *     repetition
 * @param census a digest of how many calls each check decided, empty if the model does not tell
 * @param duration wall time of the whole process
 * @param command the command line, to run it again by hand
 * @param output everything that TLC printed
 */
public record TlcRun(
    int exit,
    @Nullable String violated,
    long distinctStates,
    int depth,
    int steps,
    SortedSet<String> reached,
    String census,
    Duration duration,
    String command,
    String output) {

  /** How the line of an answer begins; the other lines are of checks. */
  public static final String ANSWER = "<<\"answer\"";

  private static final Pattern VIOLATED =
      Pattern.compile("(?:Invariant|Action property|property) (\\w+) is violated");
  private static final Pattern REACHED = Pattern.compile("(?m)^<<\"(?:answer|check)\",.*>>$");
  private static final Pattern CENSUS = Pattern.compile("(?m)^<<\\s*\"census\"");
  private static final Pattern CENSUS_ENTRY =
      Pattern.compile(
          "<<\\s*<<\\s*\"(\\w*)\",\\s*\"([\\w-]*)\",\\s*\"(\\w+)\"\\s*>>,\\s*(\\d+)\\s*>>");

  /** Enough for no two models to agree by chance. */
  private static final int DIGEST_LENGTH = 12;

  private static final Pattern TRACE_STATE = Pattern.compile("(?m)^State (\\d+): ");
  private static final Pattern STATES =
      Pattern.compile("(?m)^[\\d,]+ states generated, ([\\d,]+) distinct states found");
  private static final Pattern DEPTH =
      Pattern.compile("The depth of the complete state graph search is (\\d+)");

  /** TLC prints no numbers then: it has looked at one state, at depth 1. */
  private static final String IN_THE_INITIAL_STATE = " is violated by the initial state";

  private static final int HOLDS = 0;

  /** A deadlock, an invariant, a property of steps or of behaviours. */
  private static final Set<Integer> VIOLATION = Set.of(11, 12, 13);

  /** Copies the set. */
  public TlcRun {
    reached = Collections.unmodifiableSortedSet(new TreeSet<>(reached));
  }

  /**
   * Reads what TLC printed.
   *
   * @param exit its exit code
   * @param output what it printed
   * @param duration wall time of the process
   * @param command the command line
   */
  public static TlcRun parse(int exit, String output, Duration duration, String command) {
    boolean atOnce = output.contains(IN_THE_INITIAL_STATE);
    String violated =
        output.contains("Error: Deadlock reached.")
            ? Model.DEADLOCK
            : output.contains("Error: Temporal properties were violated.")
                ? Model.TEMPORAL
                : first(VIOLATED, output);
    return new TlcRun(
        exit,
        violated,
        atOnce ? 1 : number(first(STATES, output)),
        atOnce ? 1 : (int) number(first(DEPTH, output)),
        TRACE_STATE
            .matcher(output)
            .results()
            .mapToInt(state -> Integer.parseInt(state.group(1)) - 1)
            .max()
            .orElse(0),
        REACHED
            .matcher(output)
            .results()
            .map(MatchResult::group)
            .collect(Collectors.toCollection(TreeSet::new)),
        census(output),
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
    boolean exitFits = model.violated() == null ? exit == HOLDS : VIOLATION.contains(exit);
    if (!exitFits) {
      differences.add("TLC ended with exit code " + exit);
    }
    if (!Objects.equals(violated, model.violated())) {
      differences.add("expected violated=" + model.violated() + " got violated=" + violated);
    }
    if (model.distinctStates() >= 0 && distinctStates != model.distinctStates()) {
      differences.add(
          "expected distinctStates=" + model.distinctStates() + " got " + distinctStates);
    }
    if (model.depth() >= 0 && depth != model.depth()) {
      differences.add("expected depth=" + model.depth() + " got " + depth);
    }
    if (model.steps() != null && steps != model.steps()) {
      differences.add("expected steps=" + model.steps() + " got " + steps);
    }
    if (model.answers() != null && answers() != model.answers()) {
      differences.add("expected answers=" + model.answers() + " got " + answers());
    }
    if (model.census() != null && !census.equals(model.census())) {
      differences.add("expected census=" + model.census() + " got " + census);
    }
    return List.copyOf(differences);
  }

  /** How many different answers of checks the model has met. */
  public int answers() {
    return (int) reached.stream().filter(line -> line.startsWith(ANSWER)).count();
  }

  /** The last census that was printed, whatever the order and the lines of its entries. */
  private static String census(String output) {
    int start = -1;
    Matcher begin = CENSUS.matcher(output);
    while (begin.find()) {
      start = begin.start();
    }
    if (start < 0) {
      return "";
    }
    String text = output.substring(start).split("\n(?! )", 2)[0];
    String entries =
        CENSUS_ENTRY
            .matcher(text)
            .results()
            .map(entry ->
                String.join(" ", entry.group(1), entry.group(2), entry.group(3), entry.group(4)))
            .sorted()
            .collect(Collectors.joining("\n"));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(entries.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, DIGEST_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static @Nullable String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : null;
  }

  private static long number(@Nullable String digits) {
    return digits == null ? -1 : Long.parseLong(digits.replace(",", ""));
  }
}

package org.spaprtce.conformance.judge;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of every operation of a recording.
 *
 * @param file the file as the caller named it
 * @param profile what it was judged by
 * @param followed the profile that the recorded kernel is taken to have
 * @param facts what was taken for granted about the machine
 * @param operations the number of operations
 * @param agreedCommands how many commands had an outcome that the profile allows
 * @param agreedFacts how many other operations had the effects that they were predicted to have
 * @param divergedByQuirk how many operations had others, by the quirks that explain them
 * @param divergences these operations in the order of their lines: all, or the first ones
 * @param notCoveredReasons how many operations are not covered, by reason
 * @param problem what is wrong with the line behind the last operation; null if the recording was
 *     judged to its end
 */
public record FileReport(
    String file,
    String profile,
    String followed,
    List<String> facts,
    int operations,
    int agreedCommands,
    int agreedFacts,
    Map<String, Integer> divergedByQuirk,
    List<Divergence> divergences,
    Map<Reason, Integer> notCoveredReasons,
    @Nullable String problem) {
  /** Copies the collections; every operation must be counted once. */
  public FileReport {
    facts = List.copyOf(facts);
    divergences = List.copyOf(divergences);
    Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);
    reasons.putAll(notCoveredReasons);
    notCoveredReasons = reasons;
    divergedByQuirk = Collections.unmodifiableMap(new TreeMap<>(divergedByQuirk));
    int sum = agreedCommands + agreedFacts + total(divergedByQuirk) + total(reasons);
    if (sum != operations) {
      throw new IllegalStateException("operations=" + operations + " sum=" + sum);
    }
  }

  /** How many operations agreed. */
  public int agreed() {
    return agreedCommands + agreedFacts;
  }

  /** How many operations are not covered. */
  public int notCovered() {
    return total(notCoveredReasons);
  }

  /** How many operations diverged. */
  public int diverged() {
    return total(divergedByQuirk);
  }

  /** How many operations diverged and no quirk of the recorded kernel explains it. */
  public int unexplained() {
    return divergedByQuirk.getOrDefault(Divergence.UNEXPLAINED, 0);
  }

  /** The same without the divergences themselves. */
  public FileReport withoutDivergences() {
    return new FileReport(
        file,
        profile,
        followed,
        facts,
        operations,
        agreedCommands,
        agreedFacts,
        divergedByQuirk,
        List.of(),
        notCoveredReasons,
        problem);
  }

  private static int total(Map<?, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}

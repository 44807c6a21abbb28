package org.spaprtce.conformance.judge;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What became of every operation of a recording.
 *
 * @param file the file as the caller named it
 * @param operations the number of operations
 * @param agreed how many of them had an outcome that the norm allows
 * @param divergences those that had another, in the order of their lines
 * @param notCoveredReasons how many of them are not covered, by reason
 */
public record FileReport(
    String file,
    int operations,
    int agreed,
    List<Divergence> divergences,
    Map<Reason, Integer> notCoveredReasons) {
  /** What the recordings are judged by. */
  public static final String PROFILE = "norm";

  /** Copies the collections; every operation must be in exactly one of the three classes. */
  public FileReport {
    divergences = List.copyOf(divergences);
    Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);
    reasons.putAll(notCoveredReasons);
    notCoveredReasons = reasons;
    int sum = agreed + divergences.size() + total(reasons);
    if (sum != operations) {
      throw new IllegalStateException("operations=" + operations + " sum=" + sum);
    }
  }

  /** How many operations are not covered. */
  public int notCovered() {
    return total(notCoveredReasons);
  }

  /** How many operations diverged. */
  public int diverged() {
    return divergences.size();
  }

  /** How many divergences are the first of their sequence. */
  public int first() {
    return (int) divergences.stream().filter(d -> d.follows() == null).count();
  }

  private static int total(Map<Reason, Integer> reasons) {
    return reasons.values().stream().mapToInt(Integer::intValue).sum();
  }
}

package org.spaprtce.conformance.judge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation whose recorded outcome the judging profile does not allow.
 *
 * @param line the line of the file
 * @param sequence the sequence of its process
 * @param operation the operation for a reader
 * @param clauses the clauses that say otherwise
 * @param quirks the quirks of the recorded kernel that explain it; none if nothing does
 * @param expected the outcomes that are allowed
 * @param got the recorded outcome
 * @param follows the line of the first unexplained divergence of the sequence, after which the
 *     state is not known for certain; null if there is none before this one
 */
public record Divergence(
    int line,
    String sequence,
    String operation,
    List<String> clauses,
    List<String> quirks,
    List<String> expected,
    String got,
    @Nullable Integer follows) {
  /** What stands for the quirks where there are none. */
  static final String UNEXPLAINED = "unexplained";

  /** Copies the lists. */
  public Divergence {
    clauses = List.copyOf(clauses);
    quirks = List.copyOf(quirks);
    expected = List.copyOf(expected);
  }

  /** Whether quirks of the recorded kernel explain it. */
  public boolean explained() {
    return !quirks.isEmpty();
  }

  /** The quirks as one text, {@code unexplained} if there are none. */
  public String quirkText() {
    return explained() ? String.join(" + ", quirks) : UNEXPLAINED;
  }
}

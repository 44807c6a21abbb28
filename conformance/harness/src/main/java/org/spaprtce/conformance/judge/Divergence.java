package org.spaprtce.conformance.judge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation whose recorded outcome the norm does not allow.
 *
 * @param line the line of the file
 * @param sequence the sequence of its process
 * @param operation the operation for a reader
 * @param clauses the clauses that say otherwise
 * @param expected the outcomes that the norm allows
 * @param got the recorded outcome
 * @param follows the line of the first divergence of the sequence; null for that one itself
 */
public record Divergence(
    int line,
    String sequence,
    String operation,
    List<String> clauses,
    List<String> expected,
    String got,
    @Nullable Integer follows) {
  /** Copies the lists. */
  public Divergence {
    clauses = List.copyOf(clauses);
    expected = List.copyOf(expected);
  }
}

package org.spaprtce.conformance.sut;

import java.util.List;
import org.spaprtce.oracle.runtime.State;

/**
 * A step that both took.
 *
 * @param name the name of the step
 * @param result what was answered
 * @param deciding the clauses of the checks that gave this answer; none for success
 * @param before the state before the step
 * @param after the state after the step
 */
public record Taken(String name, String result, List<String> deciding, State before, State after) {
  /** Copies the list. */
  public Taken {
    deciding = List.copyOf(deciding);
  }
}

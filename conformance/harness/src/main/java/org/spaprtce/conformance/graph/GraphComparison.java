package org.spaprtce.conformance.graph;

import java.util.List;

/**
 * What came of comparing the oracle's state graph of a model with TLC's.
 *
 * @param model the name of the model
 * @param distinctStates the number of TLC's states
 * @param distinctEdges the number of TLC's labelled transitions, each once
 * @param differences the first differences in TLA+; none if the graphs are equal
 * @param digest SHA-256 in hexadecimal of the oracle's states, labels and transitions in canonical
 *     order
 */
public record GraphComparison(
    String model, int distinctStates, long distinctEdges, List<String> differences, String digest) {
  /** Copies the list. */
  public GraphComparison {
    differences = List.copyOf(differences);
  }

  /** Whether the graphs are equal. */
  public boolean equal() {
    return differences.isEmpty();
  }
}

package org.spaprtce.conformance.graph;

import java.util.List;

/**
 * What came of comparing the graph of a model, compiled, with TLC's.
 *
 * @param model the name of the model
 * @param equal whether both are the same; false where nothing could be compared
 * @param whole whether the graph is complete; otherwise it is TLC's breadth-first search up to the
 *     states given here
 * @param states the states that TLC keeps: with a view or a symmetry, one for each class
 * @param met the states that its transitions lead to, with the values of all variables
 * @param edges the labelled transitions, each once
 * @param tlcDigest SHA-256 in hexadecimal of TLC's graph in canonical order, empty if there is none
 * @param compiledDigest the same of the compiled model's graph
 * @param differences the first differences in TLA+, or the reason why nothing was compared
 */
public record ModelCertificate(
    String model,
    boolean equal,
    boolean whole,
    int states,
    int met,
    long edges,
    String tlcDigest,
    String compiledDigest,
    List<String> differences) {
  /** Copies the list. */
  public ModelCertificate {
    differences = List.copyOf(differences);
  }

  /** A model that could not be compared. */
  static ModelCertificate none(String model, String reason) {
    return new ModelCertificate(model, false, false, 0, 0, 0, "", "", List.of(reason));
  }
}

package org.spaprtce.compiler.front;

import java.io.Serial;
import org.spaprtce.compiler.Problem;
import org.spaprtce.compiler.ir.Position;
import tla2sany.semantic.SemanticNode;

/** Ends the translation of one definition. */
final class Refusal extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  private Refusal(Problem problem) {
    super(problem.toString());
    this.problem = problem;
  }

  /** A construct outside the subset, and what to write instead. */
  static Refusal of(SemanticNode node, String construct, String instead) {
    return new Refusal(new Problem(position(node), construct + ": " + instead));
  }

  Problem problem() {
    return problem;
  }

  static Position position(SemanticNode node) {
    var place = node.getLocation();
    return Position.inModule(place.source(), place.beginLine(), place.beginColumn());
  }
}

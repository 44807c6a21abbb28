package org.spaprtce.compiler.front;

import org.jspecify.annotations.Nullable;
import org.spaprtce.compiler.ir.ActionDefinition.Role;
import tla2sany.semantic.ExprNode;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;

/**
 * The two parts of a formula {@code Init /\ [][Next]_vars /\ ...} that determine states; fairness
 * does not.
 */
final class Behaviours {
  private static final int TEMPORAL_LEVEL = 3;

  private Behaviours() {}

  /** The text of a definition, or of the part for a role if the definition is temporal. */
  static SemanticNode body(Role role, OpDefNode definition) {
    ExprNode body = definition.getBody();
    if (body.getLevel() < TEMPORAL_LEVEL) {
      return body;
    }
    SemanticNode part = part(role, body);
    if (part == null) {
      throw Refusal.of(
          definition,
          "temporal formula as a specification",
          "Init /\\ [][Next]_vars, and fairness");
    }
    return part;
  }

  private static @Nullable SemanticNode part(Role role, SemanticNode node) {
    if (!(node instanceof OpApplNode formula)) {
      return null;
    }
    String operator = Definitions.name(formula.getOperator());
    if (operator.equals("$ConjList") || operator.equals("\\land")) {
      for (ExprOrOpArgNode conjunct : formula.getArgs()) {
        SemanticNode found = part(role, conjunct);
        if (found != null) {
          return found;
        }
      }
      return null;
    }
    if (role == Role.INIT) {
      return formula.getLevel() < TEMPORAL_LEVEL ? formula : null;
    }
    boolean always =
        operator.equals("[]")
            && formula.getArgs()[0] instanceof OpApplNode square
            && Definitions.name(square.getOperator()).equals("$SquareAct");
    return always ? ((OpApplNode) formula.getArgs()[0]).getArgs()[0] : null;
  }
}

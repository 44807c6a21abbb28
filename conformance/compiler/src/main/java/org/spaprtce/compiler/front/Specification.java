package org.spaprtce.compiler.front;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tla2sany.semantic.ASTConstants;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;

/**
 * The parts of a formula {@code Init /\ [][Next]_vars /\ ...} that a module is compiled from.
 *
 * @param init the operator that is the predicate of the first states; none if that has no name
 * @param next the operator that is the next-state action; none if that has no name
 */
record Specification(Optional<String> init, Optional<String> next) {
  private static final int TEMPORAL_LEVEL = 3;

  /** The parts of a formula; what says more, such as fairness, is passed over. */
  static Specification of(OpDefNode formula, List<OpDefNode> operators) {
    List<SemanticNode> states = new ArrayList<>();
    List<SemanticNode> actions = new ArrayList<>();
    collect(formula.getBody(), states, actions);
    return new Specification(only(states, operators), only(actions, operators));
  }

  private static void collect(
      SemanticNode node, List<SemanticNode> states, List<SemanticNode> actions) {
    if (!(node instanceof OpApplNode application)) {
      return;
    }
    ExprOrOpArgNode[] args = application.getArgs();
    switch (Definitions.name(application.getOperator())) {
      case "$ConjList", "\\land" -> {
        for (ExprOrOpArgNode operand : args) {
          collect(operand, states, actions);
        }
      }
      case "[]" -> {
        if (args[0] instanceof OpApplNode square
            && Definitions.name(square.getOperator()).equals("$SquareAct")) {
          actions.add(square.getArgs()[0]);
        }
      }
      default -> {
        if (application.getLevel() < TEMPORAL_LEVEL) {
          states.add(application);
        } else if (application.getOperator() instanceof OpDefNode named
            && named.getKind() == ASTConstants.UserDefinedOpKind
            && named.getArity() == 0) {
          collect(named.getBody(), states, actions);
        }
      }
    }
  }

  /** The name of the one formula that there is. */
  private static Optional<String> only(List<SemanticNode> found, List<OpDefNode> operators) {
    return found.size() == 1
            && found.getFirst() instanceof OpApplNode application
            && application.getOperator() instanceof OpDefNode definition
            && definition.getArity() == 0
            && operators.contains(definition)
        ? Optional.of(Definitions.name(definition))
        : Optional.empty();
  }
}

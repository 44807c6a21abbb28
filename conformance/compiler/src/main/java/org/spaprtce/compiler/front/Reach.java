package org.spaprtce.compiler.front;

import org.jspecify.annotations.Nullable;
import tla2sany.semantic.ASTConstants;
import tla2sany.semantic.ExprNode;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpArgNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.SymbolNode;

/**
 * Which texts can determine variables: by what they say themselves, or by what the parameters of an
 * operator that is expanded in place stand for.
 */
final class Reach {
  private final Definitions definitions;
  private final int level;

  /**
   * Tells which texts reach a level.
   *
   * @param level the level from which a formula can determine variables
   */
  Reach(Definitions definitions, int level) {
    this.definitions = definitions;
    this.level = level;
  }

  /** Whether a text can determine variables. */
  boolean acts(SemanticNode node, Scope scope) {
    if (node instanceof ExprNode expr && definitions.level(expr) >= level) {
      return true;
    }
    return switch (node) {
      case OpArgNode argument -> isAction(argument.getOp(), scope);
      case OpApplNode application ->
          isAction(application.getOperator(), scope) || anyActs(application.getArgs(), scope);
      default -> anyActs(node.getChildren(), scope);
    };
  }

  /** Whether one of these does. */
  boolean anyActs(SemanticNode @Nullable [] nodes, Scope scope) {
    if (nodes != null) {
      for (SemanticNode node : nodes) {
        if (node != null && acts(node, scope)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isAction(SymbolNode operator, Scope scope) {
    if (scope.find(operator)
        instanceof Scope.Meaning.Substituted(ExprOrOpArgNode by, Scope outer)) {
      return acts(by, outer);
    }
    return operator instanceof OpDefNode definition
        && definition.getKind() == ASTConstants.UserDefinedOpKind
        && definitions.level(definition) >= level;
  }
}

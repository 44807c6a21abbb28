package org.spaprtce.compiler.front;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tla2sany.semantic.ASTConstants;
import tla2sany.semantic.ExprNode;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.FormalParamNode;
import tla2sany.semantic.LetInNode;
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
    if (isOfLevel(node)) {
      return true;
    }
    return switch (node) {
      case OpArgNode argument -> isAction(argument.getOp(), scope);
      case OpApplNode application ->
          isAction(application.getOperator(), scope) || anyActs(application.getArgs(), scope);
      case LetInNode let ->
          acts(let.getBody(), scope)
              || Arrays.stream(let.getLets()).anyMatch(local -> acts(local.getBody(), scope));
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

  /** Whether a text applies its parameter to what can determine variables, or passes it so. */
  boolean appliesToAction(SemanticNode text, FormalParamNode parameter) {
    return CallGraph.anyPart(
        text,
        node ->
            node instanceof OpApplNode applied
                && (applied.getOperator().equals(parameter)
                    ? Arrays.stream(applied.getArgs()).anyMatch(this::isOfLevel)
                    : passesOn(applied, parameter)));
  }

  private boolean isOfLevel(SemanticNode node) {
    return node instanceof ExprNode expr && definitions.level(expr) >= level;
  }

  private boolean passesOn(OpApplNode applied, FormalParamNode parameter) {
    for (int i = 0; i < applied.getArgs().length; i++) {
      if (applied.getArgs()[i] instanceof OpArgNode passed
          && passed.getOp().equals(parameter)
          && applied.getOperator() instanceof OpDefNode definition
          && !definition.getInRecursive()
          && appliesToAction(definition.getBody(), definition.getParams()[i])) {
        return true;
      }
    }
    return false;
  }

  private boolean isAction(SymbolNode operator, Scope scope) {
    return switch (scope.find(operator)) {
      case Scope.Meaning.Substituted(ExprOrOpArgNode by, Scope outer) -> acts(by, outer);
      case Scope.Meaning.Expanded(OpDefNode definition, Scope around) ->
          acts(definition.getBody(), around);
      case null, default ->
          operator instanceof OpDefNode definition
              && definition.getKind() == ASTConstants.UserDefinedOpKind
              && definitions.level(definition) >= level;
    };
  }
}

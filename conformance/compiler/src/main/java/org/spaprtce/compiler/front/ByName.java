package org.spaprtce.compiler.front;

import org.jspecify.annotations.Nullable;
import tla2sany.semantic.ASTConstants;
import tla2sany.semantic.ExprNode;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.FormalParamNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDeclNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SymbolNode;

/**
 * Which operators are expanded with their arguments as they are written, since these determine
 * variables: an action, a primed variable, or what the operator primes.
 */
final class ByName {
  private final Definitions definitions;
  private final Expressions expressions;
  private final Reach reach;

  ByName(Definitions definitions, Expressions expressions, Reach reach) {
    this.definitions = definitions;
    this.expressions = expressions;
    this.reach = reach;
  }

  /** The definition that an application means; null if it is none of the spec. */
  @Nullable OpDefNode definition(SymbolNode operator) {
    if (operator instanceof OpDeclNode declared && !definitions.isVariable(declared)) {
      return definitions.constant(Definitions.name(declared));
    }
    return operator instanceof OpDefNode definition
            && definition.getKind() == ASTConstants.UserDefinedOpKind
            && !Definitions.isStandard(definition)
        ? definition
        : null;
  }

  /** The definition that a node applies, if it is expanded so; else null. */
  @Nullable OpDefNode expanded(OpApplNode node, Scope scope) {
    OpDefNode definition = definition(node.getOperator());
    return definition != null
            && definition.getParams().length == node.getArgs().length
            && !definitions.isReplaced(definition)
            && isNeeded(definition, node, scope)
        ? definition
        : null;
  }

  /** Whether a definition is expanded so for the arguments of a node. */
  boolean isNeeded(OpDefNode definition, OpApplNode node, Scope scope) {
    if (definition.getInRecursive()) {
      return false;
    }
    boolean needed = reach.anyActs(node.getArgs(), scope);
    for (int i = 0; i < node.getArgs().length && !needed; i++) {
      needed =
          node.getArgs()[i] instanceof ExprNode argument
              ? isPrimed(definition, definition.getParams()[i], argument, scope)
              : reach.appliesToAction(definition.getBody(), definition.getParams()[i]);
    }
    return needed;
  }

  /**
   * Whether a parameter is primed that stands for what is neither a variable nor the same always.
   */
  private boolean isPrimed(
      OpDefNode definition, FormalParamNode parameter, ExprNode argument, Scope scope) {
    return definitions.level(argument) > 0
        && expressions.variable(argument, scope) == null
        && definitions.primes(definition, parameter);
  }

  /**
   * What the body of a definition sees.
   *
   * @param scope what the arguments see
   * @param around what the body sees but for its parameters
   */
  static Scope scope(OpDefNode definition, ExprOrOpArgNode[] arguments, Scope scope, Scope around) {
    Scope inner = around;
    for (int i = 0; i < arguments.length; i++) {
      inner =
          inner.with(definition.getParams()[i], new Scope.Meaning.Substituted(arguments[i], scope));
    }
    return inner;
  }
}

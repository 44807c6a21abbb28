package org.spaprtce.compiler.front;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spaprtce.compiler.ir.ActionDefinition.Role;
import org.spaprtce.compiler.ir.LocalDefinition;
import org.spaprtce.compiler.ir.Parameter;
import org.spaprtce.compiler.ir.Position;
import org.spaprtce.compiler.ir.Step;
import org.spaprtce.compiler.ir.Symbol;
import tla2sany.semantic.ASTConstants;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.LabelNode;
import tla2sany.semantic.LetInNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;

/**
 * Translates formulas that determine variables: actions (the next values) and {@code Init} (the
 * first ones).
 */
final class Steps {
  private final Definitions definitions;
  private final Expressions expressions;
  private final Role role;

  /** The level from which a formula can determine variables. */
  private final int level;

  Steps(Definitions definitions, Role role) {
    this.definitions = definitions;
    this.expressions = new Expressions(definitions);
    this.role = role;
    this.level = role == Role.INIT ? 1 : 2;
  }

  /**
   * Translates a part of {@code Next}. Below disjunctions, quantifiers and operators, each
   * remaining formula is a transition that is named after the operator it belongs to.
   */
  Step next(SemanticNode node, Scope scope, String name, List<Parameter> parameters) {
    return switch (node) {
      case LabelNode label -> next(label.getBody(), scope, name, parameters);
      case LetInNode let -> {
        List<LocalDefinition> locals = new ArrayList<>();
        Scope inner = locals(let, scope, locals);
        yield new Step.Let(locals, next(let.getBody(), inner, name, parameters));
      }
      case OpApplNode application when isDisjunction(application) -> {
        List<Step> steps = new ArrayList<>();
        for (ExprOrOpArgNode operand : application.getArgs()) {
          steps.add(next(operand, scope, name, parameters));
        }
        yield new Step.Any(steps);
      }
      case OpApplNode application when isNamed(application, "$BoundedExists") -> {
        Binders.Bounds bounds = new Binders(definitions, expressions).bounds(application, scope);
        Step body = next(application.getArgs()[0], bounds.scope(), name, parameters);
        yield forSome(application, bounds, body);
      }
      case OpApplNode application when isDefinition(application, scope) ->
          definition(Role.NEXT, application, scope);
      default -> {
        List<Symbol> arguments = parameters.stream().map(Parameter::symbol).toList();
        Step step = new Steps(definitions, Role.ACTION).step(node, scope);
        yield new Step.Labelled(name, arguments, step);
      }
    };
  }

  Step step(SemanticNode node, Scope scope) {
    return switch (node) {
      case LabelNode label -> step(label.getBody(), scope);
      case LetInNode let when definitions.level(let) >= level -> {
        List<LocalDefinition> locals = new ArrayList<>();
        Scope inner = locals(let, scope, locals);
        yield new Step.Let(locals, step(let.getBody(), inner));
      }
      case OpApplNode application when definitions.level(application) >= level ->
          application(application, scope);
      default -> guard(node, scope);
    };
  }

  private Step guard(SemanticNode node, Scope scope) {
    return new Step.Guard(Refusal.position(node), expressions.expr(node, scope));
  }

  private Scope locals(LetInNode let, Scope scope, List<LocalDefinition> locals) {
    for (OpDefNode definition : let.getLets()) {
      if (definition.getLevel() >= level) {
        throw Refusal.of(
            definition,
            "LET over the variables that the formula determines",
            "the expression in its place");
      }
    }
    return expressions.locals(let, scope, locals);
  }

  private static boolean isNamed(OpApplNode node, String operator) {
    return Definitions.name(node.getOperator()).equals(operator);
  }

  private static boolean isDisjunction(OpApplNode node) {
    return isNamed(node, "$DisjList") || isNamed(node, "\\lor");
  }

  /** Whether a node applies a definition of the module that can be read as a step. */
  private boolean isDefinition(OpApplNode node, Scope scope) {
    return node.getOperator() instanceof OpDefNode definition
        && definition.getKind() == ASTConstants.UserDefinedOpKind
        && definitions.level(definition) >= level
        && scope.find(definition) == null
        && Arrays.stream(definition.getParams()).allMatch(p -> p.getArity() == 0);
  }

  private Step definition(Role used, OpApplNode node, Scope scope) {
    OpDefNode definition = (OpDefNode) node.getOperator();
    definitions.useAsStep(used, definition, node);
    return new Step.Call(
        used, Definitions.name(definition), expressions.arguments(node.getArgs(), scope));
  }

  private Step application(OpApplNode node, Scope scope) {
    if (isDefinition(node, scope)) {
      return definition(role, node, scope);
    }
    Position at = Refusal.position(node);
    ExprOrOpArgNode[] args = node.getArgs();
    return switch (Definitions.name(node.getOperator())) {
      case "$ConjList", "\\land" -> new Step.All(steps(args, scope));
      case "$DisjList", "\\lor" -> new Step.Any(steps(args, scope));
      case "$IfThenElse" ->
          new Step.Branch(
              at, expressions.expr(args[0], scope), step(args[1], scope), step(args[2], scope));
      case "$Case" -> choice(node, scope);
      case "$BoundedExists" -> {
        Binders.Bounds bounds = new Binders(definitions, expressions).bounds(node, scope);
        yield forSome(node, bounds, step(args[0], bounds.scope()));
      }
      case "=" -> {
        String variable = determined(args[0]);
        yield variable == null
            ? guard(node, scope)
            : new Step.Assign(at, variable, expressions.expr(args[1], scope));
      }
      case "\\in" -> {
        String variable = determined(args[0]);
        yield variable == null
            ? guard(node, scope)
            : new Step.AssignIn(at, variable, expressions.expr(args[1], scope));
      }
      case "UNCHANGED" -> new Step.Keep(at, expressions.unchanged(args[0]));
      default -> guard(node, scope);
    };
  }

  private List<Step> steps(ExprOrOpArgNode[] nodes, Scope scope) {
    List<Step> steps = new ArrayList<>();
    for (ExprOrOpArgNode node : nodes) {
      steps.add(step(node, scope));
    }
    return steps;
  }

  private static Step forSome(OpApplNode node, Binders.Bounds bounds, Step innermost) {
    Step body = innermost;
    for (Binders.Bound bound : bounds.bounds().reversed()) {
      body = new Step.ForSome(Refusal.position(node), bound.symbol(), bound.set(), body);
    }
    return bounds.sets().isEmpty() ? body : new Step.Let(bounds.sets(), body);
  }

  private Step choice(OpApplNode node, Scope scope) {
    List<Step.Arm> arms = new ArrayList<>();
    Optional<Step> other = Optional.empty();
    for (ExprOrOpArgNode pair : node.getArgs()) {
      ExprOrOpArgNode[] arm = ((OpApplNode) pair).getArgs();
      Step step = step(arm[1], scope);
      if (arm[0] == null) {
        other = Optional.of(step);
      } else {
        arms.add(new Step.Arm(expressions.expr(arm[0], scope), step));
      }
    }
    return new Step.Choice(Refusal.position(node), arms, other);
  }

  /** The variable that stands on the left: primed in an action, as it is in {@code Init}. */
  private @Nullable String determined(ExprOrOpArgNode left) {
    if (!(left instanceof OpApplNode node)) {
      return null;
    }
    if (role == Role.INIT) {
      return definitions.isVariable(node.getOperator())
          ? Definitions.name(node.getOperator())
          : null;
    }
    return isNamed(node, "'") ? expressions.primed(node) : null;
  }
}

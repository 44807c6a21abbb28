package org.spaprtce.compiler.front;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spaprtce.compiler.ir.ActionDefinition.Role;
import org.spaprtce.compiler.ir.Argument;
import org.spaprtce.compiler.ir.Expr;
import org.spaprtce.compiler.ir.LocalDefinition;
import org.spaprtce.compiler.ir.Parameter;
import org.spaprtce.compiler.ir.Position;
import org.spaprtce.compiler.ir.Step;
import org.spaprtce.compiler.ir.Symbol;
import tla2sany.semantic.ASTConstants;
import tla2sany.semantic.ExprNode;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.LabelNode;
import tla2sany.semantic.LetInNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpArgNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.SubstInNode;

/**
 * Translates formulas that determine variables: actions (the next values) and {@code Init} (the
 * first ones).
 */
final class Steps {
  private final Definitions definitions;
  private final Expressions expressions;
  private final Role role;
  private final Set<OpDefNode> open = new HashSet<>();

  /** The level from which a formula can determine variables. */
  private final int level;

  private final Reach reach;
  private final ByName byName;

  Steps(Definitions definitions, Role role) {
    this.definitions = definitions;
    this.expressions = new Expressions(definitions);
    this.role = role;
    this.level = role == Role.INIT ? 1 : 2;
    this.reach = new Reach(definitions, level);
    this.byName = new ByName(definitions, expressions, reach);
  }

  /**
   * Translates a part of {@code Next}. Below disjunctions, quantifiers and operators, each
   * remaining formula is a transition that is named after the operator it belongs to.
   */
  Step next(SemanticNode node, Scope scope, String name, List<Parameter> parameters) {
    return switch (node) {
      case LabelNode label -> next(label.getBody(), scope, name, parameters);
      case SubstInNode instance ->
          next(instance.getBody(), Instances.scope(instance, scope), name, parameters);
      case LetInNode let -> {
        List<LocalDefinition> locals = new ArrayList<>();
        Scope inner = expressions.locals(let, scope, locals, reach);
        Step body = next(let.getBody(), inner, name, parameters);
        yield locals.isEmpty() ? body : new Step.Let(locals, body);
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
      case OpApplNode application
          when isStep(application, scope) && byName.expanded(application, scope) == null ->
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
      case SubstInNode instance -> step(instance.getBody(), Instances.scope(instance, scope));
      case LetInNode let when reach.acts(let, scope) -> {
        List<LocalDefinition> locals = new ArrayList<>();
        Scope inner = expressions.locals(let, scope, locals, reach);
        Step body = step(let.getBody(), inner);
        yield locals.isEmpty() ? body : new Step.Let(locals, body);
      }
      case OpApplNode application when reach.acts(application, scope) ->
          application(application, scope);
      default -> guard(node, scope);
    };
  }

  private Step guard(SemanticNode node, Scope scope) {
    return new Step.Guard(Refusal.position(node), expressions.expr(node, scope));
  }

  private static boolean isNamed(OpApplNode node, String operator) {
    return Definitions.name(node.getOperator()).equals(operator);
  }

  private static boolean isDisjunction(OpApplNode node) {
    return isNamed(node, "$DisjList") || isNamed(node, "\\lor");
  }

  /** Whether a node applies an operator with a name that can be read as a step. */
  private boolean isStep(OpApplNode node, Scope scope) {
    return switch (scope.find(node.getOperator())) {
      case Scope.Meaning.Expanded(OpDefNode definition, Scope around) ->
          reach.acts(definition.getBody(), around);
      case null ->
          node.getOperator() instanceof OpDefNode definition
              && definition.getKind() == ASTConstants.UserDefinedOpKind
              && definitions.level(definition) >= level;
      default -> false;
    };
  }

  /** An operator in its place, whose parameters are what is written for them. */
  private Step expandedByName(OpApplNode node, OpDefNode definition, Scope scope, Scope around) {
    return step(definition.getBody(), ByName.scope(definition, node.getArgs(), scope, around));
  }

  /** What an operator that was passed by name makes of these arguments. */
  private Step passed(OpArgNode by, Scope outer, OpApplNode node, Scope scope) {
    if (outer.find(by.getOp())
        instanceof Scope.Meaning.Substituted(OpArgNode further, Scope beyond)) {
      return passed(further, beyond, node, scope);
    }
    OpDefNode definition = outer.find(by.getOp()) == null ? byName.definition(by.getOp()) : null;
    if (definition != null && !definition.getInRecursive()) {
      boolean named = !Definitions.name(definition).equals(Applications.LAMBDA);
      if (named && !reach.anyActs(node.getArgs(), scope)) {
        List<Argument> arguments = expressions.arguments(node.getArgs(), scope);
        return definition(role, node, definition, arguments, outer);
      }
      return expandedByName(node, definition, scope, Instances.around(definition, outer));
    }
    return guard(node, scope);
  }

  /** The definition that a node applies, in its place or as a method of its own. */
  private Step definition(Role used, OpApplNode node, Scope scope) {
    OpDefNode definition = (OpDefNode) node.getOperator();
    return definition(used, node, definition, expressions.arguments(node.getArgs(), scope), scope);
  }

  private Step definition(
      Role used, OpApplNode node, OpDefNode definition, List<Argument> arguments, Scope scope) {
    Applications applications = expressions.applications();
    if (scope.find(definition) instanceof Scope.Meaning.Expanded expanded) {
      return expanded(used, node, definition, arguments, expanded.scope());
    }
    OpDefNode resolved = definitions.instances().resolve(definition, scope.home());
    if (resolved == null || definitions.isExpanded(resolved)) {
      return expanded(used, node, definition, arguments, Instances.around(definition, scope));
    }
    definitions.useAsStep(used, resolved, node);
    return new Step.Call(
        used,
        definitions.instances().uniqueName(resolved),
        applications.withInstanceParameters(node, resolved, arguments, scope));
  }

  private Step expanded(
      Role used, OpApplNode node, OpDefNode definition, List<Argument> arguments, Scope scope) {
    Applications.Expansion expansion =
        expressions.applications().expand(node, definition, arguments, scope);
    if (!open.add(definition)) {
      throw Refusal.of(
          node,
          "recursion of " + Definitions.name(definition) + ", which is expanded in place",
          "an action of the module without operator parameters");
    }
    try {
      if (used != Role.NEXT) {
        Step body = step(definition.getBody(), expansion.scope());
        return expansion.parameters().isEmpty() ? body : new Step.Let(expansion.parameters(), body);
      }
      return expandedNext(definition, arguments, expansion);
    } finally {
      open.remove(definition);
    }
  }

  /** A transition is named after the operator and its values, which are computed for that. */
  private Step expandedNext(
      OpDefNode definition, List<Argument> arguments, Applications.Expansion expansion) {
    List<Parameter> parameters = new ArrayList<>();
    List<Step.Bind> bound = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i) instanceof Expr value) {
        Symbol symbol = definitions.symbol(definition.getParams()[i]);
        parameters.add(new Parameter(symbol, 0));
        bound.add(new Step.Bind(symbol, value, new Step.All(List.of())));
      }
    }
    Step step =
        next(definition.getBody(), expansion.scope(), Definitions.name(definition), parameters);
    if (!expansion.parameters().isEmpty()) {
      step = new Step.Let(expansion.parameters(), step);
    }
    for (Step.Bind bind : bound.reversed()) {
      step = new Step.Bind(bind.symbol(), bind.value(), step);
    }
    return step;
  }

  private Step application(OpApplNode node, Scope scope) {
    switch (scope.find(node.getOperator())) {
      case Scope.Meaning.Substituted(OpArgNode by, Scope outer) -> {
        return passed(by, outer, node, scope);
      }
      case Scope.Meaning.Substituted(ExprNode by, Scope outer) -> {
        return step(by, outer);
      }
      case Scope.Meaning.Expanded(OpDefNode definition, Scope around)
          when byName.isNeeded(definition, node, scope) -> {
        return expandedByName(node, definition, scope, around);
      }
      case null -> {
        OpDefNode definition = byName.expanded(node, scope);
        if (definition != null) {
          return expandedByName(node, definition, scope, Instances.around(definition, scope));
        }
      }
      default -> {}
    }
    if (isStep(node, scope)) {
      return definition(role, node, scope);
    }
    if (scope.find(node.getOperator()) != null) {
      return guard(node, scope);
    }
    return language(node, scope);
  }

  private Step language(OpApplNode node, Scope scope) {
    Position at = Refusal.position(node);
    ExprOrOpArgNode[] args = node.getArgs();
    return switch (Definitions.name(node.getOperator())) {
      case "$ConjList", "\\land" -> new Step.All(steps(args, scope));
      case "$DisjList", "\\lor" -> new Step.Any(steps(args, scope));
      case "$IfThenElse" ->
          new Step.Branch(
              at, expressions.expr(args[0], scope), step(args[1], scope), step(args[2], scope));
      case "$Case" -> choice(node, scope);
      case "=>" ->
          reach.acts(args[1], scope)
              ? new Step.Branch(
                  at,
                  expressions.expr(args[0], scope),
                  step(args[1], scope),
                  new Step.All(List.of()))
              : guard(node, scope);
      case "$SquareAct" -> new Step.Any(List.of(step(args[0], scope), keep(at, args[1], scope)));
      case "$AngleAct" -> new Step.All(List.of(step(args[0], scope), changed(at, args[1], scope)));
      case "$BoundedForall" -> {
        Binders.Bounds bounds = new Binders(definitions, expressions).bounds(node, scope);
        Step body = step(args[0], bounds.scope());
        if (isTest(body)) {
          yield guard(node, scope);
        }
        for (Binders.Bound bound : bounds.bounds().reversed()) {
          body = new Step.ForAll(at, bound.symbol(), bound.set(), body);
        }
        yield bounds.sets().isEmpty() ? body : new Step.Let(bounds.sets(), body);
      }
      case "$BoundedExists" -> {
        Binders.Bounds bounds = new Binders(definitions, expressions).bounds(node, scope);
        yield forSome(node, bounds, step(args[0], bounds.scope()));
      }
      case "=" -> {
        String variable = determined(args[0], scope);
        yield variable == null
            ? guard(node, scope)
            : new Step.Assign(at, variable, expressions.expr(args[1], scope));
      }
      case "\\in" -> {
        String variable = determined(args[0], scope);
        yield variable == null
            ? guard(node, scope)
            : new Step.AssignIn(at, variable, expressions.expr(args[1], scope));
      }
      case "UNCHANGED" -> keep(at, args[0], scope);
      default -> guard(node, scope);
    };
  }

  /** Whether a step determines nothing. */
  private static boolean isTest(Step step) {
    return switch (step) {
      case Step.Guard _ -> true;
      case Step.All(List<Step> steps) -> steps.stream().allMatch(Steps::isTest);
      default -> false;
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

  /** {@code ~UNCHANGED e}. */
  private Step changed(Position at, SemanticNode node, Scope scope) {
    return new Step.Guard(at, new Expr.Not(at, expressions.unchanged(at, node, scope)));
  }

  private Step keep(Position at, SemanticNode node, Scope scope) {
    Expressions.Kept kept = expressions.kept(node, scope);
    List<Step> steps = new ArrayList<>();
    if (!kept.variables().isEmpty()) {
      steps.add(new Step.Keep(at, kept.variables()));
    }
    kept.others().forEach(other -> steps.add(new Step.Guard(at, other)));
    return new Step.All(steps);
  }

  /** The variable that stands on the left: primed in an action, as it is in {@code Init}. */
  private @Nullable String determined(ExprOrOpArgNode left, Scope scope) {
    if (!(left instanceof OpApplNode node)) {
      return null;
    }
    if (role == Role.INIT) {
      return expressions.variable(node, scope);
    }
    if (scope.find(node.getOperator())
        instanceof Scope.Meaning.Substituted(ExprNode by, Scope outer)) {
      return determined(by, outer);
    }
    return isNamed(node, "'") ? expressions.variable(node.getArgs()[0], scope) : null;
  }
}

package org.spaprtce.compiler.front;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spaprtce.compiler.ir.Argument;
import org.spaprtce.compiler.ir.Expr;
import org.spaprtce.compiler.ir.LocalDefinition;
import org.spaprtce.compiler.ir.Operation;
import org.spaprtce.compiler.ir.Position;
import org.spaprtce.compiler.ir.Symbol;
import tla2sany.semantic.ASTConstants;
import tla2sany.semantic.AtNode;
import tla2sany.semantic.DecimalNode;
import tla2sany.semantic.ExprNode;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.FormalParamNode;
import tla2sany.semantic.LabelNode;
import tla2sany.semantic.LetInNode;
import tla2sany.semantic.NumeralNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.StringNode;
import tla2sany.semantic.SubstInNode;
import tla2sany.semantic.SymbolNode;

/** Translates expressions. */
final class Expressions {
  private final Definitions definitions;
  private final Binders binders;
  private final Applications applications;

  Expressions(Definitions definitions) {
    this.definitions = definitions;
    this.binders = new Binders(definitions, this);
    this.applications = new Applications(definitions, this);
  }

  Applications applications() {
    return applications;
  }

  Expr expr(SemanticNode node, Scope scope) {
    return switch (node) {
      case NumeralNode number ->
          new Expr.IntLiteral(number.useVal() ? BigInteger.valueOf(number.val()) : number.bigVal());
      case DecimalNode _ -> throw Refusal.of(node, "decimal number", "an integer");
      case StringNode string -> new Expr.StringLiteral(string.getRep().toString());
      case AtNode at -> at(at, scope);
      case LetInNode let -> let(let, scope);
      case LabelNode label -> expr(label.getBody(), scope);
      case SubstInNode instance -> expr(instance.getBody(), Instances.scope(instance, scope));
      case OpApplNode application -> application(application, scope);
      default ->
          throw Refusal.of(
              node, node.getClass().getSimpleName(), "an expression of the compiled subset");
    };
  }

  List<Expr> exprs(ExprOrOpArgNode[] nodes, Scope scope) {
    List<Expr> exprs = new ArrayList<>();
    for (ExprOrOpArgNode node : nodes) {
      exprs.add(expr(node, scope));
    }
    return exprs;
  }

  private static Expr at(AtNode node, Scope scope) {
    Object update = node.getExceptComponentRef();
    if (scope.find(update) instanceof Scope.Meaning.Computed old && !scope.isPrimedSince(update)) {
      return new Expr.Local(old.symbol());
    }
    throw Refusal.of(node, "prime of @", "the function applied under the prime");
  }

  private Expr let(LetInNode node, Scope scope) {
    List<LocalDefinition> locals = new ArrayList<>();
    Scope inner = locals(node, scope, locals, null);
    Expr body = expr(node.getBody(), inner);
    return locals.isEmpty() ? body : new Expr.Let(Refusal.position(node), locals, body);
  }

  /**
   * Translates the definitions of a {@code LET} and gives the scope of its body.
   *
   * @param steps which texts determine variables; null where none may
   */
  Scope locals(LetInNode node, Scope scope, List<LocalDefinition> locals, @Nullable Reach steps) {
    Scope inner = scope;
    for (OpDefNode definition : node.getLets()) {
      if (definition.getKind() != ASTConstants.UserDefinedOpKind
          || !Instances.source(definition).equals(definition)) {
        throw Refusal.of(node, "INSTANCE in a LET", "an INSTANCE of the module");
      }
      if (definition.getInRecursive()) {
        inner = inner.with(definition, recursive(definition));
      }
    }
    for (OpDefNode definition : node.getLets()) {
      boolean expanded =
          hasOperatorParameter(definition)
              || (steps != null
                  && (steps.acts(definition.getBody(), inner)
                      || (definition.getArity() > 0 && !definition.getInRecursive())));
      inner =
          expanded
              ? inner.with(definition, new Scope.Meaning.Expanded(definition, inner))
              : local(definition, inner, locals);
    }
    return inner;
  }

  static boolean hasOperatorParameter(OpDefNode definition) {
    for (FormalParamNode formal : definition.getParams()) {
      if (formal.getArity() > 0) {
        return true;
      }
    }
    return false;
  }

  private Scope.Meaning recursive(OpDefNode definition) {
    if (definition.getArity() == 0 || hasOperatorParameter(definition)) {
      throw Refusal.of(
          definition,
          "recursive LET without parameters, or with an operator as one",
          "a function f[x \\in S] == e, or an operator with a value as parameter");
    }
    return new Scope.Meaning.Applied(definitions.symbol(definition));
  }

  private Scope local(OpDefNode definition, Scope scope, List<LocalDefinition> locals) {
    List<Symbol> parameters = new ArrayList<>();
    Scope inner = scope;
    for (FormalParamNode formal : definition.getParams()) {
      Symbol symbol = definitions.symbol(formal);
      parameters.add(symbol);
      inner = inner.with(formal, new Scope.Meaning.Computed(symbol));
    }
    Expr body = expr(definition.getBody(), inner);
    if (definition.getInRecursive()
        && scope.find(definition) instanceof Scope.Meaning.Applied applied) {
      locals.add(new LocalDefinition(applied.symbol(), parameters, body, true));
      return scope;
    }
    Symbol symbol = definitions.symbol(definition);
    locals.add(new LocalDefinition(symbol, parameters, body));
    return scope.with(
        definition,
        parameters.isEmpty()
            ? new Scope.Meaning.Need(symbol, body.type())
            : new Scope.Meaning.Applied(symbol));
  }

  private Expr application(OpApplNode node, Scope scope) {
    SymbolNode operator = node.getOperator();
    if (operator instanceof OpDefNode definition
        && definition.getKind() != ASTConstants.UserDefinedOpKind
        && scope.find(operator) == null) {
      return language(definition, node, scope);
    }
    return applications.apply(node, operator, arguments(node.getArgs(), scope), scope);
  }

  List<Argument> arguments(ExprOrOpArgNode[] nodes, Scope scope) {
    return applications.arguments(nodes, scope);
  }

  private Expr language(OpDefNode operator, OpApplNode node, Scope scope) {
    String name = Definitions.name(operator);
    Position at = Refusal.position(node);
    ExprOrOpArgNode[] args = node.getArgs();
    return switch (name) {
      case "=>" ->
          new Expr.Junction(
              at,
              false,
              List.of(
                  new Expr.Not(Refusal.position(args[0]), expr(args[0], scope)),
                  expr(args[1], scope)));
      case "$IfThenElse" ->
          new Expr.If(at, expr(args[0], scope), expr(args[1], scope), expr(args[2], scope));
      case "$Case" -> cases(node, scope);
      case "$RcdConstructor", "$SetOfRcds" -> record(name, node, scope);
      case "$RcdSelect" ->
          new Expr.Select(at, expr(args[0], scope), ((StringNode) args[1]).getRep().toString());
      case "'" -> primed(node, scope);
      case "UNCHANGED" -> unchanged(at, args[0], scope);
      default ->
          Builtins.isOrdinary(name)
              ? ordinary(operator, node, scope)
              : binders.expr(name, node, scope);
    };
  }

  private Expr ordinary(OpDefNode operator, OpApplNode node, Scope scope) {
    Expr expr = applications.operation(node, operator, exprs(node.getArgs(), scope));
    if (expr == null) {
      throw Refusals.of(Definitions.name(operator), node);
    }
    return expr;
  }

  private Expr cases(OpApplNode node, Scope scope) {
    List<Expr.Arm> arms = new ArrayList<>();
    Optional<Expr> other = Optional.empty();
    for (ExprOrOpArgNode pair : node.getArgs()) {
      ExprOrOpArgNode[] arm = ((OpApplNode) pair).getArgs();
      Expr value = expr(arm[1], scope);
      if (arm[0] == null) {
        other = Optional.of(value);
      } else {
        arms.add(new Expr.Arm(expr(arm[0], scope), value));
      }
    }
    return new Expr.Case(Refusal.position(node), arms, other);
  }

  private Expr record(String name, OpApplNode node, Scope scope) {
    List<Expr.Field> fields = new ArrayList<>();
    for (ExprOrOpArgNode pair : node.getArgs()) {
      ExprOrOpArgNode[] field = ((OpApplNode) pair).getArgs();
      fields.add(
          new Expr.Field(((StringNode) field[0]).getRep().toString(), expr(field[1], scope)));
    }
    fields.sort(Comparator.comparing(Expr.Field::name));
    return new Expr.RecordOf(Refusal.position(node), name.equals("$SetOfRcds"), fields);
  }

  /** The variable that an expression is, under whatever names; null if it is none. */
  @Nullable String variable(SemanticNode node, Scope scope) {
    if (!(node instanceof OpApplNode operand)) {
      return null;
    }
    return switch (scope.find(operand.getOperator())) {
      case Scope.Meaning.Known(Expr.Variable variable) -> variable.name();
      case Scope.Meaning.Substituted(ExprOrOpArgNode by, Scope outer) -> variable(by, outer);
      case null ->
          definitions.isVariable(operand.getOperator())
              ? Definitions.name(operand.getOperator())
              : null;
      default -> null;
    };
  }

  private Expr primed(OpApplNode node, Scope scope) {
    String variable = variable(node.getArgs()[0], scope);
    return variable == null
        ? new Expr.InNext(expr(node.getArgs()[0], scope.primed()))
        : new Expr.Primed(Refusal.position(node), variable);
  }

  /** What an {@code UNCHANGED} is about: variables, and other expressions. */
  record Kept(List<String> variables, List<Expr> others) {}

  /** {@code UNCHANGED} as a test. */
  Expr unchanged(Position at, SemanticNode node, Scope scope) {
    Kept kept = kept(node, scope);
    if (kept.others().isEmpty()) {
      return new Expr.Unchanged(at, kept.variables());
    }
    List<Expr> all = new ArrayList<>(kept.others());
    if (!kept.variables().isEmpty()) {
      all.addFirst(new Expr.Unchanged(at, kept.variables()));
    }
    return new Expr.Junction(at, true, all);
  }

  /** The variables under an {@code UNCHANGED}, and for all else the formula that it stays equal. */
  Kept kept(SemanticNode node, Scope scope) {
    Kept kept = new Kept(new ArrayList<>(), new ArrayList<>());
    keep(node, scope, kept);
    return kept;
  }

  private void keep(SemanticNode node, Scope scope, Kept kept) {
    String variable = variable(node, scope);
    if (variable != null) {
      kept.variables().add(variable);
      return;
    }
    if (node instanceof OpApplNode name
        && scope.find(name.getOperator())
            instanceof Scope.Meaning.Substituted(ExprNode by, Scope outer)) {
      keep(by, outer, kept);
      return;
    }
    if (node instanceof SubstInNode instance) {
      keep(instance.getBody(), Instances.scope(instance, scope), kept);
      return;
    }
    if (node instanceof OpApplNode tuple
        && Definitions.name(tuple.getOperator()).equals("$Tuple")) {
      for (ExprOrOpArgNode item : tuple.getArgs()) {
        keep(item, scope, kept);
      }
      return;
    }
    if (node instanceof OpApplNode application
        && application.getOperator() instanceof OpDefNode definition
        && definition.getKind() == ASTConstants.UserDefinedOpKind
        && definition.getArity() == 0
        && scope.find(definition) == null) {
      OpDefNode resolved = definitions.instances().resolve(definition, scope.home());
      if (resolved != null) {
        keep(resolved.getBody(), Scope.of(Instances.home(resolved)), kept);
        return;
      }
    }
    Expr now = expr(node, scope);
    Expr next = new Expr.InNext(expr(node, scope.primed()));
    kept.others().add(new Expr.Apply(Operation.EQUAL, Refusal.position(node), List.of(next, now)));
  }
}

package org.spaprtce.compiler.front;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spaprtce.compiler.ir.Argument;
import org.spaprtce.compiler.ir.Definition;
import org.spaprtce.compiler.ir.Expr;
import org.spaprtce.compiler.ir.LocalDefinition;
import org.spaprtce.compiler.ir.Operation;
import org.spaprtce.compiler.ir.Position;
import org.spaprtce.compiler.ir.Symbol;
import org.spaprtce.compiler.ir.Type;
import tla2sany.semantic.ASTConstants;
import tla2sany.semantic.AtNode;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.FormalParamNode;
import tla2sany.semantic.LabelNode;
import tla2sany.semantic.LetInNode;
import tla2sany.semantic.NumeralNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpArgNode;
import tla2sany.semantic.OpDeclNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.StringNode;
import tla2sany.semantic.SymbolNode;

/** Translates expressions. */
final class Expressions {
  private final Definitions definitions;
  private final Binders binders;

  Expressions(Definitions definitions) {
    this.definitions = definitions;
    this.binders = new Binders(definitions, this);
  }

  Expr expr(SemanticNode node, Scope scope) {
    return switch (node) {
      case NumeralNode number ->
          new Expr.IntLiteral(number.useVal() ? BigInteger.valueOf(number.val()) : number.bigVal());
      case StringNode string -> new Expr.StringLiteral(string.getRep().toString());
      case AtNode at -> found(at, at.getExceptComponentRef(), scope);
      case LetInNode let -> let(let, scope);
      case LabelNode label -> expr(label.getBody(), scope);
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

  private Expr found(SemanticNode user, Object name, Scope scope) {
    return switch (scope.find(name)) {
      case Scope.Meaning.Plain plain -> new Expr.Local(plain.symbol());
      case Scope.Meaning.Need need -> new Expr.LocalNeed(need.symbol(), need.type());
      case Scope.Meaning.Applied applied -> new Expr.LocalCall(applied.symbol(), List.of());
      case null -> throw Refusal.of(user, "a name that is not bound here", "one that is");
    };
  }

  private Expr let(LetInNode node, Scope scope) {
    List<LocalDefinition> locals = new ArrayList<>();
    Scope inner = locals(node, scope, locals);
    return new Expr.Let(Refusal.position(node), locals, expr(node.getBody(), inner));
  }

  /** Translates the definitions of a {@code LET} and gives the scope of its body. */
  Scope locals(LetInNode node, Scope scope, List<LocalDefinition> locals) {
    Scope inner = scope;
    for (OpDefNode definition : node.getLets()) {
      if (definition.getInRecursive()) {
        throw Refusal.of(definition, "recursive LET", "a RECURSIVE operator of the module");
      }
      if (definition.getKind() != ASTConstants.UserDefinedOpKind) {
        throw Refusal.of(definition, "INSTANCE in a LET", "EXTENDS");
      }
      List<Symbol> parameters = new ArrayList<>();
      Scope bodyScope = inner;
      for (FormalParamNode formal : definition.getParams()) {
        refuseOperatorParameter(formal);
        Symbol symbol = definitions.symbol(formal);
        parameters.add(symbol);
        bodyScope = bodyScope.with(formal, new Scope.Meaning.Plain(symbol));
      }
      Expr body = expr(definition.getBody(), bodyScope);
      Symbol symbol = definitions.symbol(definition);
      locals.add(new LocalDefinition(symbol, parameters, body));
      inner =
          inner.with(
              definition,
              parameters.isEmpty()
                  ? new Scope.Meaning.Need(symbol, body.type())
                  : new Scope.Meaning.Applied(symbol));
    }
    return inner;
  }

  private static void refuseOperatorParameter(FormalParamNode formal) {
    if (formal.getArity() > 0) {
      throw Refusal.of(
          formal, "operator parameter of a local operator", "an operator of the module");
    }
  }

  private Expr application(OpApplNode node, Scope scope) {
    SymbolNode operator = node.getOperator();
    Scope.@Nullable Meaning local = scope.find(operator);
    if (local instanceof Scope.Meaning.Applied applied && node.getArgs().length > 0) {
      return new Expr.LocalCall(applied.symbol(), arguments(node.getArgs(), scope));
    }
    if (local != null || operator instanceof FormalParamNode) {
      return found(node, operator, scope);
    }
    if (operator instanceof OpDeclNode) {
      return definitions.isVariable(operator)
          ? new Expr.Variable(Definitions.name(operator))
          : new Expr.Constant(Definitions.name(operator));
    }
    if (!(operator instanceof OpDefNode definition)) {
      throw Refusal.of(node, Definitions.name(operator), "an operator of the compiled subset");
    }
    if (definition.getKind() != ASTConstants.UserDefinedOpKind) {
      return language(node, scope);
    }
    String module = Definitions.name(definition.getOriginallyDefinedInModuleNode());
    if (Builtins.isStandardModule(module)) {
      return standard(module, node, scope);
    }
    Definition.Ref ref = definitions.use(definition, node);
    return new Expr.Call(ref, arguments(node.getArgs(), scope));
  }

  private Expr standard(String module, OpApplNode node, Scope scope) {
    String name = Definitions.name(node.getOperator());
    String set = Builtins.namedSet(name);
    if (set != null) {
      return new Expr.NamedSet(set);
    }
    Operation operation = Builtins.standard(module, name);
    if (operation == null) {
      throw Refusal.of(
          node, name + " of the module " + module, "an operator of your own that defines it");
    }
    return new Expr.Apply(operation, Refusal.position(node), arguments(node.getArgs(), scope));
  }

  List<Argument> arguments(ExprOrOpArgNode[] nodes, Scope scope) {
    List<Argument> arguments = new ArrayList<>();
    for (ExprOrOpArgNode node : nodes) {
      arguments.add(
          node instanceof OpArgNode operator
              ? operatorArgument(operator, scope)
              : expr(node, scope));
    }
    return arguments;
  }

  private Argument operatorArgument(OpArgNode node, Scope scope) {
    if (scope.find(node.getOp()) instanceof Scope.Meaning.Applied applied) {
      return new Argument.OperatorRef(applied.symbol());
    }
    if (!(node.getOp() instanceof OpDefNode definition)) {
      throw Refusal.of(node, "this operator as an argument", "a LAMBDA");
    }
    List<Symbol> parameters = new ArrayList<>();
    List<Argument> passed = new ArrayList<>();
    Scope inner = scope;
    for (FormalParamNode formal : definition.getParams()) {
      Symbol symbol = definitions.symbol(formal);
      parameters.add(symbol);
      passed.add(new Expr.Local(symbol));
      inner = inner.with(formal, new Scope.Meaning.Plain(symbol));
    }
    if (Definitions.name(definition).equals("LAMBDA")) {
      return new Argument.Lambda(parameters, expr(definition.getBody(), inner));
    }
    return new Argument.Lambda(parameters, named(node, definition, passed));
  }

  private Expr named(OpArgNode node, OpDefNode definition, List<Argument> passed) {
    String name = Definitions.name(definition);
    if (definition.getKind() == ASTConstants.UserDefinedOpKind) {
      String module = Definitions.name(definition.getOriginallyDefinedInModuleNode());
      if (!Builtins.isStandardModule(module)) {
        return new Expr.Call(definitions.use(definition, node), passed);
      }
      Operation operation = Builtins.standard(module, name);
      if (operation != null) {
        return new Expr.Apply(operation, Refusal.position(node), passed);
      }
    }
    throw Refusal.of(node, name + " as an argument", "a LAMBDA that applies it");
  }

  private Expr language(OpApplNode node, Scope scope) {
    String name = Definitions.name(node.getOperator());
    Position at = Refusal.position(node);
    ExprOrOpArgNode[] args = node.getArgs();
    return switch (name) {
      case "TRUE" -> new Expr.BoolLiteral(true);
      case "FALSE" -> new Expr.BoolLiteral(false);
      case "BOOLEAN", "STRING" -> new Expr.NamedSet(name);
      case "=" -> equality(at, expr(args[0], scope), expr(args[1], scope));
      case "/=" -> new Expr.Not(at, equality(at, expr(args[0], scope), expr(args[1], scope)));
      case "\\lnot" -> new Expr.Not(at, expr(args[0], scope));
      case "\\notin" ->
          new Expr.Not(at, new Expr.Apply(Operation.IN, at, List.copyOf(exprs(args, scope))));
      case "$ConjList", "\\land" -> new Expr.Junction(at, true, exprs(args, scope));
      case "$DisjList", "\\lor" -> new Expr.Junction(at, false, exprs(args, scope));
      case "=>" ->
          new Expr.Junction(
              at,
              false,
              List.of(
                  new Expr.Not(Refusal.position(args[0]), expr(args[0], scope)),
                  expr(args[1], scope)));
      case "\\equiv" -> new Expr.Equivalence(at, expr(args[0], scope), expr(args[1], scope));
      case "$IfThenElse" ->
          new Expr.If(at, expr(args[0], scope), expr(args[1], scope), expr(args[2], scope));
      case "$Case" -> cases(node, scope);
      case "$RcdConstructor", "$SetOfRcds" -> record(name, node, scope);
      case "$RcdSelect" ->
          new Expr.Select(at, expr(args[0], scope), ((StringNode) args[1]).getRep().toString());
      case "'" -> new Expr.Primed(at, primed(node));
      case "UNCHANGED" -> new Expr.Unchanged(at, unchanged(args[0]));
      default -> {
        Operation operation = Builtins.language(name);
        yield operation != null
            ? new Expr.Apply(operation, at, arguments(args, scope))
            : binders.expr(name, node, scope);
      }
    };
  }

  private static Expr equality(Position at, Expr left, Expr right) {
    return left.type() == Type.BOOL && right.type() == Type.BOOL
        ? new Expr.Equivalence(at, left, right)
        : new Expr.Apply(Operation.EQUAL, at, List.of(left, right));
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

  /** The variable under a prime. */
  String primed(OpApplNode node) {
    if (node.getArgs()[0] instanceof OpApplNode operand
        && definitions.isVariable(operand.getOperator())) {
      return Definitions.name(operand.getOperator());
    }
    throw Refusal.of(node, "prime of an expression", "the expression over primed variables");
  }

  /** The variables under an {@code UNCHANGED}: one, a tuple of them, or a definition of either. */
  List<String> unchanged(SemanticNode node) {
    if (node instanceof OpApplNode application) {
      SymbolNode operator = application.getOperator();
      if (definitions.isVariable(operator)) {
        return List.of(Definitions.name(operator));
      }
      if (Definitions.name(operator).equals("$Tuple")) {
        List<String> variables = new ArrayList<>();
        for (ExprOrOpArgNode item : application.getArgs()) {
          variables.addAll(unchanged(item));
        }
        return variables;
      }
      if (operator instanceof OpDefNode definition
          && definition.getKind() == ASTConstants.UserDefinedOpKind
          && definition.getArity() == 0) {
        return unchanged(definition.getBody());
      }
    }
    throw Refusal.of(node, "UNCHANGED of an expression", "a tuple of variables");
  }
}

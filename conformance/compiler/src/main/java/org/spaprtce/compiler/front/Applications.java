package org.spaprtce.compiler.front;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spaprtce.compiler.ir.Argument;
import org.spaprtce.compiler.ir.Expr;
import org.spaprtce.compiler.ir.LocalDefinition;
import org.spaprtce.compiler.ir.Operation;
import org.spaprtce.compiler.ir.Position;
import org.spaprtce.compiler.ir.Symbol;
import tla2sany.semantic.ASTConstants;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.FormalParamNode;
import tla2sany.semantic.OpArgNode;
import tla2sany.semantic.OpDeclNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.SymbolNode;

/** Translates the application of operators that have a name: of the module, of others, of LETs. */
final class Applications {
  /** What to write instead of a constant operator that has no definition. */
  static final String NO_OPERATOR =
      "a constant function, or a configuration that replaces it by an operator";

  /** What SANY calls an operator without a name. */
  static final String LAMBDA = "LAMBDA";

  /** An operator expanded in place: what its parameters are, and what its body sees. */
  record Expansion(OpDefNode definition, List<LocalDefinition> parameters, Scope scope) {}

  private final Definitions definitions;
  private final Expressions expressions;
  private final Set<OpDefNode> open = new HashSet<>();

  Applications(Definitions definitions, Expressions expressions) {
    this.definitions = definitions;
    this.expressions = expressions;
  }

  /** The value of an operator for these arguments. */
  Expr apply(SemanticNode user, SymbolNode operator, List<Argument> arguments, Scope scope) {
    Scope.Meaning meaning = scope.find(operator);
    if (meaning != null) {
      return meant(user, operator, meaning, arguments, scope);
    }
    return switch (operator) {
      case OpDeclNode declared -> declared(user, declared, arguments);
      case OpDefNode definition when definition.getKind() == ASTConstants.UserDefinedOpKind ->
          defined(user, definition, arguments, scope);
      case OpDefNode definition -> {
        Expr expr = operation(user, definition, values(arguments));
        if (expr == null) {
          throw Refusal.of(user, Definitions.name(operator) + " as an argument", "a LAMBDA");
        }
        yield expr;
      }
      default -> throw Refusal.of(user, "a name that is not bound here", "one that is");
    };
  }

  private static List<Expr> values(List<Argument> arguments) {
    return arguments.stream().filter(Expr.class::isInstance).map(Expr.class::cast).toList();
  }

  private Expr meant(
      SemanticNode user,
      SymbolNode operator,
      Scope.Meaning meaning,
      List<Argument> arguments,
      Scope scope) {
    boolean early = scope.isPrimedSince(operator);
    if (early && !keepsItsMeaning(meaning)) {
      throw Refusal.of(
          user,
          "prime of " + Definitions.name(operator) + ", whose value is that of this state",
          "the prime in front of what it stands for");
    }
    return switch (meaning) {
      case Scope.Meaning.Expanded expanded -> {
        Scope seen = early ? expanded.scope().primed() : expanded.scope();
        yield expanded(user, expand(user, expanded.definition(), arguments, seen));
      }
      case Scope.Meaning.Substituted substituted -> {
        Scope seen = early ? substituted.scope().primed() : substituted.scope();
        yield substituted.by() instanceof OpArgNode by
            ? passed(user, by.getOp(), arguments, seen)
            : expressions.expr(substituted.by(), seen);
      }
      case Scope.Meaning.Applied applied -> new Expr.LocalCall(applied.symbol(), arguments);
      default -> plain(user, meaning);
    };
  }

  /** What an operator that was passed makes of arguments; one without a name has no method. */
  private Expr passed(
      SemanticNode user, SymbolNode operator, List<Argument> arguments, Scope scope) {
    return operator instanceof OpDefNode lambda && Definitions.name(lambda).equals(LAMBDA)
        ? expanded(user, expand(user, lambda, arguments, scope))
        : apply(user, operator, arguments, scope);
  }

  /** Whether a name that was bound outside a prime means inside it what it should. */
  private static boolean keepsItsMeaning(Scope.Meaning meaning) {
    return switch (meaning) {
      case Scope.Meaning.Plain _, Scope.Meaning.Item _ -> true;
      case Scope.Meaning.Known known -> !(known.expr() instanceof Expr.Local);
      case Scope.Meaning.Expanded _, Scope.Meaning.Substituted _ -> true;
      case Scope.Meaning.Computed _, Scope.Meaning.Need _, Scope.Meaning.Applied _ -> false;
    };
  }

  /** The value that a name without arguments has. */
  private static Expr plain(SemanticNode user, Scope.Meaning meaning) {
    return switch (meaning) {
      case Scope.Meaning.Plain plain -> new Expr.Local(plain.symbol());
      case Scope.Meaning.Computed computed -> new Expr.Local(computed.symbol());
      case Scope.Meaning.Item item ->
          new Expr.Item(Refusal.position(user), item.symbol(), item.number(), item.size());
      case Scope.Meaning.Need need -> new Expr.LocalNeed(need.symbol(), need.type());
      case Scope.Meaning.Known known -> known.expr();
      default -> throw new IllegalStateException("meaning=" + meaning);
    };
  }

  private Expr declared(SemanticNode user, OpDeclNode declared, List<Argument> arguments) {
    String name = Definitions.name(declared);
    if (definitions.isVariable(declared)) {
      return new Expr.Variable(name);
    }
    OpDefNode definition = definitions.constant(name);
    if (definition != null) {
      return new Expr.Call(definitions.use(definition, user), arguments);
    }
    if (declared.getArity() > 0) {
      throw Refusal.of(user, "constant operator " + name, NO_OPERATOR);
    }
    return new Expr.Constant(name);
  }

  private Expr defined(
      SemanticNode user, OpDefNode definition, List<Argument> arguments, Scope scope) {
    OpDefNode source = Instances.source(definition);
    if (Definitions.isStandard(definition)) {
      int more = arguments.size() - source.getArity();
      return standard(user, source, arguments.subList(more, arguments.size()));
    }
    if (definitions.isAssigned(definition)) {
      return new Expr.Constant(Definitions.name(definition));
    }
    OpDefNode resolved = definitions.instances().resolve(definition, scope.home());
    if (resolved == null || definitions.isExpanded(resolved)) {
      Scope around = Instances.around(definition, scope);
      return expanded(user, expand(user, definition, arguments, around));
    }
    return new Expr.Call(
        definitions.use(resolved, user), withInstanceParameters(user, resolved, arguments, scope));
  }

  /** The parameters of an instance stand before those of its operators. */
  List<Argument> withInstanceParameters(
      SemanticNode user, OpDefNode definition, List<Argument> arguments, Scope scope) {
    List<Argument> all = new ArrayList<>();
    FormalParamNode[] formals = definition.getParams();
    for (int i = 0; i < formals.length - arguments.size(); i++) {
      all.add(apply(user, formals[i], List.of(), scope));
    }
    all.addAll(arguments);
    return all;
  }

  private Expr standard(SemanticNode user, OpDefNode definition, List<Argument> arguments) {
    String name = Definitions.name(definition);
    OpDefNode instead = definitions.constant(name);
    if (instead != null) {
      return new Expr.Call(definitions.use(instead, user), arguments);
    }
    String set = Builtins.namedSet(name);
    if (set != null) {
      return new Expr.NamedSet(set);
    }
    String module = Definitions.name(definition.getOriginallyDefinedInModuleNode());
    Operation operation = Builtins.standard(module, name);
    if (operation == null) {
      throw Refusal.of(
          user, name + " of the module " + module, "an operator of your own that defines it");
    }
    return new Expr.Apply(operation, Refusal.position(user), arguments);
  }

  /** An operator of the language whose operands are all evaluated alike; null if it is none. */
  @Nullable Expr operation(SemanticNode user, OpDefNode operator, List<Expr> operands) {
    Position at = Refusal.position(user);
    String name = Definitions.name(operator);
    return switch (name) {
      case "TRUE" -> new Expr.BoolLiteral(true);
      case "FALSE" -> new Expr.BoolLiteral(false);
      case "BOOLEAN", "STRING" -> new Expr.NamedSet(name);
      case "=" -> equality(at, operands);
      case "/=" -> new Expr.Not(at, equality(at, operands));
      case "\\lnot" -> new Expr.Not(at, operands.getFirst());
      case "\\notin" -> new Expr.Not(at, new Expr.Apply(Operation.IN, at, List.copyOf(operands)));
      case "$ConjList", "\\land" -> new Expr.Junction(at, true, operands);
      case "$DisjList", "\\lor" -> new Expr.Junction(at, false, operands);
      case "=>" ->
          new Expr.Junction(
              at, false, List.of(new Expr.Not(at, operands.getFirst()), operands.getLast()));
      case "\\equiv" -> new Expr.Equivalence(at, operands.getFirst(), operands.getLast());
      default -> {
        Operation operation = Builtins.language(name);
        yield operation == null ? null : new Expr.Apply(operation, at, List.copyOf(operands));
      }
    };
  }

  private static Expr equality(Position at, List<Expr> operands) {
    boolean formulas =
        operands.stream().allMatch(o -> o.type() == org.spaprtce.compiler.ir.Type.BOOL);
    return formulas
        ? new Expr.Equivalence(at, operands.getFirst(), operands.getLast())
        : new Expr.Apply(Operation.EQUAL, at, List.copyOf(operands));
  }

  private Expr expanded(SemanticNode user, Expansion expansion) {
    OpDefNode definition = expansion.definition();
    if (!open.add(definition)) {
      throw Refusal.of(
          user,
          "recursion of " + Definitions.name(definition) + ", which is expanded in place",
          "an operator of the module without operator parameters");
    }
    try {
      Expr body = expressions.expr(definition.getBody(), expansion.scope());
      return expansion.parameters().isEmpty()
          ? body
          : new Expr.Let(Refusal.position(user), expansion.parameters(), body);
    } finally {
      open.remove(definition);
    }
  }

  /** Binds the parameters of an operator to arguments, each evaluated when it is needed. */
  Expansion expand(SemanticNode user, OpDefNode definition, List<Argument> arguments, Scope outer) {
    List<LocalDefinition> locals = new ArrayList<>();
    Scope scope = outer;
    FormalParamNode[] formals = definition.getParams();
    for (int i = 0; i < formals.length; i++) {
      Symbol symbol = definitions.symbol(formals[i]);
      Scope.Meaning meaning =
          switch (arguments.get(i)) {
            case Expr cheap when isCheap(cheap) -> new Scope.Meaning.Known(cheap);
            case Expr expr -> {
              locals.add(new LocalDefinition(symbol, List.of(), expr));
              yield new Scope.Meaning.Need(symbol, expr.type());
            }
            case Argument.Lambda lambda -> {
              locals.add(new LocalDefinition(symbol, lambda.parameters(), lambda.body()));
              yield new Scope.Meaning.Applied(symbol);
            }
            case Argument.OperatorRef ref -> new Scope.Meaning.Applied(ref.symbol());
          };
      scope = scope.with(formals[i], meaning);
    }
    return new Expansion(definition, locals, scope);
  }

  private static boolean isCheap(Expr expr) {
    return switch (expr) {
      case Expr.Variable _,
          Expr.Constant _,
          Expr.Local _,
          Expr.IntLiteral _,
          Expr.StringLiteral _,
          Expr.BoolLiteral _ ->
          true;
      default -> false;
    };
  }

  List<Argument> arguments(ExprOrOpArgNode[] nodes, Scope scope) {
    List<Argument> arguments = new ArrayList<>();
    for (ExprOrOpArgNode node : nodes) {
      arguments.add(
          node instanceof OpArgNode operator
              ? operator(operator, operator.getOp(), scope)
              : expressions.expr(node, scope));
    }
    return arguments;
  }

  /** An operator that is passed to another one. */
  private Argument operator(OpArgNode node, SymbolNode operator, Scope scope) {
    switch (scope.find(operator)) {
      case Scope.Meaning.Applied applied when !scope.isPrimedSince(operator) -> {
        return new Argument.OperatorRef(applied.symbol());
      }
      case Scope.Meaning.Substituted(OpArgNode by, Scope outer) -> {
        return operator(by, by.getOp(), outer);
      }
      case null, default -> {}
    }
    FormalParamNode[] formals = formals(node, operator);
    List<Symbol> parameters = new ArrayList<>();
    List<Argument> passed = new ArrayList<>();
    Scope inner = scope;
    for (FormalParamNode formal : formals) {
      Symbol symbol = definitions.symbol(formal);
      parameters.add(symbol);
      passed.add(new Expr.Local(symbol));
      inner = inner.with(formal, new Scope.Meaning.Computed(symbol));
    }
    Expr body =
        operator instanceof OpDefNode lambda && Definitions.name(lambda).equals(LAMBDA)
            ? expressions.expr(lambda.getBody(), inner)
            : apply(node, operator, passed, scope);
    return new Argument.Lambda(parameters, body);
  }

  private static FormalParamNode[] formals(OpArgNode node, SymbolNode operator) {
    if (operator instanceof OpDefNode definition && definition.getParams() != null) {
      return definition.getParams();
    }
    if (operator instanceof OpDeclNode declared) {
      throw Refusal.of(
          node,
          "constant operator " + Definitions.name(declared) + " as an argument",
          "a LAMBDA that applies it");
    }
    throw Refusal.of(node, "this operator as an argument", "a LAMBDA");
  }
}

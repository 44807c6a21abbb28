package org.spaprtce.compiler.back;

import static org.spaprtce.compiler.back.Code.call;
import static org.spaprtce.compiler.back.Code.sequence;
import static org.spaprtce.compiler.back.Code.statement;
import static org.spaprtce.compiler.back.Code.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spaprtce.compiler.ir.Argument;
import org.spaprtce.compiler.ir.Binder;
import org.spaprtce.compiler.ir.Definition;
import org.spaprtce.compiler.ir.Expr;
import org.spaprtce.compiler.ir.LocalDefinition;
import org.spaprtce.compiler.ir.Operation;
import org.spaprtce.compiler.ir.Position;
import org.spaprtce.compiler.ir.Symbol;
import org.spaprtce.compiler.ir.Type;

/** Writes the expressions of one method. */
final class ExpressionWriter {
  private final Map<String, Definition> definitions;
  private final Constants constants;
  private final Literals literals;
  private final Names names;
  private final String state;

  /**
   * Creates the writer of a method.
   *
   * @param state the Java expression of the state that variables are read from
   */
  ExpressionWriter(
      Map<String, Definition> definitions, Literals literals, Names names, String state) {
    this.definitions = definitions;
    this.constants = new Constants(definitions);
    this.literals = literals;
    this.names = names;
    this.state = state;
  }

  Names names() {
    return names;
  }

  String state() {
    return state;
  }

  static Code at(Position position) {
    return text(Literals.quoted(position.toString()));
  }

  /** The expression as a {@code Value}. */
  Code value(Expr expr) {
    return expr.type() == Type.VALUE ? code(expr) : call("Values.bool", List.of(code(expr)));
  }

  /** The expression as a {@code boolean}. */
  Code truth(Position at, Expr expr) {
    return expr.type() == Type.BOOL ? code(expr) : call("Logic.truth", List.of(at(at), code(expr)));
  }

  private Code as(Type type, Position at, Expr expr) {
    return type == Type.BOOL ? truth(at, expr) : value(expr);
  }

  /** The expression in its own type. */
  private Code code(Expr expr) {
    return switch (expr) {
      case Expr.BoolLiteral literal -> text(String.valueOf(literal.value()));
      case Expr.IntLiteral literal -> text(literals.integer(literal.value()));
      case Expr.StringLiteral literal -> text(literals.string(literal.value()));
      case Expr.NamedSet set -> text("Sets." + set.name());
      case Expr.Constant constant -> text("c_" + constant.name());
      case Expr.Variable variable -> text(state + ".get(" + variable(variable.name()) + ")");
      case Expr.Primed primed ->
          call("n.primed", List.of(at(primed.at()), text(variable(primed.name()))));
      case Expr.Unchanged unchanged -> unchanged(unchanged);
      case Expr.Local local -> text(names.of(local.symbol()));
      case Expr.LocalNeed need ->
          text(names.of(need.symbol()) + (names.isLazy(need.symbol()) ? force(need.type()) : ""));
      case Expr.LocalCall applied ->
          call(names.of(applied.symbol()) + ".apply", arguments(applied.arguments()));
      case Expr.Call applied -> definition(applied);
      case Expr.Apply applied
          when applied.operation() == Operation.SET && applied.arguments().isEmpty() ->
          text("Values.EMPTY_SET");
      case Expr.Apply applied when constants.isConstant(applied) -> text(constant(applied));
      case Expr.Apply applied ->
          call(
              applied.operation().method(),
              prepend(at(applied.at()), arguments(Chains.operands(applied))));
      case Expr.Item item ->
          call(
              "Functions.item",
              List.of(
                  at(item.at()),
                  text(names.of(item.symbol())),
                  text(String.valueOf(item.number())),
                  text(String.valueOf(item.size()))));
      case Expr.InNext next ->
          new ExpressionWriter(definitions, literals, names, "n.soFar()").code(next.body());
      case Expr.RecursiveFunction function -> recursive(function);
      case Expr.Not not -> sequence(text("!"), truth(not.at(), not.operand()));
      case Expr.Junction junction -> junction(junction);
      case Expr.Equivalence same ->
          infix(" == ", List.of(truth(same.at(), same.left()), truth(same.at(), same.right())));
      case Expr.If choice ->
          conditional(
              truth(choice.at(), choice.condition()),
              as(choice.type(), choice.at(), choice.then()),
              as(choice.type(), choice.at(), choice.otherwise()));
      case Expr.Case choice -> cases(choice);
      case Expr.Let let ->
          call(
              let.type() == Type.BOOL ? "Logic.in" : "Lazy.in",
              List.of(lambda("()", let.type() == Type.BOOL ? let.at() : null, let)));
      case Expr.Binding binding -> binding(binding);
      case Expr.RecordOf record -> record(record);
      case Expr.Select select ->
          call(
              "Functions.field",
              List.of(
                  at(select.at()),
                  value(select.record()),
                  text(literals.fieldName(select.name()))));
      case Expr.Except except -> except(except);
    };
  }

  /** How the value is had that a {@code Lazy} holds. */
  static String force(Type type) {
    return type == Type.BOOL ? ".truth()" : ".get()";
  }

  static String variable(String name) {
    return "v_" + name;
  }

  private static List<Code> prepend(Code first, List<Code> rest) {
    List<Code> all = new ArrayList<>();
    all.add(first);
    all.addAll(rest);
    return all;
  }

  private static Code infix(String operator, List<Code> operands) {
    return operands.size() == 1
        ? operands.getFirst()
        : new Code.Items("(", operands, operator, true, ")");
  }

  private static Code conditional(Code condition, Code then, Code otherwise) {
    return new Code.Items(
        "(",
        List.of(condition, sequence(text("? "), then), sequence(text(": "), otherwise)),
        " ",
        true,
        ")");
  }

  private Code unchanged(Expr.Unchanged unchanged) {
    List<Code> arguments = new ArrayList<>(List.of(at(unchanged.at()), text(state)));
    unchanged.variables().forEach(name -> arguments.add(text(variable(name))));
    return call("n.unchanged", arguments);
  }

  private Code definition(Expr.Call applied) {
    Definition.Ref ref = applied.definition();
    Definition definition = definitions.get(ref.name());
    if (definition != null && definition.isMemoized()) {
      return text("memo_" + Names.identifier(ref.name()) + force(ref.type()));
    }
    Optional<Expr> condition = constants.condition(applied);
    if (condition.isPresent()) {
      return eitherOf(applied, condition.get());
    }
    List<Code> arguments = new ArrayList<>();
    if (ref.level() != Definition.Level.CONSTANT) {
      arguments.add(text(state));
    }
    if (ref.level() == Definition.Level.ACTION) {
      arguments.add(text("n"));
    }
    arguments.addAll(arguments(applied.arguments()));
    return call("op_" + Names.identifier(ref.name()), arguments);
  }

  /** One of two values, each computed once. */
  private Code eitherOf(Expr.Call applied, Expr condition) {
    Code chosen =
        conditional(
            code(condition),
            text(kept(applied, condition, true)),
            text(kept(applied, condition, false)));
    return sequence(chosen, text(force(applied.definition().type())));
  }

  /** The field that keeps the value for one value of the condition. */
  private String kept(Expr.Call applied, Expr condition, boolean truth) {
    List<Argument> arguments = new ArrayList<>();
    for (Argument argument : applied.arguments()) {
      arguments.add(
          argument.equals(condition)
              ? new Expr.BoolLiteral(truth)
              : constants.literal(argument).<Argument>map(literal -> literal).orElse(argument));
    }
    Code code = call("op_" + Names.identifier(applied.definition().name()), arguments(arguments));
    boolean bool = applied.definition().type() == Type.BOOL;
    return literals.kept(Printer.print(bool ? call("Values.bool", List.of(code)) : code, 2));
  }

  private String constant(Expr.Apply applied) {
    List<Code> elements =
        applied.arguments().stream()
            .map(argument -> code(constants.literal(argument).orElseThrow()))
            .toList();
    boolean set = applied.operation() == Operation.SET;
    Code code = call(set ? "Values.set" : "Values.tuple", elements);
    return literals.constant("Value", set ? "SET" : "TUPLE", Printer.print(code, 2));
  }

  /** Arguments: values, or operators. */
  List<Code> arguments(List<? extends Argument> arguments) {
    List<Code> codes = new ArrayList<>();
    for (Argument argument : arguments) {
      codes.add(
          switch (argument) {
            case Expr expr -> value(expr);
            case Argument.OperatorRef ref -> text(names.of(ref.symbol()));
            case Argument.Lambda lambda -> operator(lambda.parameters(), lambda.body());
          });
    }
    return codes;
  }

  /** An operator as a lambda whose one parameter is the array of arguments. */
  private Code operator(List<Symbol> parameters, Expr body) {
    String array = names.fresh("args");
    for (int i = 0; i < parameters.size(); i++) {
      names.put(parameters.get(i), array + "[" + i + "]");
    }
    return lambda(array, null, body);
  }

  private Code junction(Expr.Junction junction) {
    List<Code> operands = new ArrayList<>();
    collect(junction, operands);
    return infix(junction.conjunction() ? " && " : " || ", operands);
  }

  /** The operands of a junction; those of one of the same kind inside it count as its own. */
  private void collect(Expr.Junction junction, List<Code> operands) {
    for (Expr operand : junction.operands()) {
      if (operand instanceof Expr.Junction inner && inner.conjunction() == junction.conjunction()) {
        collect(inner, operands);
      } else {
        operands.add(truth(junction.at(), operand));
      }
    }
  }

  private static Code noCase(Expr.Case choice, boolean truth) {
    Code failure = call("Logic.noCase", List.of(at(choice.at())));
    return truth ? call("Logic.truth", List.of(at(choice.at()), failure)) : failure;
  }

  private Code cases(Expr.Case choice) {
    Code code =
        choice.other().isPresent()
            ? as(choice.type(), choice.at(), choice.other().get())
            : noCase(choice, choice.type() == Type.BOOL);
    for (Expr.Arm arm : choice.arms().reversed()) {
      code =
          conditional(
              truth(choice.at(), arm.condition()),
              as(choice.type(), choice.at(), arm.value()),
              code);
    }
    return code;
  }

  private Code binding(Expr.Binding binding) {
    if (binding.binder() == Binder.FILTER) {
      return new FilterWriter(this, definitions, literals).filter(binding);
    }
    Code set = value(binding.set());
    String name = names.of(binding.symbol());
    return call(
        binding.binder().method(),
        List.of(
            at(binding.at()),
            set,
            lambda(
                name, binding.binder().body() == Type.BOOL ? binding.at() : null, binding.body())));
  }

  private Code recursive(Expr.RecursiveFunction function) {
    Code set = value(function.set());
    String head = "(" + names.of(function.self()) + ", " + names.of(function.argument()) + ")";
    return call(
        "Functions.recursive",
        List.of(at(function.at()), set, lambda(head, null, function.body())));
  }

  private Code record(Expr.RecordOf record) {
    List<Code> arguments = new ArrayList<>();
    arguments.add(at(record.at()));
    arguments.add(text(literals.shape(record.fields().stream().map(Expr.Field::name).toList())));
    record.fields().forEach(field -> arguments.add(value(field.value())));
    return call(record.setOfRecords() ? "Sets.records" : "Functions.record", arguments);
  }

  private Code except(Expr.Except except) {
    Code function = value(except.function());
    Code path = new Code.Items("new Value[] {", arguments(except.path()), ",", false, "}");
    return call(
        "Functions.except",
        List.of(
            at(except.at()), function, path, lambda(names.of(except.old()), null, except.value())));
  }

  /** A lambda; a body that begins with definitions becomes a block. */
  Code lambda(String head, @Nullable Position truthAt, Expr body) {
    if (body instanceof Expr.Let) {
      return new Code.Block(text(head + " ->"), statements(truthAt, body), "");
    }
    return sequence(text(head + " -> "), wanted(truthAt, body));
  }

  /** A {@code boolean} that is needed at a position, or a {@code Value} if there is none. */
  private Code wanted(@Nullable Position truthAt, Expr body) {
    return truthAt == null ? value(body) : truth(truthAt, body);
  }

  /**
   * The statements that return an expression: definitions first, conditions as statements.
   *
   * @param truthAt where a {@code boolean} is needed; null where a {@code Value} is
   */
  List<Code> statements(@Nullable Position truthAt, Expr body) {
    List<Code> statements = new ArrayList<>();
    switch (body) {
      case Expr.Let let -> {
        statements.addAll(locals(let.definitions(), Needs.of(let.body())));
        statements.addAll(statements(truthAt, let.body()));
      }
      case Expr.If choice -> {
        Code condition = truth(choice.at(), choice.condition());
        statements.add(conditionalReturn(condition, statements(truthAt, choice.then())));
        statements.addAll(statements(truthAt, choice.otherwise()));
      }
      case Expr.Case choice -> {
        for (Expr.Arm arm : choice.arms()) {
          Code condition = truth(choice.at(), arm.condition());
          statements.add(conditionalReturn(condition, statements(truthAt, arm.value())));
        }
        if (choice.other().isPresent()) {
          statements.addAll(statements(truthAt, choice.other().get()));
        } else {
          statements.add(statement("return ", noCase(choice, truthAt != null)));
        }
      }
      default -> statements.add(statement("return ", wanted(truthAt, body)));
    }
    return statements;
  }

  private static Code conditionalReturn(Code condition, List<Code> statements) {
    return new Code.Block(sequence(text("if ("), condition, text(")")), statements, "");
  }

  /**
   * The declarations of the definitions of a {@code LET}. What is needed in any case is evaluated
   * at once. What applies itself is the element of an array, which is there before it.
   *
   * @param needs what is needed after them
   */
  List<Code> locals(List<LocalDefinition> locals, Set<Symbol> needs) {
    List<Code> statements = new ArrayList<>();
    for (LocalDefinition local : locals) {
      if (local.recursive()) {
        String array = names.fresh(local.symbol().name());
        names.put(local.symbol(), array + "[0]");
        statements.add(text("final Operator[] " + array + " = new Operator[1];"));
      }
    }
    Set<Symbol> needed = Needs.with(locals, needs);
    for (LocalDefinition local : locals) {
      boolean atOnce = needed.contains(local.symbol()) || constants.isKnown(local.body());
      if (local.parameters().isEmpty() && atOnce) {
        evaluated(local, statements);
      } else {
        statements.add(deferred(local));
      }
    }
    return statements;
  }

  private void evaluated(LocalDefinition local, List<Code> statements) {
    Expr body = local.body();
    Type type = body.type();
    while (body instanceof Expr.Let let) {
      statements.addAll(locals(let.definitions(), Needs.of(let.body())));
      body = let.body();
    }
    String declared = type == Type.BOOL ? "final boolean " : "final Value ";
    statements.add(statement(declared + names.of(local.symbol()) + " = ", code(body)));
  }

  private Code deferred(LocalDefinition local) {
    String name = names.of(local.symbol());
    if (local.recursive()) {
      return statement(name + " = ", operator(local.parameters(), local.body()));
    }
    if (!local.parameters().isEmpty()) {
      return statement(
          "final Operator " + name + " = ", operator(local.parameters(), local.body()));
    }
    names.defer(local.symbol());
    return statement(
        "final Lazy " + name + " = ", call("new Lazy", List.of(lambda("()", null, local.body()))));
  }
}

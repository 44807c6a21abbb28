package org.spaprtce.compiler.back;

import static org.spaprtce.compiler.back.Code.call;
import static org.spaprtce.compiler.back.Code.sequence;
import static org.spaprtce.compiler.back.Code.statement;
import static org.spaprtce.compiler.back.Code.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spaprtce.compiler.ir.Argument;
import org.spaprtce.compiler.ir.Binder;
import org.spaprtce.compiler.ir.Definition;
import org.spaprtce.compiler.ir.Expr;
import org.spaprtce.compiler.ir.Position;
import org.spaprtce.compiler.ir.Symbol;
import org.spaprtce.compiler.ir.Type;

/** Writes the expressions of one method. */
final class ExpressionWriter {
  /** So many keys are passed without an array. */
  private static final int KEYS = 2;

  private final Unit unit;
  private final Constants constants;
  private final Literals literals;
  private final Names names;
  private final String state;

  /**
   * Creates the writer of a method.
   *
   * @param state the Java expression of the state that variables are read from
   */
  ExpressionWriter(Unit unit, Names names, String state) {
    this.unit = unit;
    this.constants = new Constants(unit.definitions());
    this.literals = unit.literals();
    this.names = names;
    this.state = state;
  }

  Names names() {
    return names;
  }

  String state() {
    return state;
  }

  Literals literals() {
    return literals;
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
  Code code(Expr expr) {
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
      case Expr.Apply applied -> new ApplyWriter(this, unit).code(applied);
      case Expr.Item item ->
          call(
              "Functions.item",
              List.of(
                  at(item.at()),
                  text(names.of(item.symbol())),
                  text(String.valueOf(item.number())),
                  text(String.valueOf(item.size()))));
      case Expr.InNext next -> new ExpressionWriter(unit, names, "n.soFar()").code(next.body());
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
    Definition definition = unit.definitions().get(ref.name());
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
  Code operator(List<Symbol> parameters, Expr body) {
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
    if (LoopWriter.isPossible(binding, state)) {
      return LoopWriter.write(unit, this, binding);
    }
    Code set = value(binding.set());
    String name = names.of(binding.symbol());
    Position truthAt = binding.binder().body() == Type.BOOL ? binding.at() : null;
    Code body = lambda(name, truthAt, binding.body());
    return binding.binder() == Binder.FILTER
        ? new FilterWriter(this, unit).filter(binding, set, body)
        : call(binding.binder().method(), List.of(at(binding.at()), set, body));
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
    List<Code> path = arguments(except.path());
    List<Code> arguments = new ArrayList<>(List.of(at(except.at()), function));
    arguments.addAll(
        path.size() <= KEYS
            ? path
            : List.of(new Code.Items("new Value[] {", path, ",", false, "}")));
    arguments.add(lambda(names.of(except.old()), null, except.value()));
    return call("Functions.except", arguments);
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
        Expr.Let sunk = Sinking.into(let);
        statements.addAll(lets().declarations(sunk.definitions(), Needs.of(sunk.body())));
        statements.addAll(statements(truthAt, sunk.body()));
      }
      case Expr.If choice -> {
        Code condition = truth(choice.at(), choice.condition());
        statements.add(conditionalReturn(condition, statements(truthAt, choice.then())));
        statements.addAll(statements(truthAt, choice.otherwise()));
      }
      case Expr.Case choice when Switches.isOne(conditions(choice)) ->
          statements.add(switched(truthAt, choice));
      case Expr.Case choice -> {
        for (Expr.Arm arm : choice.arms()) {
          Code condition = truth(choice.at(), arm.condition());
          statements.add(conditionalReturn(condition, statements(truthAt, arm.value())));
        }
        statements.addAll(other(truthAt, choice));
      }
      default -> statements.add(statement("return ", wanted(truthAt, body)));
    }
    return statements;
  }

  private List<Code> other(@Nullable Position truthAt, Expr.Case choice) {
    return choice.other().isPresent()
        ? statements(truthAt, choice.other().get())
        : List.of(statement("return ", noCase(choice, truthAt != null)));
  }

  private Code switched(@Nullable Position truthAt, Expr.Case choice) {
    List<Code> bodies = new ArrayList<>();
    choice
        .arms()
        .forEach(arm -> bodies.add(new Code.Block(text(""), statements(truthAt, arm.value()), "")));
    return Switches.write(this, conditions(choice), bodies, other(truthAt, choice));
  }

  private static List<Expr> conditions(Expr.Case choice) {
    return choice.arms().stream().map(Expr.Arm::condition).toList();
  }

  /** The writer of definitions of a {@code LET}. */
  LetWriter lets() {
    return new LetWriter(this, constants);
  }

  private static Code conditionalReturn(Code condition, List<Code> statements) {
    return new Code.Block(sequence(text("if ("), condition, text(")")), statements, "");
  }
}

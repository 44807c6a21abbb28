package org.spaprtce.compiler.back;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.spaprtce.compiler.ir.ActionDefinition.Role;
import org.spaprtce.compiler.ir.Argument;
import org.spaprtce.compiler.ir.Binder;
import org.spaprtce.compiler.ir.Definition;
import org.spaprtce.compiler.ir.Definition.Level;
import org.spaprtce.compiler.ir.Expr;
import org.spaprtce.compiler.ir.LocalDefinition;
import org.spaprtce.compiler.ir.Operation;
import org.spaprtce.compiler.ir.Position;
import org.spaprtce.compiler.ir.Step;
import org.spaprtce.compiler.ir.Symbol;
import org.spaprtce.compiler.ir.Type;

/** What each form refers to: names with their Java types, the state, the next state. */
class FreeTest {
  private static final Position AT = Position.inModule("Spec", 1, 1);

  /** The names that the forms below bind: the first of them, or both. */
  private static final List<Symbol> BOUND = List.of(symbol("bound"), symbol("other"));

  private static Symbol symbol(String name) {
    return new Symbol(name, 1);
  }

  private static Expr local(String name) {
    return new Expr.Local(symbol(name));
  }

  private static Step guard(String name) {
    return new Step.Guard(AT, local(name));
  }

  /** Both bound names and a free one. */
  private static Expr tuple(String free) {
    return new Expr.Apply(
        Operation.TUPLE, AT, List.of(local("bound"), local("other"), local(free)));
  }

  private static Expr call(Level level) {
    Definition.Ref ref = new Definition.Ref("E", level, 1, Type.VALUE);
    return new Expr.Call(ref, List.of(local("a")));
  }

  /** Two definitions: that of the first bound name, and that of the other, with a parameter. */
  private static List<LocalDefinition> definitions() {
    return List.of(
        new LocalDefinition(symbol("bound"), List.of(), local("a")),
        new LocalDefinition(
            symbol("other"),
            List.of(symbol("p")),
            new Expr.Equivalence(AT, local("p"), tuple("b"))));
  }

  static Stream<Arguments> expressions() {
    Expr a = local("a");
    Expr b = local("b");
    Expr c = local("c");
    Expr truth = new Expr.BoolLiteral(true);
    return Stream.of(
        arguments(truth, ""),
        arguments(new Expr.IntLiteral(BigInteger.ONE), ""),
        arguments(new Expr.StringLiteral("a"), ""),
        arguments(new Expr.NamedSet("NAT"), ""),
        arguments(new Expr.Constant("C"), ""),
        arguments(new Expr.Variable("x"), "state"),
        arguments(new Expr.Primed(AT, "x"), "next"),
        arguments(new Expr.Unchanged(AT, List.of("x")), "next"),
        arguments(new Expr.InNext(new Expr.Variable("x")), "next"),
        arguments(a, "Value a"),
        arguments(new Expr.LocalNeed(symbol("a"), Type.BOOL), "boolean a"),
        arguments(new Expr.LocalNeed(symbol("a"), Type.VALUE), "Value a"),
        arguments(new Expr.LocalCall(symbol("F"), List.of(a, b)), "Operator F, Value a, Value b"),
        arguments(call(Level.CONSTANT), "Value a"),
        arguments(call(Level.STATE), "Value a, state"),
        arguments(call(Level.ACTION), "Value a, state, next"),
        arguments(new Expr.Apply(Operation.PLUS, AT, List.of(a, b)), "Value a, Value b"),
        arguments(new Expr.Not(AT, a), "Value a"),
        arguments(new Expr.Junction(AT, true, List.of(a, b)), "Value a, Value b"),
        arguments(new Expr.Equivalence(AT, a, b), "Value a, Value b"),
        arguments(new Expr.If(AT, a, b, c), "Value a, Value b, Value c"),
        arguments(
            new Expr.Case(
                AT, List.of(new Expr.Arm(a, b), new Expr.Arm(truth, c)), Optional.empty()),
            "Value a, Value b, Value c"),
        arguments(
            new Expr.Case(AT, List.of(new Expr.Arm(a, b)), Optional.of(c)),
            "Value a, Value b, Value c"),
        arguments(new Expr.Let(AT, definitions(), tuple("c")), "Value a, Value b, Value c"),
        arguments(
            new Expr.Binding(Binder.MAP, AT, symbol("bound"), a, tuple("b")),
            "Value a, Value other, Value b"),
        arguments(
            new Expr.RecursiveFunction(AT, BOUND.getFirst(), BOUND.getLast(), a, tuple("b")),
            "Value a, Value b"),
        arguments(new Expr.Item(AT, symbol("a"), 1, 2), "Value a"),
        arguments(
            new Expr.RecordOf(AT, false, List.of(new Expr.Field("f", a), new Expr.Field("g", b))),
            "Value a, Value b"),
        arguments(new Expr.Select(AT, a, "f"), "Value a"),
        arguments(
            new Expr.Except(AT, a, List.of(b), symbol("bound"), tuple("c")),
            "Value a, Value b, Value other, Value c"),
        arguments(new Argument.OperatorRef(symbol("F")), "Operator F"),
        arguments(new Argument.Lambda(BOUND, tuple("a")), "Value a"));
  }

  static Stream<Arguments> steps() {
    Expr a = local("a");
    Step b = guard("b");
    Step c = guard("c");
    return Stream.of(
        arguments(guard("a"), "Value a"),
        arguments(new Step.Assign(AT, "x", a), "Value a"),
        arguments(new Step.AssignIn(AT, "x", a), "Value a"),
        arguments(new Step.Keep(AT, List.of("x")), "state"),
        arguments(new Step.All(List.of(b, c)), "Value b, Value c"),
        arguments(new Step.Any(List.of(b, c)), "Value b, Value c"),
        arguments(new Step.Branch(AT, a, b, c), "Value a, Value b, Value c"),
        arguments(
            new Step.Choice(AT, List.of(new Step.Arm(a, b)), Optional.empty()), "Value a, Value b"),
        arguments(
            new Step.Choice(AT, List.of(new Step.Arm(a, b)), Optional.of(c)),
            "Value a, Value b, Value c"),
        arguments(
            new Step.ForSome(AT, symbol("bound"), a, new Step.Guard(AT, tuple("b"))),
            "Value a, Value other, Value b"),
        arguments(
            new Step.Let(definitions(), new Step.Guard(AT, tuple("c"))),
            "Value a, Value b, Value c"),
        arguments(
            new Step.Bind(symbol("bound"), a, new Step.Guard(AT, tuple("b"))),
            "Value a, Value other, Value b"),
        arguments(new Step.Call(Role.ACTION, "A", List.of(a)), "Value a, next"),
        arguments(new Step.Labelled("A", List.of(symbol("a")), b), "Value a, Value b"));
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void of_expression_isWhatItRefersTo(Argument expression, String expected) {
    assertEquals(expected, text(Free.of(expression)));
  }

  @ParameterizedTest
  @MethodSource("steps")
  void of_step_isWhatItRefersTo(Step step, String expected) {
    assertEquals(expected, text(Free.of(step)));
  }

  private static String text(Free free) {
    StringJoiner text = new StringJoiner(", ");
    free.names().forEach((symbol, type) -> text.add(type + " " + symbol.name()));
    if (free.needsState()) {
      text.add("state");
    }
    if (free.needsNext()) {
      text.add("next");
    }
    return text.toString();
  }
}

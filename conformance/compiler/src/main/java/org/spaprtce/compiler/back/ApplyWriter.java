package org.spaprtce.compiler.back;

import static org.spaprtce.compiler.back.Code.call;
import static org.spaprtce.compiler.back.Code.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spaprtce.compiler.ir.Argument;
import org.spaprtce.compiler.ir.Expr;
import org.spaprtce.compiler.ir.Operation;

/** Writes plain operations: as constants, as what costs less and says the same, or as calls. */
final class ApplyWriter {
  private final ExpressionWriter expressions;
  private final Constants constants;
  private final Literals literals;

  ApplyWriter(ExpressionWriter expressions, Unit unit) {
    this.expressions = expressions;
    this.constants = new Constants(unit.definitions());
    this.literals = unit.literals();
  }

  Code code(Expr.Apply applied) {
    if (isEmptySet(applied)) {
      return text("Values.EMPTY_SET");
    }
    if (constants.isConstant(applied)) {
      return text(constant(applied));
    }
    String place = place(applied);
    if (place != null) {
      List<Code> arguments = located(applied, applied.arguments());
      arguments.add(text(place));
      return call("Functions.image", arguments);
    }
    List<Argument> operands = Chains.operands(applied);
    if (applied.operation() == Operation.EQUAL && isEmptySet(operands.getLast())) {
      return call("Sets.isEmpty", located(applied, List.of(operands.getFirst())));
    }
    if (applied.operation() == Operation.IN && isPair(operands.getLast())) {
      List<Argument> values = new ArrayList<>(List.of(operands.getFirst()));
      values.addAll(((Expr.Apply) operands.getLast()).arguments());
      return call("Sets.oneOf", located(applied, values));
    }
    return call(applied.operation().method(), located(applied, operands));
  }

  /** The place of x among the domain of f in {@code f[x]}; null if it is not known. */
  private @Nullable String place(Expr.Apply applied) {
    return applied.operation() == Operation.APPLY
            && applied.arguments().getFirst() instanceof Expr.Local function
            && applied.arguments().getLast() instanceof Expr.Local argument
        ? expressions.names().place(function.symbol(), argument.symbol())
        : null;
  }

  private List<Code> located(Expr.Apply applied, List<Argument> operands) {
    List<Code> all = new ArrayList<>(List.of(ExpressionWriter.at(applied.at())));
    all.addAll(expressions.arguments(operands));
    return all;
  }

  private static boolean isEmptySet(Argument argument) {
    return argument instanceof Expr.Apply applied
        && applied.operation() == Operation.SET
        && applied.arguments().isEmpty();
  }

  /** Whether it is a set of two elements that is not made once for all. */
  private boolean isPair(Argument argument) {
    return argument instanceof Expr.Apply applied
        && applied.operation() == Operation.SET
        && applied.arguments().size() == 2
        && !constants.isConstant(applied);
  }

  private String constant(Expr.Apply applied) {
    List<Code> elements =
        applied.arguments().stream()
            .map(argument -> expressions.code(constants.literal(argument).orElseThrow()))
            .toList();
    boolean set = applied.operation() == Operation.SET;
    Code code = call(set ? "Values.set" : "Values.tuple", elements);
    return literals.constant("Value", set ? "SET" : "TUPLE", Printer.print(code, 2));
  }
}

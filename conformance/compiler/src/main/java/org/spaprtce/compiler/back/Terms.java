package org.spaprtce.compiler.back;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spaprtce.compiler.ir.Argument;
import org.spaprtce.compiler.ir.Expr;
import org.spaprtce.compiler.ir.Operation;
import org.spaprtce.compiler.ir.Position;
import org.spaprtce.compiler.ir.Symbol;

/** Forms of expressions that matter to a {@link Lookup}. */
final class Terms {
  private static final Set<Operation> SUMS = Set.of(Operation.PLUS, Operation.MINUS);
  private static final Symbol ELEMENT = new Symbol("r", 0);
  private static final Position NOWHERE = new Position("index", 0, 0);

  private Terms() {}

  /** Whether it is a field of the element, or a sum of fields and numerals. */
  static boolean isTermOf(Expr expr, Symbol element) {
    return hasField(expr) && isSumOf(expr, element);
  }

  private static boolean hasField(Expr expr) {
    return switch (expr) {
      case Expr.Select _ -> true;
      case Expr.Apply applied ->
          applied.arguments().stream().anyMatch(a -> a instanceof Expr part && hasField(part));
      default -> false;
    };
  }

  private static boolean isSumOf(Expr expr, Symbol element) {
    return switch (expr) {
      case Expr.IntLiteral _ -> true;
      case Expr.Select(_, Expr.Local(Symbol symbol), _) -> symbol.equals(element);
      case Expr.Apply applied ->
          SUMS.contains(applied.operation())
              && applied.arguments().stream()
                  .allMatch(a -> a instanceof Expr part && isSumOf(part, element));
      default -> false;
    };
  }

  /** The term without its place in the text, so that like terms are one index. */
  static Expr canonical(Expr term) {
    return switch (term) {
      case Expr.Select select -> new Expr.Select(NOWHERE, new Expr.Local(ELEMENT), select.name());
      case Expr.Apply applied -> {
        List<Argument> parts = new ArrayList<>();
        applied.arguments().forEach(part -> parts.add(canonical((Expr) part)));
        yield new Expr.Apply(applied.operation(), NOWHERE, parts);
      }
      default -> term;
    };
  }

  /** Whether the element certainly does not occur; no for forms that are not looked into. */
  static boolean isFreeOf(Expr expr, Symbol element) {
    return switch (expr) {
      case Expr.BoolLiteral _ -> true;
      case Expr.IntLiteral _ -> true;
      case Expr.StringLiteral _ -> true;
      case Expr.Constant _ -> true;
      case Expr.Variable _ -> true;
      case Expr.LocalNeed _ -> true;
      case Expr.Local local -> !local.symbol().equals(element);
      case Expr.Select select -> isFreeOf(select.record(), element);
      case Expr.Apply applied -> areFreeOf(applied.arguments(), element);
      case Expr.Call applied -> areFreeOf(applied.arguments(), element);
      case Expr.If choice ->
          areFreeOf(List.of(choice.condition(), choice.then(), choice.otherwise()), element);
      default -> false;
    };
  }

  private static boolean areFreeOf(List<? extends Argument> arguments, Symbol element) {
    return arguments.stream().allMatch(a -> a instanceof Expr expr && isFreeOf(expr, element));
  }

  static boolean isZero(Expr expr) {
    return expr instanceof Expr.IntLiteral(BigInteger value) && value.signum() == 0;
  }

  /** The expression if it is a difference. */
  static @Nullable Expr isDifference(Expr expr) {
    return expr instanceof Expr.Apply applied
            && applied.operation() == Operation.MINUS
            && applied.arguments().stream().allMatch(Expr.class::isInstance)
        ? applied
        : null;
  }

  /** The expression if it is {@code IF a < b THEN b ELSE a}. */
  static @Nullable Expr greaterOf(Expr expr) {
    return expr instanceof Expr.If choice && isOrdered(choice, choice.otherwise(), choice.then())
        ? choice
        : null;
  }

  /** The expression if it is {@code IF a < b THEN a ELSE b}. */
  static @Nullable Expr lesserOf(Expr expr) {
    return expr instanceof Expr.If choice && isOrdered(choice, choice.then(), choice.otherwise())
        ? choice
        : null;
  }

  private static boolean isOrdered(Expr.If choice, Expr less, Expr more) {
    return choice.condition() instanceof Expr.Apply test
        && test.operation() == Operation.LESS
        && test.arguments().equals(List.of(less, more));
  }
}

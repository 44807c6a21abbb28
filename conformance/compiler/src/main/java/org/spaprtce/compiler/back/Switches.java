package org.spaprtce.compiler.back;

import static org.spaprtce.compiler.back.Code.call;
import static org.spaprtce.compiler.back.Code.sequence;
import static org.spaprtce.compiler.back.Code.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spaprtce.compiler.ir.Argument;
import org.spaprtce.compiler.ir.Expr;
import org.spaprtce.compiler.ir.Operation;

/** Writes a {@code CASE} whose conditions compare one value with strings as a {@code switch}. */
final class Switches {
  /** Fewer conditions are tried in turn. */
  private static final int FEWEST = 3;

  private Switches() {}

  /** Whether the conditions compare one value with strings that differ. */
  static boolean isOne(List<Expr> conditions) {
    Set<String> labels = new HashSet<>();
    Expr.Apply first = comparison(conditions.getFirst());
    if (first == null || conditions.size() < FEWEST) {
      return false;
    }
    for (Expr condition : conditions) {
      Expr.Apply comparison = comparison(condition);
      if (comparison == null
          || !isSame(first.arguments().getFirst(), comparison.arguments().getFirst())
          || !labels.add(label(comparison))) {
        return false;
      }
    }
    return true;
  }

  /** The condition if it compares something with a string. */
  private static Expr.@Nullable Apply comparison(Expr condition) {
    return condition instanceof Expr.Apply applied
            && applied.operation() == Operation.EQUAL
            && applied.arguments().getLast() instanceof Expr.StringLiteral
        ? applied
        : null;
  }

  private static String label(Expr.Apply comparison) {
    return ((Expr.StringLiteral) comparison.arguments().getLast()).value();
  }

  /** Whether two expressions are the same but for their places in the text. */
  private static boolean isSame(Argument left, Argument right) {
    if (left instanceof Expr.Select one && right instanceof Expr.Select other) {
      return one.name().equals(other.name()) && isSame(one.record(), other.record());
    }
    return (left instanceof Expr.Local || left instanceof Expr.Variable) && left.equals(right);
  }

  /**
   * The {@code switch}.
   *
   * @param bodies what is done for each condition, as blocks
   */
  static Code write(
      ExpressionWriter expressions, List<Expr> conditions, List<Code> bodies, List<Code> other) {
    Expr.Apply first = (Expr.Apply) conditions.getFirst();
    List<Code> subject = new ArrayList<>(List.of(ExpressionWriter.at(first.at())));
    subject.addAll(expressions.arguments(first.arguments()));
    List<Code> cases = new ArrayList<>();
    for (int i = 0; i < bodies.size(); i++) {
      String label = Literals.quoted(label((Expr.Apply) conditions.get(i)));
      cases.add(sequence(text("case " + label + " ->"), bodies.get(i)));
    }
    cases.add(sequence(text("default ->"), new Code.Block(text(""), other, "")));
    Code head = sequence(text("switch ("), call("Logic.text", subject), text(")"));
    return new Code.Block(head, cases, "");
  }
}

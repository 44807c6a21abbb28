package org.spaprtce.compiler.back;

import java.util.ArrayList;
import java.util.List;
import org.spaprtce.compiler.ir.Argument;
import org.spaprtce.compiler.ir.Expr;
import org.spaprtce.compiler.ir.Operation;

/** The operands of an associative operation, which are computed at once. */
final class Chains {
  private Chains() {}

  /** The arguments; those of a sequence that is concatenated from others are these others. */
  static List<Argument> operands(Expr.Apply applied) {
    if (applied.operation() != Operation.CONCAT) {
      return applied.arguments();
    }
    List<Argument> operands = new ArrayList<>();
    for (Argument argument : applied.arguments()) {
      if (argument instanceof Expr.Apply inner && inner.operation() == Operation.CONCAT) {
        operands.addAll(operands(inner));
      } else {
        operands.add(argument);
      }
    }
    return operands;
  }
}

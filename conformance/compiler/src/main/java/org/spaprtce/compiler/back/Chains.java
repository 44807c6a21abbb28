package org.spaprtce.compiler.back;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.spaprtce.compiler.ir.Argument;
import org.spaprtce.compiler.ir.Expr;
import org.spaprtce.compiler.ir.Operation;

/** The operands of an associative operation, which are computed at once. */
final class Chains {
  private static final Set<Operation> ASSOCIATIVE =
      EnumSet.of(Operation.CONCAT, Operation.OVERRIDE);

  private Chains() {}

  /** The arguments; those of a chain {@code a \o b \o c} or {@code a @@ b @@ c} are its links. */
  static List<Argument> operands(Expr.Apply applied) {
    if (!ASSOCIATIVE.contains(applied.operation())) {
      return applied.arguments();
    }
    List<Argument> operands = new ArrayList<>();
    for (Argument argument : applied.arguments()) {
      if (argument instanceof Expr.Apply inner && inner.operation() == applied.operation()) {
        operands.addAll(operands(inner));
      } else {
        operands.add(argument);
      }
    }
    return operands;
  }
}

package org.spaprtce.compiler.back;

import static org.spaprtce.compiler.back.Code.call;
import static org.spaprtce.compiler.back.Code.statement;
import static org.spaprtce.compiler.back.Code.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.spaprtce.compiler.ir.Expr;
import org.spaprtce.compiler.ir.LocalDefinition;
import org.spaprtce.compiler.ir.Symbol;
import org.spaprtce.compiler.ir.Type;

/** Writes the definitions of a {@code LET} as local variables. */
final class LetWriter {
  private final ExpressionWriter expressions;
  private final Constants constants;

  LetWriter(ExpressionWriter expressions, Constants constants) {
    this.expressions = expressions;
    this.constants = constants;
  }

  /**
   * The declarations of the definitions of a {@code LET}. What is needed in any case is evaluated
   * at once. What applies itself is the element of an array, which is there before it.
   *
   * @param needs what is needed after them
   */
  List<Code> declarations(List<LocalDefinition> locals, Set<Symbol> needs) {
    List<Code> statements = new ArrayList<>();
    for (LocalDefinition local : locals) {
      if (local.recursive()) {
        String array = expressions.names().fresh(local.symbol().name());
        expressions.names().put(local.symbol(), array + "[0]");
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
      statements.addAll(declarations(let.definitions(), Needs.of(let.body())));
      body = let.body();
    }
    String declared = type == Type.BOOL ? "final boolean " : "final Value ";
    statements.add(
        statement(
            declared + expressions.names().of(local.symbol()) + " = ", expressions.code(body)));
  }

  private Code deferred(LocalDefinition local) {
    String name = expressions.names().of(local.symbol());
    if (local.recursive()) {
      return statement(name + " = ", expressions.operator(local.parameters(), local.body()));
    }
    if (!local.parameters().isEmpty()) {
      return statement(
          "final Operator " + name + " = ", expressions.operator(local.parameters(), local.body()));
    }
    expressions.names().defer(local.symbol());
    return statement(
        "final Lazy " + name + " = ",
        call("new Lazy", List.of(expressions.lambda("()", null, local.body()))));
  }
}

package org.spaprtce.compiler.back;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.spaprtce.compiler.ir.Argument;
import org.spaprtce.compiler.ir.Definition;
import org.spaprtce.compiler.ir.Expr;
import org.spaprtce.compiler.ir.Parameter;
import org.spaprtce.compiler.ir.Symbol;

/** Puts the bodies of operators in the place of their applications, to see what they say. */
final class Inlining {
  private static final int DEEPEST = 8;

  private final Map<String, Definition> definitions;

  Inlining(Map<String, Definition> definitions) {
    this.definitions = definitions;
  }

  /** The conjuncts of a predicate, with those of the operators that it applies. */
  List<Expr> conjuncts(Expr predicate) {
    List<Expr> conjuncts = new ArrayList<>();
    collect(predicate, conjuncts, 0);
    return conjuncts;
  }

  private void collect(Expr predicate, List<Expr> conjuncts, int depth) {
    Expr open = depth < DEEPEST ? body(predicate) : null;
    if (open != null) {
      collect(open, conjuncts, depth + 1);
    } else if (predicate instanceof Expr.Junction junction && junction.conjunction()) {
      junction.operands().forEach(operand -> collect(operand, conjuncts, depth));
    } else {
      conjuncts.add(predicate);
    }
  }

  /** The expression, or the body of the operator that it applies. */
  Expr opened(Expr expr) {
    Expr current = expr;
    for (int depth = 0; depth < DEEPEST; depth++) {
      Expr open = body(current);
      if (open == null) {
        return current;
      }
      current = open;
    }
    return current;
  }

  /** The body of an applied operator that nothing replaces; null if it cannot be put there. */
  private @Nullable Expr body(Expr expr) {
    if (!(expr instanceof Expr.Call applied)) {
      return null;
    }
    Definition definition = definitions.get(applied.definition().name());
    if (definition == null
        || definition.isMemoized()
        || !definition.replacements().isEmpty()
        || definition.parameters().size() != applied.arguments().size()) {
      return null;
    }
    Map<Symbol, Expr> values = new HashMap<>();
    for (int i = 0; i < applied.arguments().size(); i++) {
      Parameter parameter = definition.parameters().get(i);
      if (parameter.arity() != 0 || !(applied.arguments().get(i) instanceof Expr value)) {
        return null;
      }
      values.put(parameter.symbol(), value);
    }
    return substituted(definition.body(), values);
  }

  /** The expression with values for its parameters; null for forms that are not looked into. */
  private static @Nullable Expr substituted(Expr expr, Map<Symbol, Expr> values) {
    return switch (expr) {
      case Expr.BoolLiteral _ -> expr;
      case Expr.IntLiteral _ -> expr;
      case Expr.StringLiteral _ -> expr;
      case Expr.Constant _ -> expr;
      case Expr.Variable _ -> expr;
      case Expr.Local local -> values.getOrDefault(local.symbol(), local);
      case Expr.Select select -> {
        Expr record = substituted(select.record(), values);
        yield record == null ? null : new Expr.Select(select.at(), record, select.name());
      }
      case Expr.Apply applied -> {
        List<Argument> arguments = substituted(applied.arguments(), values);
        yield arguments == null
            ? null
            : new Expr.Apply(applied.operation(), applied.at(), arguments);
      }
      case Expr.Call applied -> {
        List<Argument> arguments = substituted(applied.arguments(), values);
        yield arguments == null ? null : new Expr.Call(applied.definition(), arguments);
      }
      case Expr.Junction junction -> {
        List<Expr> operands = new ArrayList<>();
        for (Expr operand : junction.operands()) {
          Expr changed = substituted(operand, values);
          if (changed == null) {
            yield null;
          }
          operands.add(changed);
        }
        yield new Expr.Junction(junction.at(), junction.conjunction(), operands);
      }
      case Expr.If choice -> {
        Expr condition = substituted(choice.condition(), values);
        Expr then = substituted(choice.then(), values);
        Expr otherwise = substituted(choice.otherwise(), values);
        yield condition == null || then == null || otherwise == null
            ? null
            : new Expr.If(choice.at(), condition, then, otherwise);
      }
      default -> null;
    };
  }

  private static @Nullable List<Argument> substituted(
      List<Argument> arguments, Map<Symbol, Expr> values) {
    List<Argument> changed = new ArrayList<>();
    for (Argument argument : arguments) {
      Expr value = argument instanceof Expr expr ? substituted(expr, values) : null;
      if (value == null) {
        return null;
      }
      changed.add(value);
    }
    return changed;
  }
}

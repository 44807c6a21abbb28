package org.spaprtce.compiler.back;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spaprtce.compiler.ir.Argument;
import org.spaprtce.compiler.ir.Definition;
import org.spaprtce.compiler.ir.Definition.Level;
import org.spaprtce.compiler.ir.Expr;
import org.spaprtce.compiler.ir.Operation;
import org.spaprtce.compiler.ir.Parameter;
import org.spaprtce.compiler.ir.Type;

/** Finds what has one value in all states, or one for each truth value of a condition. */
final class Constants {
  private final Map<String, Definition> definitions;

  Constants(Map<String, Definition> definitions) {
    this.definitions = definitions;
  }

  /** Whether it is a set or a tuple of nothing but numbers, or of nothing but strings. */
  boolean isConstant(Expr.Apply applied) {
    boolean collection =
        applied.operation() == Operation.SET || applied.operation() == Operation.TUPLE;
    Set<Class<?>> kinds = new HashSet<>();
    for (Argument argument : applied.arguments()) {
      Optional<Expr> literal = literal(argument);
      kinds.add(literal.<Class<?>>map(Expr::getClass).orElse(Argument.class));
    }
    return collection && kinds.size() == 1 && !kinds.contains(Argument.class);
  }

  /** Whether a value is there without being evaluated. */
  boolean isKnown(Expr expr) {
    return switch (expr) {
      case Expr.BoolLiteral _, Expr.IntLiteral _, Expr.StringLiteral _ -> true;
      case Expr.NamedSet _, Expr.Constant _, Expr.Local _ -> true;
      case Expr.Apply applied -> isConstant(applied);
      default -> false;
    };
  }

  /** The number or the string that an argument is, by itself or by the name of one. */
  Optional<Expr> literal(Argument argument) {
    if (argument instanceof Expr.IntLiteral || argument instanceof Expr.StringLiteral) {
      return Optional.of((Expr) argument);
    }
    if (argument instanceof Expr.Call applied && applied.arguments().isEmpty()) {
      Definition definition = definitions.get(applied.definition().name());
      return definition == null || !definition.replacements().isEmpty()
          ? Optional.empty()
          : literal(definition.body());
    }
    return Optional.empty();
  }

  /**
   * The argument that decides what an operator's value is, if there is one: the operator depends on
   * no state, the argument is Boolean by its form, and each other one has one value.
   */
  Optional<Expr> condition(Expr.Call applied) {
    Definition definition = definitions.get(applied.definition().name());
    if (definition == null
        || definition.ref().level() != Level.CONSTANT
        || !definition.parameters().stream().map(Parameter::arity).allMatch(arity -> arity == 0)) {
      return Optional.empty();
    }
    List<? extends Argument> varying =
        applied.arguments().stream().filter(argument -> !isFixed(argument)).toList();
    return varying.size() == 1
            && varying.getFirst() instanceof Expr expr
            && expr.type() == Type.BOOL
        ? Optional.of(expr)
        : Optional.empty();
  }

  private boolean isFixed(Argument argument) {
    return literal(argument).isPresent()
        || (argument instanceof Expr.Call applied
            && applied.arguments().isEmpty()
            && applied.definition().level() == Level.CONSTANT);
  }
}

package org.spaprtce.compiler.ir;

import java.util.List;

/**
 * An operator that the module defines, as an expression.
 *
 * @param exported whether Java callers can evaluate it
 * @param replacements the operators that an instance can put in its place
 */
public record Definition(
    Ref ref,
    Position at,
    List<Parameter> parameters,
    Expr body,
    boolean exported,
    List<String> replacements) {

  /** What a caller of a definition must know. */
  public record Ref(String name, Level level, int arity, Type type) {}

  /** What the value depends on. */
  public enum Level {
    /** Constants only. */
    CONSTANT,
    /** A state. */
    STATE,
    /** A state and its successor. */
    ACTION
  }

  /** Whether it is evaluated once and kept: it has no parameters and depends on no state. */
  public boolean isMemoized() {
    return ref.level() == Level.CONSTANT
        && parameters.isEmpty()
        && !(isLiteral(body) && replacements.isEmpty());
  }

  private static boolean isLiteral(Expr body) {
    return body instanceof Expr.IntLiteral
        || body instanceof Expr.StringLiteral
        || body instanceof Expr.BoolLiteral;
  }
}

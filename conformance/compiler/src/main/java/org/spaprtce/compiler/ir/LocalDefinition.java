package org.spaprtce.compiler.ir;

import java.util.List;

/**
 * A definition in a {@code LET}; without parameters it is evaluated when needed, once.
 *
 * @param recursive whether its body, or that of a definition before it, may apply it
 */
public record LocalDefinition(
    Symbol symbol, List<Symbol> parameters, Expr body, boolean recursive) {
  /** A definition that does not apply itself. */
  public LocalDefinition(Symbol symbol, List<Symbol> parameters, Expr body) {
    this(symbol, parameters, body, false);
  }
}

package org.spaprtce.compiler.ir;

import java.util.List;

/** What an operator is applied to: a value or another operator. */
public sealed interface Argument permits Expr, Argument.Lambda, Argument.OperatorRef {
  /** An operator written in place, or a named one wrapped in its own parameters. */
  record Lambda(List<Symbol> parameters, Expr body) implements Argument {}

  /** An operator that is a parameter or defined in a {@code LET}. */
  record OperatorRef(Symbol symbol) implements Argument {}
}

package org.spaprtce.compiler.ir;

import java.util.List;

/** A definition in a {@code LET}; without parameters it is evaluated when needed, once. */
public record LocalDefinition(Symbol symbol, List<Symbol> parameters, Expr body) {}

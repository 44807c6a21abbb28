package org.spaprtce.compiler.ir;

/** A parameter of an operator: a value if its arity is 0, else an operator. */
public record Parameter(Symbol symbol, int arity) {}

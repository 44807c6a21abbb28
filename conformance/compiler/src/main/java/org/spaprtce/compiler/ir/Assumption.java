package org.spaprtce.compiler.ir;

/** An {@code ASSUME}; without a name of its own it is called by its position. */
public record Assumption(String name, Position at, Expr condition) {}

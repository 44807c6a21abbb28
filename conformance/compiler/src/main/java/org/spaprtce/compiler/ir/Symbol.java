package org.spaprtce.compiler.ir;

/** A bound name. The number tells apart names that are spelt alike in different scopes. */
public record Symbol(String name, int number) {}

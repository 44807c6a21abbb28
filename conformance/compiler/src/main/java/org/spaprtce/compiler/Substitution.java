package org.spaprtce.compiler;

import org.spaprtce.compiler.ir.Position;

/** A line {@code operator <- replacement} of a TLC configuration, and where it stands. */
public record Substitution(String operator, String replacement, Position at) {}

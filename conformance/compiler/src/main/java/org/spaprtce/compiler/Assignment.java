package org.spaprtce.compiler;

import org.spaprtce.compiler.ir.Position;

/** A line {@code name = value} of a TLC configuration, the value in TLA+, and where it stands. */
public record Assignment(String name, String value, Position at) {}

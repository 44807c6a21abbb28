package org.spaprtce.compiler.ir;

/** What is known of an expression's value by its form, and so its type in Java. */
public enum Type {
  /** A Boolean: {@code boolean}. */
  BOOL,
  /** Anything: {@code Value}. */
  VALUE
}

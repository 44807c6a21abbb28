package org.spaprtce.compiler.front;

import org.jspecify.annotations.Nullable;
import org.spaprtce.compiler.ir.Symbol;
import org.spaprtce.compiler.ir.Type;

/** What the names around an expression stand for: a chain of bindings, the innermost first. */
final class Scope {
  /** What a name stands for. */
  sealed interface Meaning {
    /** A value. */
    record Plain(Symbol symbol) implements Meaning {}

    /** A definition without parameters in a {@code LET}. */
    record Need(Symbol symbol, Type type) implements Meaning {}

    /** An operator. */
    record Applied(Symbol symbol) implements Meaning {}
  }

  static final Scope EMPTY = new Scope(null, null, null);

  private final @Nullable Scope outer;
  private final @Nullable Object node;
  private final @Nullable Meaning meaning;

  private Scope(@Nullable Scope outer, @Nullable Object node, @Nullable Meaning meaning) {
    this.outer = outer;
    this.node = node;
    this.meaning = meaning;
  }

  /** This scope with one more name; a node of SANY's tree is the name's identity. */
  Scope with(Object name, Meaning what) {
    return new Scope(this, name, what);
  }

  @SuppressWarnings("ReferenceEquality") // nodes of the tree are their own identity
  @Nullable Meaning find(Object name) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      if (scope.node == name) {
        return scope.meaning;
      }
    }
    return null;
  }
}

package org.spaprtce.compiler.front;

import org.jspecify.annotations.Nullable;
import org.spaprtce.compiler.ir.Expr;
import org.spaprtce.compiler.ir.Symbol;
import org.spaprtce.compiler.ir.Type;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.OpDefNode;

/** What the names around an expression stand for: a chain of bindings, the innermost first. */
final class Scope {
  /** What a name stands for. */
  sealed interface Meaning {
    /** A value that a quantifier bound: the same in every state. */
    record Plain(Symbol symbol) implements Meaning {}

    /** A value that was computed in the state: a parameter, or {@code @}. */
    record Computed(Symbol symbol) implements Meaning {}

    /** An item, from 1, of a tuple of that size. */
    record Item(Symbol symbol, int number, int size) implements Meaning {}

    /** A definition without parameters in a {@code LET}. */
    record Need(Symbol symbol, Type type) implements Meaning {}

    /** An operator. */
    record Applied(Symbol symbol) implements Meaning {}

    /** The argument of an operator that is expanded in place. */
    record Known(Expr expr) implements Meaning {}

    /** An operator that is expanded wherever it is applied, and what its body sees. */
    record Expanded(OpDefNode definition, Scope scope) implements Meaning {}

    /** What stands in an {@code INSTANCE} for a constant or variable, and what that sees. */
    record Substituted(ExprOrOpArgNode by, Scope scope) implements Meaning {}
  }

  /**
   * The definition whose text an expression belongs to.
   *
   * @param prefix what stands before the names of its module's definitions, as in {@code I!}
   * @param module the module that the definition was made in
   * @param layer how many instances lie around the text
   */
  record Home(String prefix, String module, int layer) {}

  private static final Object PRIME = new Object();

  private final @Nullable Scope outer;
  private final @Nullable Object node;
  private final @Nullable Meaning meaning;
  private final Home home;

  private Scope(
      @Nullable Scope outer, @Nullable Object node, @Nullable Meaning meaning, Home home) {
    this.outer = outer;
    this.node = node;
    this.meaning = meaning;
    this.home = home;
  }

  /** The scope of a text of which nothing is bound. */
  static Scope of(Home home) {
    return new Scope(null, null, null, home);
  }

  Home home() {
    return home;
  }

  /** This scope with one more name; a node of SANY's tree is the name's identity. */
  Scope with(Object name, Meaning what) {
    return new Scope(this, name, what, home);
  }

  /** This scope for a text that belongs elsewhere. */
  Scope at(Home other) {
    return new Scope(this, null, null, other);
  }

  /** This scope inside a prime. */
  Scope primed() {
    return new Scope(this, PRIME, null, home);
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

  /** Whether a prime stands between a name and where it was bound. */
  @SuppressWarnings("ReferenceEquality") // nodes of the tree are their own identity
  boolean isPrimedSince(Object name) {
    boolean primed = false;
    for (Scope scope = this; scope != null && scope.node != name; scope = scope.outer) {
      primed |= scope.node == PRIME;
    }
    return primed;
  }
}

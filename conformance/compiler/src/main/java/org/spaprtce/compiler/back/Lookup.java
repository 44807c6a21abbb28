package org.spaprtce.compiler.back;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spaprtce.compiler.ir.Binder;
import org.spaprtce.compiler.ir.Expr;
import org.spaprtce.compiler.ir.Operation;
import org.spaprtce.compiler.ir.Symbol;

/**
 * What an index can be asked for in place of trying each element of a set.
 *
 * <p>It follows from the predicate: every conjunct that compares terms of the element with
 * something else narrows what has to be tried. Terms that must be equal to something come first;
 * then an interval whose start is bounded from above and whose end is bounded from below, as in the
 * question which ranges overlap another one.
 *
 * @param equal pairs of equal expressions, the first one a term of the element
 * @param start a term of the element and what it is at most
 * @param end a term of the element and what it is at least
 * @param each where there is a lookup for each element of another set: its name there, and the set
 */
record Lookup(List<Pair> equal, @Nullable Pair start, @Nullable Pair end, @Nullable Each each) {

  /** A term of the element, and what it is compared with. */
  record Pair(Expr term, Expr bound) {}

  /** A name that stands for each element of a set. */
  record Each(Symbol symbol, Expr set) {}

  /** The lookup for a filter, if its predicate compares any terms of the element. */
  static Optional<Lookup> of(Expr.Binding filter, Inlining inlining) {
    List<Expr> conjuncts = inlining.conjuncts(filter.body());
    Lookup lookup = new Finder(filter.symbol(), inlining).lookup(conjuncts, null);
    if (!lookup.isEmpty()) {
      return Optional.of(lookup);
    }
    return conjuncts.stream()
        .filter(conjunct -> isForSome(conjunct, filter.symbol()))
        .map(Expr.Binding.class::cast)
        .map(some ->
            new Finder(filter.symbol(), inlining)
                .lookup(inlining.conjuncts(some.body()), new Each(some.symbol(), some.set())))
        .filter(found -> !found.isEmpty())
        .findFirst();
  }

  private static boolean isForSome(Expr conjunct, Symbol element) {
    return conjunct instanceof Expr.Binding some
        && some.binder() == Binder.EXISTS
        && Terms.isFreeOf(some.set(), element);
  }

  private boolean isEmpty() {
    return equal.isEmpty() && start == null && end == null;
  }

  /** Collects what conjuncts say about an element. */
  private static final class Finder {
    private final Symbol element;
    private final Inlining inlining;
    private final List<Pair> equal = new ArrayList<>();
    private @Nullable Pair start;
    private @Nullable Pair end;

    Finder(Symbol element, Inlining inlining) {
      this.element = element;
      this.inlining = inlining;
    }

    Lookup lookup(List<Expr> conjuncts, @Nullable Each each) {
      conjuncts.forEach(this::conjunct);
      return new Lookup(List.copyOf(equal), start, end, each);
    }

    private void conjunct(Expr conjunct) {
      if (!(conjunct instanceof Expr.Apply applied) || applied.arguments().size() != 2) {
        return;
      }
      if (!(applied.arguments().get(0) instanceof Expr left)
          || !(applied.arguments().get(1) instanceof Expr right)) {
        return;
      }
      switch (applied.operation()) {
        case EQUAL -> {
          equal(left, right);
          equal(right, left);
        }
        case LESS -> greater(right, left, true);
        case AT_MOST -> greater(right, left, false);
        case GREATER -> greater(left, right, true);
        case AT_LEAST -> greater(left, right, false);
        default -> {
          // says nothing that an index knows
        }
      }
    }

    private void equal(Expr term, Expr bound) {
      if (Terms.isTermOf(term, element) && Terms.isFreeOf(bound, element)) {
        equal.add(new Pair(Terms.canonical(term), bound));
      }
    }

    /** What follows from one number being greater than another, or at least as great. */
    private void greater(Expr more, Expr less, boolean strictly) {
      Expr high = inlining.opened(more);
      Expr low = inlining.opened(less);
      if (strictly && Terms.isZero(low) && Terms.greaterOf(high) instanceof Expr.If max) {
        if (Terms.isZero(max.otherwise())) {
          greater(max.then(), low, true);
        }
      } else if (Terms.isZero(low) && Terms.isDifference(high) instanceof Expr.Apply difference) {
        greater(
            (Expr) difference.arguments().get(0), (Expr) difference.arguments().get(1), strictly);
      } else if (Terms.lesserOf(high) instanceof Expr.If min) {
        greater(min.then(), low, strictly);
        greater(min.otherwise(), low, strictly);
      } else if (Terms.greaterOf(low) instanceof Expr.If max) {
        greater(high, max.then(), strictly);
        greater(high, max.otherwise(), strictly);
      } else if (Terms.isTermOf(low, element) && Terms.isFreeOf(high, element)) {
        start = start == null ? new Pair(Terms.canonical(low), high) : start;
      } else if (Terms.isTermOf(high, element) && Terms.isFreeOf(low, element)) {
        end = end == null ? new Pair(Terms.canonical(high), low) : end;
      }
    }
  }

  /** Whether the predicate depends on nothing but the element. */
  static boolean isClosed(Expr predicate, Symbol element) {
    return switch (predicate) {
      case Expr.BoolLiteral _ -> true;
      case Expr.IntLiteral _ -> true;
      case Expr.StringLiteral _ -> true;
      case Expr.Local local -> local.symbol().equals(element);
      case Expr.Select select -> isClosed(select.record(), element);
      case Expr.Not not -> isClosed(not.operand(), element);
      case Expr.Junction junction ->
          junction.operands().stream().allMatch(operand -> isClosed(operand, element));
      case Expr.Apply applied ->
          applied.operation() != Operation.SELECT
              && applied.arguments().stream()
                  .allMatch(a -> a instanceof Expr expr && isClosed(expr, element));
      default -> false;
    };
  }
}

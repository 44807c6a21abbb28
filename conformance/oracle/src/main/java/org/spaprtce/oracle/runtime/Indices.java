package org.spaprtce.oracle.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The indices of a set, and the parts of it that pass tests. It is immutable; the indices of a set
 * that has one element more or less follow from these.
 */
final class Indices {
  static final Indices NONE = new Indices(new Index[0], new Part[0]);

  /** An index; none if the elements have no such keys. */
  private record Index(IndexSpec spec, @Nullable SetIndex tree) {}

  private record Part(ElementTest test, FiniteSet passing) {}

  private final Index[] trees;
  private final Part[] parts;

  private Indices(Index[] trees, Part[] parts) {
    this.trees = trees;
    this.parts = parts;
  }

  boolean has(IndexSpec spec) {
    return find(spec) != null;
  }

  @Nullable SetIndex get(IndexSpec spec) {
    Index found = find(spec);
    return found == null ? null : found.tree();
  }

  @SuppressWarnings("ReferenceEquality") // there is one object for each place in the text
  private @Nullable Index find(IndexSpec spec) {
    for (Index index : trees) {
      if (index.spec() == spec) {
        return index;
      }
    }
    return null;
  }

  @SuppressWarnings("ReferenceEquality") // there is one object for each place in the text
  @Nullable FiniteSet passing(ElementTest test) {
    for (Part part : parts) {
      if (part.test() == test) {
        return part.passing();
      }
    }
    return null;
  }

  Indices and(IndexSpec spec, @Nullable SetIndex tree) {
    Index[] more = Arrays.copyOf(trees, trees.length + 1);
    more[trees.length] = new Index(spec, tree);
    return new Indices(more, parts);
  }

  Indices and(ElementTest test, FiniteSet passing) {
    Part[] more = Arrays.copyOf(parts, parts.length + 1);
    more[parts.length] = new Part(test, passing);
    return new Indices(trees, more);
  }

  /** The indices of the set that has one element more. */
  Indices with(FiniteSet before, FiniteSet after, Value element) {
    if (isEmpty()) {
      return this;
    }
    Index[] next = new Index[trees.length];
    for (int i = 0; i < next.length; i++) {
      SetIndex tree = trees[i].tree();
      next[i] = new Index(trees[i].spec(), tree == null ? null : tree.with(element));
    }
    return new Indices(next, partsAfter(before, after, element, true));
  }

  /** The indices of the set that has one element less. */
  Indices without(FiniteSet before, FiniteSet after, Value element) {
    if (isEmpty()) {
      return this;
    }
    Index[] next = new Index[trees.length];
    for (int i = 0; i < next.length; i++) {
      SetIndex tree = trees[i].tree();
      next[i] = new Index(trees[i].spec(), tree == null ? null : tree.without(element));
    }
    return new Indices(next, partsAfter(before, after, element, false));
  }

  private boolean isEmpty() {
    return trees.length == 0 && parts.length == 0;
  }

  /**
   * The parts of the set that has one element more or less. One whose test has no value for the
   * element is left out: only a filter may fail, not the change of the set.
   */
  private Part[] partsAfter(FiniteSet before, FiniteSet after, Value element, boolean added) {
    List<Part> next = new ArrayList<>();
    for (Part part : parts) {
      Boolean passes = passes(part.test(), element);
      if (passes != null) {
        next.add(partAfter(part, before, after, element, added, passes));
      }
    }
    return next.toArray(Part[]::new);
  }

  private static @Nullable Boolean passes(ElementTest test, Value element) {
    try {
      return test.test(element);
    } catch (TlaError withoutValue) {
      return null;
    }
  }

  /** A part that is the whole set stays the whole set, as the same object. */
  @SuppressWarnings("ReferenceEquality")
  private static Part partAfter(
      Part part, FiniteSet before, FiniteSet after, Value element, boolean added, boolean passes) {
    FiniteSet passing = part.passing();
    if (passing == before && (passes || !added)) {
      return new Part(part.test(), after);
    }
    if (!passes) {
      return part;
    }
    FiniteSet one = Values.set(element);
    return new Part(part.test(), added ? passing.union(one) : passing.difference(one));
  }
}

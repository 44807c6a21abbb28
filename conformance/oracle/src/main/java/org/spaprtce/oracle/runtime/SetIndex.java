package org.spaprtce.oracle.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/*
 * A weight-balanced search tree after Adams, as functional languages have it: an update copies the
 * path to the root, so that each version of a set has its own index and they share what is alike.
 * Each node knows the greatest end of an interval below it; a lookup of the intervals that meet
 * another one leaves out the subtrees that end before it (an interval tree).
 */

/**
 * The elements of a set in the order of some terms of theirs. Adding, removing and looking up take
 * time that is logarithmic in the number of elements.
 */
final class SetIndex {
  /** Smaller sets are looked through element by element. */
  static final int WORTHWHILE = 16;

  /** How many times heavier one subtree may be than the other. */
  private static final int BALANCE = 3;

  private static final Value[] NO_TERMS = {};

  /** The elements themselves, in canonical order. */
  private static final IndexSpec CANONICAL = IndexSpec.of(0, false, false, _ -> NO_TERMS);

  private static final class Node {
    private final Value[] terms;
    private final Value element;
    private final @Nullable IntValue greatestEnd;
    private final int size;
    private final @Nullable Node left;
    private final @Nullable Node right;

    Node(
        Value[] terms,
        Value element,
        @Nullable IntValue greatestEnd,
        @Nullable Node left,
        @Nullable Node right) {
      this.terms = terms;
      this.element = element;
      this.greatestEnd = greatestEnd;
      this.size = size(left) + size(right) + 1;
      this.left = left;
      this.right = right;
    }
  }

  private final IndexSpec spec;
  private final @Nullable Node root;

  private SetIndex(IndexSpec spec, @Nullable Node root) {
    this.spec = spec;
    this.root = root;
  }

  /** The elements of a set in canonical order, as a tree. */
  static SetIndex ofElements(FiniteSet set) {
    SetIndex all = new SetIndex(CANONICAL, null);
    return new SetIndex(CANONICAL, all.balanced(set, 0, set.size()));
  }

  private @Nullable Node balanced(FiniteSet set, int from, int to) {
    if (from == to) {
      return null;
    }
    int middle = (from + to) >>> 1;
    Node left = balanced(set, from, middle);
    return join(left, NO_TERMS, set.get(middle), balanced(set, middle + 1, to));
  }

  /** The index of a set, or null if the elements have no such terms. */
  static @Nullable SetIndex of(IndexSpec spec, FiniteSet set) {
    SetIndex index = new SetIndex(spec, null);
    for (int i = 0; index != null && i < set.size(); i++) {
      index = index.with(set.get(i));
    }
    return index;
  }

  /** The index with one element more, or null if that one has no such terms. */
  @Nullable SetIndex with(Value element) {
    try {
      Value[] terms = spec.terms(element);
      return spec.hasEnd() && !(terms[terms.length - 1] instanceof IntValue)
          ? null
          : new SetIndex(spec, insert(root, terms, element));
    } catch (TlaError noSuchTerms) {
      return null;
    }
  }

  /** The index with one element more, which must have the terms. */
  SetIndex plus(Value element) {
    return new SetIndex(spec, insert(root, spec.terms(element), element));
  }

  /** The index with one element less. */
  SetIndex without(Value element) {
    return new SetIndex(spec, delete(root, spec.terms(element), element));
  }

  /** The number of elements. */
  int size() {
    return size(root);
  }

  /** The elements in order. */
  Value[] elements() {
    Value[] all = new Value[size()];
    fill(root, all, 0);
    return all;
  }

  private static void fill(@Nullable Node node, Value[] all, int from) {
    if (node != null) {
      int place = from + size(node.left);
      fill(node.left, all, from);
      all[place] = node.element;
      fill(node.right, all, place + 1);
    }
  }

  /** Whether an element is there. */
  boolean contains(Value element) {
    Value[] terms = spec.terms(element);
    Node node = root;
    int order = 1;
    while (node != null && order != 0) {
      order = compare(terms, element, node);
      node = order < 0 ? node.left : node.right;
    }
    return order == 0;
  }

  /**
   * The elements that equal the bounds, begin in time and do not end before: at least all of them.
   */
  List<Value> lookUp(Value[][] rows) {
    List<Value> found = new ArrayList<>();
    for (Value[] bounds : rows) {
      lookUp(root, bounds, found::add);
    }
    return found;
  }

  private void lookUp(@Nullable Node node, Value[] bounds, Consumer<Value> found) {
    if (node == null || endsBefore(node.greatestEnd, bounds)) {
      return;
    }
    int order = compareEqualTerms(node.terms, bounds);
    boolean late =
        order == 0
            && spec.hasStart()
            && ValueOrder.compare(node.terms[spec.equal()], bounds[spec.equal()]) > 0;
    if (order >= 0) {
      lookUp(node.left, bounds, found);
    }
    if (order == 0 && !late && !endsBefore(end(node.terms), bounds)) {
      found.accept(node.element);
    }
    if (order <= 0 && !late) {
      lookUp(node.right, bounds, found);
    }
  }

  private boolean endsBefore(@Nullable IntValue end, Value[] bounds) {
    return end != null && ValueOrder.compare(end, bounds[bounds.length - 1]) < 0;
  }

  private int compareEqualTerms(Value[] terms, Value[] bounds) {
    int order = 0;
    for (int i = 0; order == 0 && i < spec.equal(); i++) {
      order = ValueOrder.compare(terms[i], bounds[i]);
    }
    return order;
  }

  private @Nullable IntValue end(Value[] terms) {
    return spec.hasEnd() ? (IntValue) terms[terms.length - 1] : null;
  }

  private int compare(Value[] terms, Value element, Node node) {
    int order = 0;
    for (int i = 0; order == 0 && i < spec.keys(); i++) {
      order = ValueOrder.compare(terms[i], node.terms[i]);
    }
    return order != 0 ? order : ValueOrder.compare(element, node.element);
  }

  private Node insert(@Nullable Node node, Value[] terms, Value element) {
    if (node == null) {
      return join(null, terms, element, null);
    }
    int order = compare(terms, element, node);
    if (order == 0) {
      return node;
    }
    return order < 0
        ? balanced(insert(node.left, terms, element), node, node.right)
        : balanced(node.left, node, insert(node.right, terms, element));
  }

  private @Nullable Node delete(@Nullable Node node, Value[] terms, Value element) {
    if (node == null) {
      return null;
    }
    int order = compare(terms, element, node);
    if (order < 0) {
      return balanced(delete(node.left, terms, element), node, node.right);
    }
    if (order > 0) {
      return balanced(node.left, node, delete(node.right, terms, element));
    }
    Node right = node.right;
    if (right == null) {
      return node.left;
    }
    Node least = least(right);
    return balanced(node.left, least, delete(right, least.terms, least.element));
  }

  private static Node least(Node node) {
    Node left = node.left;
    return left == null ? node : least(left);
  }

  private static int size(@Nullable Node node) {
    return node == null ? 0 : node.size;
  }

  private Node balanced(@Nullable Node left, Node middle, @Nullable Node right) {
    if (size(left) + size(right) > 1) {
      if (right != null && size(right) > BALANCE * size(left)) {
        return rotatedLeft(left, middle, right);
      }
      if (left != null && size(left) > BALANCE * size(right)) {
        return rotatedRight(left, middle, right);
      }
    }
    return join(left, middle.terms, middle.element, right);
  }

  private Node rotatedLeft(@Nullable Node left, Node middle, Node right) {
    Node inner = right.left;
    if (inner == null || size(inner) < 2 * size(right.right)) {
      return around(right, around(middle, left, inner), right.right);
    }
    return around(inner, around(middle, left, inner.left), around(right, inner.right, right.right));
  }

  private Node rotatedRight(Node left, Node middle, @Nullable Node right) {
    Node inner = left.right;
    if (inner == null || size(inner) < 2 * size(left.left)) {
      return around(left, left.left, around(middle, inner, right));
    }
    return around(inner, around(left, left.left, inner.left), around(middle, inner.right, right));
  }

  private Node around(Node middle, @Nullable Node left, @Nullable Node right) {
    return join(left, middle.terms, middle.element, right);
  }

  private Node join(@Nullable Node left, Value[] terms, Value element, @Nullable Node right) {
    IntValue greatest = end(terms);
    if (greatest != null) {
      greatest = greater(greatest, left);
      greatest = greater(greatest, right);
    }
    return new Node(terms, element, greatest, left, right);
  }

  private static IntValue greater(IntValue end, @Nullable Node node) {
    IntValue other = node == null ? null : node.greatestEnd;
    return other != null && IntValue.compare(other, end) > 0 ? other : end;
  }
}

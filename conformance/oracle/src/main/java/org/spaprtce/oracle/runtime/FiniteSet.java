package org.spaprtce.oracle.runtime;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Predicate;

/**
 * A set as its elements in canonical order, each once.
 *
 * <p>Union, intersection and difference merge two such arrays in linear time; membership is a
 * binary search. A set is a slice of an array, so taking away the least or the greatest element
 * copies nothing: a recursion that chooses an element and goes on with the rest is linear, too.
 */
public final class FiniteSet implements SetValue, Iterable<Value> {
  static final FiniteSet EMPTY = new FiniteSet(new Value[0]);

  private final Value[] elements;
  private final int from;
  private final int to;
  private int hash;

  /** Takes the array over; it is sorted, without duplicates, and its elements are solid. */
  FiniteSet(Value[] elements) {
    this(elements, 0, elements.length);
  }

  private FiniteSet(Value[] elements, int from, int to) {
    this.elements = elements;
    this.from = from;
    this.to = to;
  }

  /** Takes the array over and puts it in order. */
  static FiniteSet ofUnsorted(Value[] values) {
    if (values.length == 0) {
      return EMPTY;
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = Values.solid(values[i]);
    }
    if (ascending(values)) {
      return new FiniteSet(values);
    }
    Arrays.sort(values, Values.ORDER);
    return withoutRepetition(values);
  }

  static FiniteSet of(Collection<? extends Value> values) {
    return ofUnsorted(values.toArray(Value[]::new));
  }

  private static boolean ascending(Value[] values) {
    for (int i = 1; i < values.length; i++) {
      if (ValueOrder.compare(values[i - 1], values[i]) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static FiniteSet withoutRepetition(Value[] sorted) {
    int kept = 1;
    for (int i = 1; i < sorted.length; i++) {
      if (ValueOrder.compare(sorted[kept - 1], sorted[i]) != 0) {
        sorted[kept++] = sorted[i];
      }
    }
    return new FiniteSet(sorted, 0, kept);
  }

  /** The number of elements. */
  public int size() {
    return to - from;
  }

  /** The i-th element in canonical order, from 0. */
  public Value get(int i) {
    return elements[from + i];
  }

  List<Value> items() {
    return Collections.unmodifiableList(Arrays.asList(elements).subList(from, to));
  }

  /** The position of a value, or -1. */
  int indexOf(Value value) {
    int index = Arrays.binarySearch(elements, from, to, Values.solid(value), Values.ORDER);
    return index < 0 ? -1 : index - from;
  }

  FiniteSet union(FiniteSet other) {
    if (size() == 0) {
      return other;
    }
    if (other.size() == 0) {
      return this;
    }
    Value[] merged = new Value[size() + other.size()];
    int size = 0;
    int i = from;
    int j = other.from;
    while (i < to && j < other.to) {
      int order = ValueOrder.compare(elements[i], other.elements[j]);
      merged[size++] = order <= 0 ? elements[i] : other.elements[j];
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    while (i < to) {
      merged[size++] = elements[i++];
    }
    while (j < other.to) {
      merged[size++] = other.elements[j++];
    }
    return size == size() ? this : new FiniteSet(merged, 0, size);
  }

  FiniteSet intersection(FiniteSet other) {
    return merge(other, true);
  }

  FiniteSet difference(FiniteSet other) {
    if (size() == 0 || other.size() == 0) {
      return this;
    }
    if (other.size() == 1) {
      int index = indexOf(other.get(0));
      if (index < 0) {
        return this;
      }
      if (index == 0) {
        return new FiniteSet(elements, from + 1, to);
      }
      if (index == size() - 1) {
        return new FiniteSet(elements, from, to - 1);
      }
    }
    return merge(other, false);
  }

  /** The elements that are (or are not) in the other set, by one pass over both. */
  private FiniteSet merge(FiniteSet other, boolean wanted) {
    Value[] kept = new Value[size()];
    int size = 0;
    int j = other.from;
    for (int i = from; i < to; i++) {
      int order = -1;
      while (j < other.to && (order = ValueOrder.compare(elements[i], other.elements[j])) > 0) {
        j++;
      }
      boolean in = j < other.to && order == 0;
      if (in == wanted) {
        kept[size++] = elements[i];
      }
    }
    return size == size() ? this : new FiniteSet(kept, 0, size);
  }

  FiniteSet filter(Predicate<Value> predicate) {
    Value[] kept = new Value[size()];
    int size = 0;
    for (int i = from; i < to; i++) {
      if (predicate.test(elements[i])) {
        kept[size++] = elements[i];
      }
    }
    return size == size() ? this : new FiniteSet(kept, 0, size);
  }

  @Override
  public boolean contains(Value value) {
    return indexOf(value) >= 0;
  }

  @Override
  public FiniteSet finite() {
    return this;
  }

  @Override
  public boolean isFinite() {
    return true;
  }

  @Override
  public BigInteger cardinality() {
    return BigInteger.valueOf(size());
  }

  @Override
  public Iterator<Value> iterator() {
    return items().iterator();
  }

  @Override
  public boolean equals(Object other) {
    return switch (other) {
      case FiniteSet set ->
          set == this
              || (hashCode() == set.hashCode()
                  && Arrays.equals(elements, from, to, set.elements, set.from, set.to));
      case LazySet lazy -> !lazy.isVast() && equals(lazy.finite());
      case null, default -> false;
    };
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      int code = 3;
      for (int i = from; i < to; i++) {
        code = 31 * code + elements[i].hashCode();
      }
      hash = code;
    }
    return hash;
  }

  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(", ", "{", "}");
    for (Value element : this) {
      text.add(element.toString());
    }
    return text.toString();
  }
}

package org.spaprtce.oracle.runtime;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A set as its elements in canonical order, each once.
 *
 * <p>Union, intersection and difference merge two such arrays in linear time; membership is a
 * binary search. A set is a slice of an array, so taking away the least or the greatest element
 * copies nothing: a recursion that chooses an element and goes on with the rest is linear, too.
 */
public final class FiniteSet implements SetValue, Iterable<Value> {
  static final FiniteSet EMPTY = new FiniteSet(new Value[0]);

  /** So many elements are added to a large set, or taken away, one by one. */
  private static final int FEW = 8;

  private final Value[] elements;
  private final int from;
  private final int to;
  private int hash;

  /** What is known of a large set besides its elements; made when it is asked for. */
  private Indices indices = Indices.NONE;

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
    if (values.length == 1 || ascending(values)) {
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
    if (size() <= FEW) {
      return indexAmongFew(Values.solid(value));
    }
    int index = Arrays.binarySearch(elements, from, to, Values.solid(value), Values.ORDER);
    return index < 0 ? -1 : index - from;
  }

  private int indexAmongFew(Value value) {
    for (int i = from; i < to; i++) {
      int order = ValueOrder.compare(elements[i], value);
      if (order >= 0) {
        return order == 0 ? i - from : -1;
      }
    }
    return -1;
  }

  @SuppressWarnings("ReferenceEquality") // a quick answer: the elements are compared otherwise
  FiniteSet union(FiniteSet other) {
    if (size() == 0 || other == this) {
      return other;
    }
    if (other.size() == 0) {
      return this;
    }
    if (size() >= SetIndex.WORTHWHILE && other.size() <= FEW) {
      return withFew(other);
    }
    if (other.size() >= SetIndex.WORTHWHILE && size() <= FEW) {
      return other.withFew(this);
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

  /** This large set and a few more elements, one after the other. */
  private FiniteSet withFew(FiniteSet few) {
    FiniteSet all = this;
    for (int i = 0; i < few.size(); i++) {
      all = all.with(few.get(i));
    }
    return all;
  }

  private FiniteSet with(Value element) {
    int place = Arrays.binarySearch(elements, from, to, element, Values.ORDER);
    if (place >= 0) {
      return this;
    }
    int before = -place - 1 - from;
    Value[] more = new Value[size() + 1];
    System.arraycopy(elements, from, more, 0, before);
    more[before] = element;
    System.arraycopy(elements, from + before, more, before + 1, size() - before);
    FiniteSet set = new FiniteSet(more);
    set.indices = indices.with(this, set, element);
    return set;
  }

  /** This large set without a few of its elements, one after the other. */
  private FiniteSet withoutFew(FiniteSet few) {
    FiniteSet rest = this;
    for (int i = 0; i < few.size(); i++) {
      rest = rest.without(few.get(i));
    }
    return rest;
  }

  private FiniteSet without(Value element) {
    int place = Arrays.binarySearch(elements, from, to, element, Values.ORDER);
    if (place < 0) {
      return this;
    }
    FiniteSet set = withoutPlace(place);
    set.indices = indices.without(this, set, elements[place]);
    return set;
  }

  private FiniteSet withoutPlace(int place) {
    if (place == from) {
      return new FiniteSet(elements, from + 1, to);
    }
    if (place == to - 1) {
      return new FiniteSet(elements, from, to - 1);
    }
    Value[] fewer = new Value[size() - 1];
    System.arraycopy(elements, from, fewer, 0, place - from);
    System.arraycopy(elements, place + 1, fewer, place - from, to - place - 1);
    return new FiniteSet(fewer);
  }

  /** The index of that kind, or null if the elements have no such keys. */
  @Nullable SetIndex index(IndexSpec spec) {
    Indices known = indices;
    if (!known.has(spec)) {
      known = known.and(spec, SetIndex.of(spec, this));
      indices = known;
    }
    return known.get(spec);
  }

  /** The elements that pass a test, which is kept from one set to the next. */
  FiniteSet passing(ElementTest test) {
    FiniteSet known = indices.passing(test);
    if (known == null) {
      known = filter(test);
      indices = indices.and(test, known);
    }
    return known;
  }

  FiniteSet intersection(FiniteSet other) {
    return merge(other, true);
  }

  @SuppressWarnings("ReferenceEquality") // a quick answer: the elements are compared otherwise
  FiniteSet difference(FiniteSet other) {
    if (size() == 0 || other.size() == 0) {
      return this;
    }
    if (other == this) {
      return EMPTY;
    }
    if (size() >= SetIndex.WORTHWHILE && other.size() <= FEW) {
      return withoutFew(other);
    }
    if (other.size() == 1) {
      int index = indexOf(other.get(0));
      return index < 0 ? this : withoutPlace(from + index);
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

  /**
   * The elements whose bits are set, the first element's being the lowest; there are 64 at most.
   */
  public FiniteSet only(long chosen) {
    int size = Long.bitCount(chosen);
    if (size == size()) {
      return this;
    }
    if (size == 0) {
      return EMPTY;
    }
    int first = Long.numberOfTrailingZeros(chosen);
    int last = Long.SIZE - 1 - Long.numberOfLeadingZeros(chosen);
    if (last - first + 1 == size) {
      return new FiniteSet(elements, from + first, from + last + 1);
    }
    Value[] kept = new Value[size];
    int place = 0;
    for (long rest = chosen; rest != 0; rest &= rest - 1) {
      kept[place++] = elements[from + Long.numberOfTrailingZeros(rest)];
    }
    return new FiniteSet(kept);
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

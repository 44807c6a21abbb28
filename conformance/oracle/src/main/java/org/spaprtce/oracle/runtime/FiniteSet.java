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
 *
 * <p>A very large set that differs by few elements from another one is a search tree, which shares
 * most of its nodes with that one's; it gets its array when its elements are asked for one by one.
 */
public final class FiniteSet implements SetValue, Iterable<Value> {
  static final FiniteSet EMPTY = new FiniteSet(new Value[0]);

  /** So many elements are added to a large set, or taken away, one by one. */
  private static final int FEW = 8;

  /** From so many elements on, copying a path of a tree costs less than copying an array. */
  static final int VERY_LARGE = 1024;

  private final Value @Nullable [] elements;
  private final int from;
  private final int to;

  /** The elements as a tree; a set without an array has it from the beginning. */
  private @Nullable SetIndex tree;

  /** The same set with an array, for one that has none; made when it is asked for. */
  private @Nullable FiniteSet flat;

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

  private FiniteSet(SetIndex tree) {
    this.elements = null;
    this.from = 0;
    this.to = tree.size();
    this.tree = tree;
  }

  /** What has the elements from place {@code from} to before place {@code to}. */
  private Value[] array() {
    Value[] known = elements;
    return known == null ? flat().array() : known;
  }

  private FiniteSet flat() {
    FiniteSet known = flat;
    if (known == null) {
      known = new FiniteSet(tree().elements());
      flat = known;
    }
    return known;
  }

  private boolean hasArray() {
    return elements != null || flat != null;
  }

  private SetIndex tree() {
    SetIndex known = tree;
    if (known == null) {
      known = SetIndex.ofElements(this);
      tree = known;
    }
    return known;
  }

  /** Takes the array over and puts it in order. */
  static FiniteSet ofUnsorted(Value[] values) {
    if (values.length == 0) {
      return EMPTY;
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = Values.solid(values[i]);
    }
    return new FiniteSet(values, 0, SortedArrays.sort(values));
  }

  static FiniteSet of(Collection<? extends Value> values) {
    return ofUnsorted(values.toArray(Value[]::new));
  }

  /** The number of elements. */
  public int size() {
    return to - from;
  }

  /** The i-th element in canonical order, from 0. */
  public Value get(int i) {
    return array()[from + i];
  }

  List<Value> items() {
    return Collections.unmodifiableList(Arrays.asList(array()).subList(from, to));
  }

  /** The position of a value, or -1. */
  int indexOf(Value value) {
    if (size() <= FEW) {
      return indexAmongFew(Values.solid(value));
    }
    int index = Arrays.binarySearch(array(), from, to, Values.solid(value), Values.ORDER);
    return index < 0 ? -1 : index - from;
  }

  private int indexAmongFew(Value value) {
    Value[] array = array();
    for (int i = from; i < to; i++) {
      int order = ValueOrder.compare(array[i], value);
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
    int size = SortedArrays.union(array(), from, to, other.array(), other.from, other.to, merged);
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
    FiniteSet set = size() < VERY_LARGE ? withInArray(element) : withInTree(element);
    if (set.size() != size()) {
      set.indices = indices.with(this, set, element);
    }
    return set;
  }

  private FiniteSet withInTree(Value element) {
    return tree().contains(element) ? this : new FiniteSet(tree().plus(element));
  }

  private FiniteSet withInArray(Value element) {
    Value[] array = array();
    int place = Arrays.binarySearch(array, from, to, element, Values.ORDER);
    if (place >= 0) {
      return this;
    }
    int before = -place - 1 - from;
    Value[] more = new Value[size() + 1];
    System.arraycopy(array, from, more, 0, before);
    more[before] = element;
    System.arraycopy(array, from + before, more, before + 1, size() - before);
    return new FiniteSet(more);
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
    boolean inArray = size() < VERY_LARGE || isAtAnEnd(element);
    FiniteSet set = inArray ? withoutInArray(element) : withoutInTree(element);
    if (set.size() != size()) {
      set.indices = indices.without(this, set, element);
    }
    return set;
  }

  /** Whether it is the first or the last element of an array, and nothing needs to be copied. */
  private boolean isAtAnEnd(Value element) {
    return hasArray()
        && (ValueOrder.compare(element, get(0)) == 0
            || ValueOrder.compare(element, get(size() - 1)) == 0);
  }

  private FiniteSet withoutInTree(Value element) {
    return tree().contains(element) ? new FiniteSet(tree().without(element)) : this;
  }

  private FiniteSet withoutInArray(Value element) {
    int index = indexOf(element);
    return index < 0 ? this : withoutPlace(index);
  }

  private FiniteSet withoutPlace(int index) {
    Value[] array = array();
    int place = from + index;
    if (place == from) {
      return new FiniteSet(array, from + 1, to);
    }
    if (place == to - 1) {
      return new FiniteSet(array, from, to - 1);
    }
    Value[] fewer = new Value[size() - 1];
    System.arraycopy(array, from, fewer, 0, index);
    System.arraycopy(array, place + 1, fewer, index, to - place - 1);
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
      return withoutInArray(other.get(0));
    }
    return merge(other, false);
  }

  /** The elements that are (or are not) in the other set, by one pass over both. */
  private FiniteSet merge(FiniteSet other, boolean wanted) {
    Value[] kept = new Value[size()];
    int size =
        SortedArrays.select(array(), from, to, other.array(), other.from, other.to, wanted, kept);
    return size == size() ? this : new FiniteSet(kept, 0, size);
  }

  FiniteSet filter(Predicate<Value> predicate) {
    Value[] array = array();
    Value[] kept = new Value[size()];
    int size = 0;
    for (int i = from; i < to; i++) {
      if (predicate.test(array[i])) {
        kept[size++] = array[i];
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
      return new FiniteSet(array(), from + first, from + last + 1);
    }
    Value[] kept = new Value[size];
    int place = 0;
    for (long rest = chosen; rest != 0; rest &= rest - 1) {
      kept[place++] = get(Long.numberOfTrailingZeros(rest));
    }
    return new FiniteSet(kept);
  }

  @Override
  public boolean contains(Value value) {
    return hasArray() ? indexOf(value) >= 0 : tree().contains(Values.solid(value));
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
                  && Arrays.equals(array(), from, to, set.array(), set.from, set.to));
      case LazySet lazy -> !lazy.isVast() && equals(lazy.finite());
      case null, default -> false;
    };
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      Value[] array = array();
      int code = 3;
      for (int i = from; i < to; i++) {
        code = 31 * code + array[i].hashCode();
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

package org.spaprtce.oracle.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Operators on sets. The first parameter is the position in the TLA+ text. */
public final class Sets {
  /** {@code BOOLEAN}. */
  public static final Value BOOLEAN = Values.set(Values.FALSE, Values.TRUE);

  /** {@code Nat}. */
  public static final Value NAT = NamedSet.NAT;

  /** {@code Int}. */
  public static final Value INT = NamedSet.INT;

  /** {@code STRING}. */
  public static final Value STRING = NamedSet.STRING;

  /** So many sets are united one after the other. */
  private static final int FEW = 4;

  private Sets() {}

  static SetValue set(Value value) {
    if (value instanceof SetValue set) {
      return set;
    }
    throw new TlaError("a set is needed, not " + Values.brief(value));
  }

  private static <T> T located(String at, Supplier<T> operation) {
    try {
      return operation.get();
    } catch (TlaError error) {
      throw error.at(at);
    }
  }

  /** The elements of a set. */
  public static FiniteSet elements(String at, Value set) {
    if (set instanceof FiniteSet finite) {
      return finite;
    }
    try {
      return set(set).finite();
    } catch (TlaError error) {
      throw error.at(at);
    }
  }

  /** Whether no index is worth its while, for so few elements. */
  public static boolean isSmall(Value set) {
    return set instanceof FiniteSet finite && finite.size() < SetIndex.WORTHWHILE;
  }

  /** Whether the bits of a {@code long} can say which elements are chosen. */
  public static boolean isShort(Value set) {
    return set instanceof FiniteSet finite
        ? finite.size() <= Long.SIZE
        : set instanceof RangeSet range && range.isShort();
  }

  /** Whether the elements are too many for each to be looked at. */
  public static boolean isVast(Value set) {
    return set instanceof LazySet lazy && lazy.isVast();
  }

  /** {@code {a, b, ...}}. */
  public static Value of(String at, Value... elements) {
    try {
      return FiniteSet.ofUnsorted(elements);
    } catch (TlaError error) {
      throw error.at(at);
    }
  }

  /** {@code value \in set}. */
  public static boolean in(String at, Value value, Value set) {
    try {
      return set(set).contains(Values.explicit(value));
    } catch (TlaError error) {
      throw error.at(at);
    }
  }

  /** {@code value \in {a, b}}. */
  public static boolean oneOf(String at, Value value, Value a, Value b) {
    return Logic.equal(at, value, a) || Logic.equal(at, value, b);
  }

  /** {@code set = {}}. */
  public static boolean isEmpty(String at, Value set) {
    return set instanceof FiniteSet finite
        ? finite.size() == 0
        : Logic.equal(at, set, Values.EMPTY_SET);
  }

  /** {@code a \subseteq b}. */
  public static boolean subset(String at, Value a, Value b) {
    try {
      return isSubset(set(a), set(b));
    } catch (TlaError error) {
      throw error.at(at);
    }
  }

  static boolean isSubset(SetValue a, SetValue b) {
    if (a instanceof RangeSet x && b instanceof RangeSet y) {
      return x.within(y);
    }
    if (b.isFinite() && a.isFinite() && a.cardinality().compareTo(b.cardinality()) > 0) {
      return false;
    }
    for (Value element : a.finite()) {
      if (!b.contains(element)) {
        return false;
      }
    }
    return true;
  }

  /** {@code a \cup b}. */
  public static Value union(String at, Value a, Value b) {
    try {
      return set(a).finite().union(set(b).finite());
    } catch (TlaError error) {
      throw error.at(at);
    }
  }

  /** {@code a \cap b}. */
  public static Value intersection(String at, Value a, Value b) {
    return located(at, () -> intersection(set(a), set(b)));
  }

  private static SetValue intersection(SetValue a, SetValue b) {
    if (a instanceof RangeSet x && b instanceof RangeSet y) {
      return x.intersection(y);
    }
    if (isRule(b)) {
      return a.finite().filter(b::contains);
    }
    return isRule(a) ? b.finite().filter(a::contains) : a.finite().intersection(b.finite());
  }

  /** {@code a \ b}. */
  public static Value difference(String at, Value a, Value b) {
    try {
      return difference(set(a), set(b));
    } catch (TlaError error) {
      throw error.at(at);
    }
  }

  /** Whether membership is asked for rather than looked up. */
  private static boolean isRule(SetValue set) {
    return set instanceof LazySet && !(set instanceof FilteredSet);
  }

  private static SetValue difference(SetValue a, SetValue b) {
    if (a instanceof LazySet lazy && lazy.isVast()) {
      return new DifferenceSet(lazy, b);
    }
    return isRule(b) ? a.finite().filter(x -> !b.contains(x)) : a.finite().difference(b.finite());
  }

  /** {@code UNION set}. */
  public static Value flatten(String at, Value set) {
    try {
      FiniteSet all = FiniteSet.EMPTY;
      FiniteSet members = set(set).finite();
      if (members.size() <= FEW) {
        for (int i = 0; i < members.size(); i++) {
          all = all.union(set(members.get(i)).finite());
        }
        return all;
      }
      return flattened(members);
    } catch (TlaError error) {
      throw error.at(at);
    }
  }

  private static FiniteSet flattened(FiniteSet members) {
    List<Value> all = new ArrayList<>();
    for (Value member : members) {
      all.addAll(set(member).finite().items());
    }
    return FiniteSet.of(all);
  }

  /** {@code SUBSET set}. */
  public static Value subsets(String at, Value set) {
    return located(at, () -> new PowerSet(set(set)));
  }

  /** {@code a \X b \X ...}. */
  public static Value product(String at, Value... sets) {
    return located(at, () -> new ProductSet(sets(sets)));
  }

  /** {@code [domain -> range]}. */
  public static Value functions(String at, Value domain, Value range) {
    return located(at, () -> new FunctionSet(set(domain), set(range)));
  }

  /** {@code [name : set, ...]}; the sets stand in the order of the shape. */
  public static Value records(String at, RecordShape shape, Value... sets) {
    return located(at, () -> new RecordSet(shape, sets(sets)));
  }

  private static List<SetValue> sets(Value... values) {
    List<SetValue> sets = new ArrayList<>();
    for (Value value : values) {
      sets.add(set(value));
    }
    return sets;
  }

  /** {@code {x \in set : predicate}}. */
  public static Value filter(String at, Value set, Predicate<Value> predicate) {
    return set instanceof FilteredSet filtered
        ? filtered.and(predicate)
        : elements(at, set).filter(predicate);
  }

  /**
   * {@code {x \in set : predicate}}, where the predicate is false but for the elements that an
   * index finds. A large set is filtered when its elements are asked for.
   *
   * @param bounds what is looked up; see {@link IndexSpec}
   */
  public static Value filter(
      String at,
      Value set,
      Predicate<Value> predicate,
      IndexSpec index,
      Supplier<Value[][]> bounds) {
    if (set instanceof FilteredSet filtered) {
      return filtered.and(predicate, index, bounds);
    }
    FiniteSet elements = elements(at, set);
    return elements.size() < SetIndex.WORTHWHILE
        ? elements.filter(predicate)
        : FilteredSet.of(elements, predicate, index, bounds);
  }

  /** {@code {x \in set : predicate}}, where the predicate depends on nothing but the element. */
  public static Value filter(String at, Value set, ElementTest test) {
    FiniteSet elements = elements(at, set);
    return elements.size() < SetIndex.WORTHWHILE ? elements.filter(test) : elements.passing(test);
  }

  /** The bounds for each element of a set, together. */
  public static Value[][] bounds(String at, Value set, Function<Value, Value[][]> each) {
    FiniteSet elements = elements(at, set);
    List<Value[]> all = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      all.addAll(List.of(each.apply(elements.get(i))));
    }
    return all.toArray(Value[][]::new);
  }

  /** {@code {image : x \in set}}. */
  public static Value map(String at, Value set, Function<Value, Value> image) {
    FiniteSet elements = elements(at, set);
    Value[] images = new Value[elements.size()];
    for (int i = 0; i < images.length; i++) {
      images[i] = image.apply(elements.get(i));
    }
    return of(at, images);
  }

  /** {@code {image : x \in set}} from the images, in the order of the elements. */
  public static Value images(String at, Value[] images) {
    return of(at, images);
  }

  /** The union of the images: {@code {e : x \in set, y \in ...}} with the inner variables' set. */
  public static Value flatMap(String at, Value set, Function<Value, Value> image) {
    List<Value> all = new ArrayList<>();
    for (Value element : elements(at, set)) {
      all.addAll(elements(at, image.apply(element)).items());
    }
    return located(at, () -> FiniteSet.of(all));
  }

  /** {@code Cardinality(set)}. */
  public static Value cardinality(String at, Value set) {
    return located(at, () -> IntValue.of(set(set).cardinality()));
  }

  /** {@code IsFiniteSet(set)}. */
  public static boolean isFinite(String at, Value set) {
    return located(at, () -> set(set).isFinite());
  }
}

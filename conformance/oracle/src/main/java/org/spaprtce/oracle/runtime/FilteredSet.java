package org.spaprtce.oracle.runtime;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a large set that satisfy a predicate, found when they are asked for, with the
 * help of an index if the predicate allows one.
 *
 * <p>Filtered again it stays a rule: what a second predicate looks up in an index need not satisfy
 * the first one before.
 */
final class FilteredSet extends LazySet {
  private final FiniteSet base;
  private final Predicate<Value> predicate;
  private final IndexSpec spec;
  private final Supplier<Value[][]> bounds;
  private @Nullable FiniteSet found;

  private FilteredSet(
      FiniteSet base, Predicate<Value> predicate, IndexSpec spec, Supplier<Value[][]> bounds) {
    this.base = base;
    this.predicate = predicate;
    this.spec = spec;
    this.bounds = bounds;
  }

  static FilteredSet of(
      FiniteSet base, Predicate<Value> predicate, IndexSpec spec, Supplier<Value[][]> bounds) {
    return new FilteredSet(base, predicate, spec, bounds);
  }

  /** The elements that satisfy one more predicate. */
  Value and(Predicate<Value> other) {
    FiniteSet known = found;
    return known == null
        ? new FilteredSet(base, predicate.and(other), spec, bounds)
        : known.filter(other);
  }

  /** The elements that satisfy one more predicate, which an index serves. */
  Value and(Predicate<Value> other, IndexSpec otherSpec, Supplier<Value[][]> otherBounds) {
    FiniteSet known = found;
    if (known != null && known.size() < SetIndex.WORTHWHILE) {
      return known.filter(other);
    }
    boolean better = otherSpec.hasStart() || !spec.hasStart();
    return new FilteredSet(
        base, predicate.and(other), better ? otherSpec : spec, better ? otherBounds : bounds);
  }

  private FiniteSet found() {
    FiniteSet known = found;
    if (known == null) {
      List<Value> candidates = candidates();
      known =
          candidates == null ? base.filter(predicate) : FiniteSet.of(candidates).filter(predicate);
      found = known;
    }
    return known;
  }

  /** What the index finds; null if there is no index, or if the bounds have no value. */
  private @Nullable List<Value> candidates() {
    SetIndex index = base.index(spec);
    if (index == null) {
      return null;
    }
    try {
      return index.lookUp(bounds.get());
    } catch (TlaError withoutValue) {
      return null;
    }
  }

  @Override
  public boolean contains(Value value) {
    return found().contains(value);
  }

  @Override
  public boolean isFinite() {
    return true;
  }

  @Override
  public BigInteger cardinality() {
    return found().cardinality();
  }

  @Override
  FiniteSet enumerate(int count) {
    return found();
  }

  @Override
  public String toString() {
    return found().toString();
  }
}

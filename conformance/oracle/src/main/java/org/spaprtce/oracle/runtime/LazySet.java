package org.spaprtce.oracle.runtime;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A set given by a rule. Membership asks the rule; the elements are computed when they are iterated
 * over or stored in another value, once, and only up to {@link #LIMIT} of them.
 */
public abstract sealed class LazySet implements SetValue
    permits RangeSet,
        PowerSet,
        FunctionSet,
        RecordSet,
        ProductSet,
        SequenceSet,
        NamedSet,
        DifferenceSet,
        FilteredSet {

  /** The largest number of elements that is enumerated, as in TLC. */
  public static final int LIMIT = 1_000_000;

  private @Nullable FiniteSet elements;

  @Override
  public final FiniteSet finite() {
    FiniteSet known = elements;
    if (known == null) {
      if (!isFinite()) {
        throw new TlaError("the elements of the infinite set " + this + " are needed");
      }
      BigInteger count = cardinality();
      if (count.compareTo(BigInteger.valueOf(LIMIT)) > 0) {
        throw new TlaError(
            "the " + count + " elements of " + Values.brief(this) + " are needed, limit " + LIMIT);
      }
      known = enumerate(count.intValueExact());
      elements = known;
    }
    return known;
  }

  /** Computes the elements, that many. */
  abstract FiniteSet enumerate(int count);

  /** Whether the elements are too many to be compared one by one. */
  boolean isVast() {
    return !isFinite() || cardinality().compareTo(BigInteger.valueOf(LIMIT)) > 0;
  }

  @Override
  public final boolean equals(Object other) {
    return other == this
        || (other instanceof SetValue set
            && !isVast()
            && !(set instanceof LazySet lazy && lazy.isVast())
            && finite().equals(set.finite()))
        || (other instanceof RangeSet there && this instanceof RangeSet here && here.same(there));
  }

  @Override
  public final int hashCode() {
    return isVast() ? toString().hashCode() : finite().hashCode();
  }
}

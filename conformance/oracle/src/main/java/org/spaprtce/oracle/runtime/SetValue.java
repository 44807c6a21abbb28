package org.spaprtce.oracle.runtime;

import java.math.BigInteger;

/** A set: either its elements ({@link FiniteSet}) or a rule that is enumerated when it must be. */
public sealed interface SetValue extends Value permits FiniteSet, LazySet {
  /** Whether a value is an element; never enumerates a lazy set. */
  boolean contains(Value value);

  /** The set as its elements; throws {@link TlaError} if it is infinite or too big. */
  FiniteSet finite();

  /** Whether the set has finitely many elements. */
  boolean isFinite();

  /** The number of elements; throws {@link TlaError} if the set is infinite. */
  BigInteger cardinality();
}

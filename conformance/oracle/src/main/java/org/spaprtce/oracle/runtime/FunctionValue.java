package org.spaprtce.oracle.runtime;

/**
 * A function with a finite domain, as pairs in the canonical order of the arguments.
 *
 * <p>Each function has one representation: a {@link TupleValue} if its domain is {@code 1..n} (n
 * may be 0), a {@link RecordValue} if it holds strings only, else a {@link MapValue}.
 */
public sealed interface FunctionValue extends Value permits TupleValue, RecordValue, MapValue {
  /** The number of points of the domain. */
  int size();

  /** The i-th argument, from 0. */
  Value key(int i);

  /** The value at the i-th argument, from 0. */
  Value value(int i);

  /** The number of an argument, or -1 outside the domain. */
  int indexOf(Value key);

  /** The domain. */
  SetValue domain();

  /** The function that differs from this one at the i-th argument only. */
  FunctionValue with(int i, Value value);

  /** Whether the domains are known to be equal without comparing their elements. */
  boolean sameDomain(FunctionValue other);
}

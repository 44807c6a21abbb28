package org.spaprtce.oracle.runtime;

/** A TLA+ operator that is passed as an argument or defined in a {@code LET}. */
@FunctionalInterface
public interface Operator {
  /** The value for these arguments; their number is what the operator takes. */
  Value apply(Value... arguments);
}

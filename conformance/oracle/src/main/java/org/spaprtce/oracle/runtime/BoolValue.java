package org.spaprtce.oracle.runtime;

/** A Boolean of TLA+. */
public record BoolValue(boolean value) implements Value {
  static final BoolValue TRUE = new BoolValue(true);
  static final BoolValue FALSE = new BoolValue(false);

  @Override
  public String toString() {
    return value ? "TRUE" : "FALSE";
  }
}

package org.spaprtce.oracle.runtime;

/** A string of TLA+. */
public record StringValue(String value) implements Value {
  @Override
  public String toString() {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}

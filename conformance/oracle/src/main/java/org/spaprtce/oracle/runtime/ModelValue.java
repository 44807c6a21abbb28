package org.spaprtce.oracle.runtime;

/** A model value: an element that equals nothing but itself; its name is its identity. */
public record ModelValue(String name) implements Value {
  @Override
  public String toString() {
    return name;
  }
}

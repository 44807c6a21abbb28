package org.spaprtce.bench;

/** What the processor allows, measured beside the peers. */
public enum Bound {
  /** Atomic operations on words that no other thread touches. */
  ATOMICS
}

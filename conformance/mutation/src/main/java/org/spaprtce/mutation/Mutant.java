package org.spaprtce.mutation;

/**
 * A change of one instruction, and what became of it.
 *
 * @param key names it whatever its line
 * @param line of the source, from 1
 * @param description what PIT changed
 * @param fate what its tests said
 * @param tests how many of them ran
 * @param killer the engine whose test failed, or nothing
 */
record Mutant(Key key, int line, String description, Fate fate, int tests, String killer) {

  /**
   * The name of a mutant. Lambdas count as part of their method.
   *
   * @param type the class in full
   * @param method {@code <init>} and {@code <clinit>} as in class files
   * @param mutator the kind of change, as PIT calls it
   * @param nth the number among those of this kind in the method, from 1
   */
  record Key(String type, String method, String mutator, int nth) {
    @Override
    public String toString() {
      return type + "." + method + " " + mutator + " " + nth;
    }
  }

  /** What became of a mutant. */
  enum Fate {
    /** A test failed. */
    KILLED,
    /** Every test that reaches it passed. */
    SURVIVED,
    /** No test reaches it. */
    UNREACHED,
    /** A test did not end in time, be it for ever or because the machine was slow. */
    TIMED_OUT,
    /** The JVM refused it or broke down, which no test of ours brought about. */
    BROKEN
  }

  /** Whether the tests leave it alone. */
  boolean isSurvivor() {
    return fate == Fate.SURVIVED || fate == Fate.UNREACHED;
  }
}

package org.spaprtce.oracle.runtime;

import java.util.function.Function;

/**
 * What an index of a set of records is ordered by; one object for each place in the text.
 *
 * <p>The terms of an element are first those that a lookup compares for equality, then, if there is
 * one, the start of an interval, then, if there is one, its end. The bounds of a lookup stand in
 * the same order: the values that the equal terms have, what the start is at most, what the end is
 * at least.
 */
public final class IndexSpec {
  private final int equal;
  private final boolean start;
  private final boolean end;
  private final Function<Value, Value[]> terms;

  private IndexSpec(int equal, boolean start, boolean end, Function<Value, Value[]> terms) {
    this.equal = equal;
    this.start = start;
    this.end = end;
    this.terms = terms;
  }

  /**
   * Describes an index.
   *
   * @param equal the number of terms that are compared for equality
   * @param start whether a term follows that is bounded from above
   * @param end whether a term follows that is bounded from below
   */
  public static IndexSpec of(
      int equal, boolean start, boolean end, Function<Value, Value[]> terms) {
    return new IndexSpec(equal, start, end, terms);
  }

  /** The number of terms that order the elements. */
  int keys() {
    return equal + (start ? 1 : 0);
  }

  int equal() {
    return equal;
  }

  boolean hasStart() {
    return start;
  }

  boolean hasEnd() {
    return end;
  }

  Value[] terms(Value element) {
    return terms.apply(element);
  }
}

package org.spaprtce.oracle.runtime;

import java.util.Arrays;

/** Values in canonical order, each once, in a part of an array. */
final class SortedArrays {
  private SortedArrays() {}

  /** Puts an array in order; gives the number of different values, which then stand first. */
  static int sort(Value[] values) {
    if (isAscending(values)) {
      return values.length;
    }
    Arrays.sort(values, Values.ORDER);
    int kept = 1;
    for (int i = 1; i < values.length; i++) {
      if (ValueOrder.compare(values[kept - 1], values[i]) != 0) {
        values[kept++] = values[i];
      }
    }
    return kept;
  }

  private static boolean isAscending(Value[] values) {
    for (int i = 1; i < values.length; i++) {
      if (ValueOrder.compare(values[i - 1], values[i]) >= 0) {
        return false;
      }
    }
    return true;
  }

  /** Merges the values of two parts; gives their number. */
  static int union(
      Value[] one, int from, int to, Value[] other, int otherFrom, int otherTo, Value[] merged) {
    int size = 0;
    int i = from;
    int j = otherFrom;
    while (i < to && j < otherTo) {
      int order = ValueOrder.compare(one[i], other[j]);
      merged[size++] = order <= 0 ? one[i] : other[j];
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    while (i < to) {
      merged[size++] = one[i++];
    }
    while (j < otherTo) {
      merged[size++] = other[j++];
    }
    return size;
  }

  /** Takes the values of a part that are (or are not) in another one; gives their number. */
  static int select(
      Value[] one,
      int from,
      int to,
      Value[] other,
      int otherFrom,
      int otherTo,
      boolean wanted,
      Value[] kept) {
    int size = 0;
    int j = otherFrom;
    for (int i = from; i < to; i++) {
      int order = -1;
      while (j < otherTo && (order = ValueOrder.compare(one[i], other[j])) > 0) {
        j++;
      }
      boolean in = j < otherTo && order == 0;
      if (in == wanted) {
        kept[size++] = one[i];
      }
    }
    return size;
  }
}

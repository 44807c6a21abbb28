package org.spaprtce.conformance.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Delta debugging: leaves out of a failing sequence whatever it fails without. */
final class Minimizer {
  private Minimizer() {}

  /**
   * A part of the list that still fails and of which no element can be left out.
   *
   * @param failing a list for which the predicate holds
   * @param fails whether a list fails
   */
  static <T> List<T> minimize(List<T> failing, Predicate<List<T>> fails) {
    List<T> list = failing;
    int parts = 2;
    while (list.size() >= 2) {
      int length = (list.size() + parts - 1) / parts;
      List<T> shorter = withoutOnePart(list, length, fails);
      if (shorter.size() < list.size()) {
        list = shorter;
        parts = Math.max(parts - 1, 2);
      } else if (length == 1) {
        break;
      } else {
        parts = Math.min(parts * 2, list.size());
      }
    }
    return list;
  }

  private static <T> List<T> withoutOnePart(List<T> list, int length, Predicate<List<T>> fails) {
    for (int from = 0; from < list.size(); from += length) {
      List<T> rest = new ArrayList<>(list.subList(0, from));
      rest.addAll(list.subList(Math.min(list.size(), from + length), list.size()));
      if (fails.test(rest)) {
        return rest;
      }
    }
    return list;
  }
}

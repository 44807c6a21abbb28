package org.spaprtce.conformance.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.spaprtce.conformance.norm.Cast;

/**
 * The names that a sequence has for its processes, containers and groups. A name that nothing
 * stands for any more is given out again, so a long sequence needs no more names than a short one.
 *
 * <p>There are some more names than are needed, so that sequences have the same ones.
 */
final class Names {
  /** The process that a sequence is about. */
  static final String PROCESS = "process";

  /** With more groups than these, a sequence begins without those of the sequences before. */
  private static final int MANY_GROUPS = 8;

  private final List<String> processes = new ArrayList<>(List.of(PROCESS));
  private final List<String> containers = new ArrayList<>();
  private final SortedSet<String> groups = new TreeSet<>();
  private Cast cast;

  /**
   * The names at the beginning of a sequence.
   *
   * @param seen the groups of the sequences before
   */
  Names(SortedSet<String> seen) {
    more("child-", processes, 1);
    more("container-", containers, 2);
    if (seen.size() <= MANY_GROUPS) {
      groups.addAll(seen);
    }
    this.cast = made();
  }

  private Cast made() {
    return new Cast(processes, containers, List.copyOf(groups));
  }

  private static void more(String prefix, List<String> names, int many) {
    for (int i = 0; i < many; i++) {
      names.add(prefix + (names.size() + 1));
    }
  }

  /** All names that there are. */
  Cast cast() {
    return cast;
  }

  /**
   * A name for a container.
   *
   * @param free whether nothing stands for a name
   */
  String container(Predicate<String> free) {
    return given("container-", containers, 0, free);
  }

  /** A name for a child. */
  String child(Predicate<String> free) {
    return given("child-", processes, 1, free);
  }

  /** Makes the name of a group known. */
  void group(String name) {
    if (groups.add(name)) {
      cast = made();
    }
  }

  /** The first free one of the names from the given place on; if there is none, they double. */
  private String given(String prefix, List<String> names, int from, Predicate<String> free) {
    for (int i = from; i < names.size(); i++) {
      if (free.test(names.get(i))) {
        return names.get(i);
      }
    }
    int first = names.size();
    more(prefix, names, first);
    cast = made();
    return names.get(first);
  }
}

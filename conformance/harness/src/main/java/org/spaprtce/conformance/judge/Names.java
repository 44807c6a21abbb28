package org.spaprtce.conformance.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.spaprtce.conformance.norm.Cast;

/**
 * The names that a sequence has for its processes, containers and groups. A name that nothing
 * stands for any more is given out again, so a long sequence needs no more names than a short one.
 */
final class Names {
  /** The process that a sequence is about. */
  static final String PROCESS = "process";

  private final List<String> processes = new ArrayList<>(List.of(PROCESS));
  private final List<String> containers = new ArrayList<>(List.of("container-1"));
  private final List<String> groups = new ArrayList<>();
  private Cast cast = new Cast(processes, containers, groups);

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
    if (!groups.contains(name)) {
      groups.add(name);
      changed();
    }
  }

  /** The first free one of the names from the given place on, else one more. */
  private String given(String prefix, List<String> names, int from, Predicate<String> free) {
    for (String name : names.subList(from, names.size())) {
      if (free.test(name)) {
        return name;
      }
    }
    String name = prefix + (names.size() - from + 1);
    names.add(name);
    changed();
    return name;
  }

  private void changed() {
    cast = new Cast(processes, containers, groups);
  }
}

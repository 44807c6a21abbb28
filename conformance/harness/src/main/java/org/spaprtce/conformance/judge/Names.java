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

  /** A function on names has no more than these. */
  private static final int MOST = 127;

  /** The names that sequences of a recording have had. */
  static final class Known {
    /** With more groups than these, a sequence begins without those of the sequences before. */
    private static final int MANY_GROUPS = 8;

    private final SortedSet<String> groups = new TreeSet<>();
    private Cast atFirst = made();

    private void group(String name) {
      if (groups.size() < MANY_GROUPS && groups.add(name)) {
        atFirst = made();
      }
    }

    private Cast made() {
      return new Cast(
          List.of(PROCESS, "child-1"), List.of("container-1", "container-2"), List.copyOf(groups));
    }
  }

  private final Known known;
  private final List<String> processes;
  private final List<String> containers;
  private final SortedSet<String> groups;
  private Cast cast;

  /**
   * The names at the beginning of a sequence.
   *
   * @param known the names of the sequences before
   */
  Names(Known known) {
    this.known = known;
    this.cast = known.atFirst;
    this.processes = new ArrayList<>(cast.processes());
    this.containers = new ArrayList<>(cast.containers());
    this.groups = new TreeSet<>(cast.groups());
  }

  private Cast made() {
    return new Cast(processes, containers, List.copyOf(groups));
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
      known.group(name);
      cast = made();
    }
  }

  /**
   * The first free one of the names from the given place on; if there is none, they double if they
   * can.
   */
  private String given(String prefix, List<String> names, int from, Predicate<String> free) {
    for (int i = from; i < names.size(); i++) {
      if (free.test(names.get(i))) {
        return names.get(i);
      }
    }
    int many = names.size();
    int more = Math.max(1, Math.min(many, MOST - many));
    for (int i = 0; i < more; i++) {
      names.add(prefix + (many - from + i + 1));
    }
    cast = made();
    return names.get(many);
  }
}

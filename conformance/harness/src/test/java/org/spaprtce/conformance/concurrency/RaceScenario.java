package org.spaprtce.conformance.concurrency;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.spaprtce.oracle.runtime.Value;

/**
 * Commands that are called at the same time, after others that were called before: every pair and
 * every triple of {@link #OPERATIONS}, from each of {@link #OPENINGS}.
 *
 * @param opening commands that one thread calls first
 * @param together commands that are called at the same time, each by a thread of its own
 */
record RaceScenario(List<Value> opening, List<Value> together) {
  private static final long VERSION_1 = 2;
  private static final long VERSION_2 = 7;

  /**
   * One of each kind; of registrations and mappings those that meet in different ways. Left out are
   * the commands that depend on nothing or on the type alone: GET_API_VERSION, CHECK_EXTENSION, and
   * those that nobody knows.
   */
  static final List<Value> OPERATIONS =
      List.of(
          Racing.register("c0", 0, 2),
          Racing.register("c1", 0, 2),
          Racing.register("c1", 1, 2),
          Racing.unregister("c0", 0, 2),
          Racing.unregister("c1", 0, 2),
          Racing.map("c0", 0, 0, 2),
          Racing.map("c0", 1, Racing.PAGE, 2),
          Racing.map("c1", 1, 0, 1),
          Racing.unmap("c0", 0, 2),
          Racing.create("c0"),
          Racing.remove("c0", 0),
          Racing.setIommu("c0", VERSION_2),
          Racing.plain("ENABLE", "c1"),
          Racing.plain("DISABLE", "c1"),
          Racing.attach("g2", "c0"),
          Racing.group("UNSET_CONTAINER", "g0"),
          Racing.group("CLOSE_GROUP", "g0"),
          Racing.group("OPEN_GROUP", "g0"),
          Racing.group("OPEN_DEVICE", "g0"),
          Racing.group("CLOSE_DEVICE", "g0"),
          Racing.status("g0"),
          Racing.info("c0"),
          Racing.deviceState("c0"));

  /**
   * Two containers of version 2, of which the first has a block and TCEs; the same as fresh as they
   * come from SET_IOMMU; one that has no type yet beside one of version 1.
   */
  static final List<List<Value>> OPENINGS = List.of(inUse(), fresh(), untyped());

  /** Copies the lists. */
  RaceScenario {
    opening = List.copyOf(opening);
    together = List.copyOf(together);
  }

  private static List<Value> inUse() {
    List<Value> commands = new ArrayList<>(fresh());
    commands.add(Racing.register("c0", 0, 2));
    commands.add(Racing.register("c0", 2, 1));
    commands.add(Racing.map("c0", 0, 0, 1));
    return commands;
  }

  private static List<Value> fresh() {
    List<Value> commands = new ArrayList<>(Racing.opening("c0", "g0"));
    commands.addAll(Racing.opening("c1", "g1"));
    commands.add(Racing.group("OPEN_GROUP", "g2"));
    return commands;
  }

  private static List<Value> untyped() {
    return List.of(
        Racing.group("OPEN_GROUP", "g0"),
        Racing.attach("g0", "c0"),
        Racing.group("OPEN_GROUP", "g1"),
        Racing.attach("g1", "c1"),
        Racing.setIommu("c1", VERSION_1),
        Racing.group("OPEN_GROUP", "g2"));
  }

  /** Every pair of operations, also of an operation with itself, from every opening. */
  static List<RaceScenario> pairs() {
    List<RaceScenario> pairs = new ArrayList<>();
    for (List<Value> opening : OPENINGS) {
      for (int i = 0; i < OPERATIONS.size(); i++) {
        for (int j = i; j < OPERATIONS.size(); j++) {
          pairs.add(new RaceScenario(opening, List.of(OPERATIONS.get(i), OPERATIONS.get(j))));
        }
      }
    }
    return pairs;
  }

  /** Every triple of operations, from every opening. */
  static List<RaceScenario> triples() {
    List<RaceScenario> triples = new ArrayList<>();
    for (RaceScenario pair : pairs()) {
      for (int k = OPERATIONS.indexOf(pair.together().getLast()); k < OPERATIONS.size(); k++) {
        List<Value> together = new ArrayList<>(pair.together());
        together.add(OPERATIONS.get(k));
        triples.add(new RaceScenario(pair.opening(), together));
      }
    }
    return triples;
  }

  /** All commands of some scenarios, each once. */
  static List<Value> commands(List<RaceScenario> scenarios) {
    Set<Value> commands = new LinkedHashSet<>();
    scenarios.forEach(s -> {
      commands.addAll(s.opening());
      commands.addAll(s.together());
    });
    return List.copyOf(commands);
  }
}

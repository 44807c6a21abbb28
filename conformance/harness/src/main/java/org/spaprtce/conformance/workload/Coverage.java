package org.spaprtce.conformance.workload;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.spaprtce.conformance.sut.Taken;

/**
 * How often each answer of each command was decided by each clause, and each way of succeeding was
 * met.
 *
 * <p>An answer counts for a clause where that clause alone decides it.
 */
public final class Coverage {
  private final Map<String, Map<String, Long>> counts = new TreeMap<>();

  /** Counts a step. */
  public void count(Taken taken) {
    if (taken.deciding().size() == 1) {
      count(taken.name(), taken.result() + " " + taken.deciding().getFirst());
    } else {
      count(taken.name(), taken.result());
    }
    Effects.of(taken).forEach(effect -> count(taken.name(), effect));
  }

  private void count(String command, String what) {
    counts.computeIfAbsent(command, _ -> new TreeMap<>()).merge(what, 1L, Long::sum);
  }

  /** The counts by command and by what was met. */
  public Map<String, Map<String, Long>> counts() {
    return counts;
  }

  /** How often something that must be met was met. */
  public long of(Requirement requirement) {
    long sum = 0;
    for (Map.Entry<String, Long> count :
        counts.getOrDefault(requirement.command(), Map.of()).entrySet()) {
      if (requirement.isMetBy(count.getKey())) {
        sum += count.getValue();
      }
    }
    return sum;
  }

  /** What was met fewer than this many times, the rarest first. */
  public List<String> rarerThan(long least) {
    List<String> rare = new ArrayList<>();
    byRarity()
        .forEach(requirement -> {
          if (of(requirement) < least) {
            rare.add(requirement + " " + of(requirement));
          }
        });
    return rare;
  }

  /** What was met least often of all that must be met. */
  public List<String> rarest(int count) {
    return byRarity().stream()
        .limit(count)
        .map(requirement -> "%s, %,d times".formatted(requirement, of(requirement)))
        .toList();
  }

  private List<Requirement> byRarity() {
    return Requirement.ALL.stream()
        .sorted(Comparator.comparingLong(this::of).thenComparing(Requirement::toString))
        .toList();
  }

  /** What cannot be met according to {@link Requirement#UNREACHABLE}, and was met all the same. */
  public List<String> unexpected() {
    return Requirement.UNREACHABLE.keySet().stream()
        .filter(requirement -> of(requirement) > 0)
        .map(Requirement::toString)
        .sorted()
        .toList();
  }
}

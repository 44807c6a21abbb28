package org.spaprtce.conformance.concurrency;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was called and answered, and how much of it overlapped. */
public final class SoakTally {
  private final SortedMap<String, Long> answers = new TreeMap<>();
  private final SortedMap<String, Long> meetings = new TreeMap<>();
  private long rounds;
  private long calls;
  private long overlapping;

  SoakTally() {}

  void count(List<RandomCalls.Seen> seen) {
    rounds++;
    for (int i = 0; i < seen.size(); i++) {
      RandomCalls.Seen call = seen.get(i);
      calls++;
      answers.merge(call.plan().name() + " " + call.observation().answer(), 1L, Long::sum);
      boolean met = false;
      for (int j = 0; j < seen.size(); j++) {
        RandomCalls.Seen other = seen.get(j);
        if (i != j && call.called() < other.returned() && other.called() < call.returned()) {
          met = true;
          if (i < j) {
            meetings.merge(pair(call.plan().name(), other.plan().name()), 1L, Long::sum);
          }
        }
      }
      overlapping += met ? 1 : 0;
    }
  }

  private static String pair(String one, String other) {
    return one.compareTo(other) <= 0 ? one + " with " + other : other + " with " + one;
  }

  /** Rounds whose history was explained. */
  public long rounds() {
    return rounds;
  }

  /** Calls of all rounds. */
  public long calls() {
    return calls;
  }

  /** Those that began before another one had returned, and the other way round. */
  public long overlapping() {
    return overlapping;
  }

  /** How often each operation answered what. */
  public SortedMap<String, Long> answers() {
    return new TreeMap<>(answers);
  }

  /** How often which operations overlapped. */
  public SortedMap<String, Long> meetings() {
    return new TreeMap<>(meetings);
  }
}

package org.spaprtce.bench;

import java.util.SortedMap;
import java.util.TreeMap;
import org.spaprtce.Outcome;

/** Counts of the answers that were seen, by clause. */
final class Census {

  private final SortedMap<String, Integer> answers = new TreeMap<>();

  void count(Outcome outcome) {
    String answer =
        switch (outcome) {
          case Outcome.Success success -> success.toString();
          case Outcome.Rejected rejected -> rejected.clause();
        };
    answers.merge(answer, 1, Integer::sum);
  }

  /** {@return for each answer how often it was seen} */
  SortedMap<String, Integer> answers() {
    return new TreeMap<>(answers);
  }
}

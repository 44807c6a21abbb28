package org.spaprtce.conformance.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts the operations of a recording while they are judged. */
final class Tally {
  private int commands;
  private int facts;
  private final List<Divergence> divergences = new ArrayList<>();
  private final Map<Reason, Integer> notCovered = new EnumMap<>(Reason.class);

  void agreedCommand() {
    commands++;
  }

  void agreedFact() {
    facts++;
  }

  void diverged(Divergence divergence) {
    divergences.add(divergence);
  }

  void notCovered(Reason reason) {
    notCovered.merge(reason, 1, Integer::sum);
  }

  int commands() {
    return commands;
  }

  int facts() {
    return facts;
  }

  List<Divergence> divergences() {
    List<Divergence> sorted = new ArrayList<>(divergences);
    sorted.sort(Comparator.comparingInt(Divergence::line));
    return sorted;
  }

  Map<Reason, Integer> notCoveredReasons() {
    return notCovered;
  }
}

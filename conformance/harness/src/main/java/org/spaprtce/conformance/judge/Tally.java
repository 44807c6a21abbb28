package org.spaprtce.conformance.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Counts the operations of a recording while they are judged. */
final class Tally {
  private final int kept;
  private int commands;
  private int facts;
  private final List<Divergence> explained = new ArrayList<>();
  private final List<Divergence> unexplained = new ArrayList<>();
  private final Map<String, Integer> byQuirk = new TreeMap<>();
  private final Map<Reason, Integer> notCovered = new EnumMap<>(Reason.class);

  /**
   * A tally.
   *
   * @param kept how many divergences with explanations are kept, and how many without
   */
  Tally(int kept) {
    this.kept = kept;
  }

  void agreedCommand() {
    commands++;
  }

  void agreedFact() {
    facts++;
  }

  void diverged(Divergence divergence) {
    byQuirk.merge(divergence.quirkText(), 1, Integer::sum);
    List<Divergence> alike = divergence.explained() ? explained : unexplained;
    if (alike.size() < kept) {
      alike.add(divergence);
    }
  }

  void notCovered(Reason reason) {
    notCovered.merge(reason, 1, Integer::sum);
  }

  /** Adds all that another tally of the same recording has counted and kept. */
  void add(Tally other) {
    commands += other.commands;
    facts += other.facts;
    explained.addAll(other.explained);
    unexplained.addAll(other.unexplained);
    other.byQuirk.forEach((quirk, count) -> byQuirk.merge(quirk, count, Integer::sum));
    other.notCovered.forEach((reason, count) -> notCovered.merge(reason, count, Integer::sum));
  }

  int commands() {
    return commands;
  }

  int facts() {
    return facts;
  }

  /** How many operations diverged, by the quirks that explain them. */
  Map<String, Integer> byQuirk() {
    return byQuirk;
  }

  /** The divergences that were kept, in the order of their lines. */
  List<Divergence> divergences() {
    return Stream.concat(explained.stream(), unexplained.stream())
        .sorted(Comparator.comparingInt(Divergence::line))
        .toList();
  }

  Map<Reason, Integer> notCoveredReasons() {
    return notCovered;
  }
}

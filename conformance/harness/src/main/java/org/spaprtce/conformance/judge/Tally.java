package org.spaprtce.conformance.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.spaprtce.conformance.recording.Recording;

/** Counts the operations of a recording while they are judged. */
final class Tally {
  private int agreed;
  private final List<Divergence> divergences = new ArrayList<>();
  private final Map<Reason, Integer> notCovered = new EnumMap<>(Reason.class);

  void agreed() {
    agreed++;
  }

  void diverged(Divergence divergence) {
    divergences.add(divergence);
  }

  void notCovered(Reason reason) {
    notCovered.merge(reason, 1, Integer::sum);
  }

  FileReport report(Recording recording) {
    List<Divergence> sorted = new ArrayList<>(divergences);
    sorted.sort(Comparator.comparingInt(Divergence::line));
    return new FileReport(recording.file(), recording.operations(), agreed, sorted, notCovered);
  }
}

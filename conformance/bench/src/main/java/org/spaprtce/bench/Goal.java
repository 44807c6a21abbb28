package org.spaprtce.bench;

import static org.spaprtce.bench.Evaluator.ORACLE;
import static org.spaprtce.bench.Evaluator.TLC;
import static org.spaprtce.bench.Peer.ENGINE;
import static org.spaprtce.bench.Peer.LIST;
import static org.spaprtce.bench.Peer.PINNING;
import static org.spaprtce.bench.Peer.TREE;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the implementation and the oracle are to reach.
 *
 * @param text what is compared
 * @param measured the figure, or nothing where it was not measured
 * @param bound of the figure
 * @param least whether the bound is the least good figure or else the greatest
 */
record Goal(
    String text, Function<Results, Optional<Double>> measured, double bound, boolean least) {

  private static final String ONE = "MapDma.onePage blocks=%d";
  private static final String BULK = "MapDma.bulk pages=%d";
  private static final String ALONE = "ContendedMap.alone";
  private static final String JUDGED = "Judge.recorded length=%d profile=linux-6.12";

  /** All of them. */
  static final List<Goal> ALL =
      List.of(
          faster(ONE.formatted(1), LIST, 1.4),
          slower(ONE.formatted(1), ENGINE, "Atomics.mapAndUnmap", Bound.ATOMICS, 2.5),
          faster(ONE.formatted(16384), LIST, 1500),
          faster(ONE.formatted(16384), TREE, 8),
          slower(ONE.formatted(16384), ENGINE, ONE.formatted(1), ENGINE, 2.5),
          faster(BULK.formatted(256), LIST, 20),
          faster(BULK.formatted(4096), LIST, 200),
          faster("MapDma.fragmented", LIST, 2.6),
          atMost("RegisterMemory.onePage blocks=16384", "ns", 2000),
          atMost("RegisterMemory.contiguous gib=1024", "ns", 1e6),
          atMost("RegisterMemory.contiguousReleased gib=1024", "ns", 1e6),
          speedup("ContendedMap.otherWindow", 1.8),
          speedup("ContendedMap.sameWindow", 1),
          atMost("Footprint.wideWindow", "B", 1 << 20),
          atMost("Footprint.bulk", "B/page", 0.1),
          atMost("Footprint.contiguousBlock", "B", 1 << 10),
          atMost("Footprint.scatteredBlock", "B/page", 8),
          faster("Pinning.map pages=1 pins=SIMULATED", PINNING, 1),
          faster("Pinning.map pages=1 pins=REAL", PINNING, 1),
          faster("Oracle.step blocks=1", TLC, ORACLE, 20),
          faster("Oracle.step blocks=100", TLC, ORACLE, 20),
          atMost("Oracle.step blocks=1", ORACLE, "ns", 200),
          slower("Oracle.stepAmongMany blocks=1000", ORACLE, "Oracle.step blocks=100", ORACLE, 1.5),
          faster("Exploration.explore threads=2", TLC, ORACLE, 3),
          atMost(JUDGED.formatted(1), ORACLE, "ns", 1000),
          slower(JUDGED.formatted(10), ORACLE, JUDGED.formatted(1), ORACLE, 1.2));

  private static Goal faster(String work, Peer baseline, double times) {
    return faster(work, baseline, ENGINE, times);
  }

  /** A baseline needs so many times more. */
  private static Goal faster(String work, Enum<?> baseline, Enum<?> subject, double times) {
    return new Goal(
        "%s: %s / %s".formatted(work, Table.name(baseline.name()), Table.name(subject.name())),
        results -> ratio(results.score(work, baseline), results.score(work, subject)),
        times,
        true);
  }

  /** Some work takes at most so many times as long as another. */
  private static Goal slower(
      String work, Enum<?> peer, String other, Enum<?> otherPeer, double times) {
    return new Goal(
        work + " / " + other,
        results -> ratio(results.score(work, peer), results.score(other, otherPeer)),
        times,
        false);
  }

  private static Optional<Double> ratio(Optional<Double> above, Optional<Double> below) {
    return above.flatMap(many -> below.map(few -> many / few));
  }

  /** Two threads do so many times the work of one. */
  private static Goal speedup(String work, double times) {
    return new Goal(
        "2 x " + ALONE + " / " + work,
        results ->
            ratio(results.score(ALONE, ENGINE), results.score(work, ENGINE)).map(one -> 2 * one),
        times,
        true);
  }

  private static Goal atMost(String work, String unit, double bound) {
    return atMost(work, ENGINE, unit, bound);
  }

  private static Goal atMost(String work, Enum<?> subject, String unit, double bound) {
    return new Goal(work + ", " + unit, results -> results.score(work, subject), bound, false);
  }

  /** Compares what is printed: a figure that differs from the bound in its fourth digit is it. */
  boolean reached(double figure) {
    return Table.number(figure).equals(Table.number(bound)) || least == figure > bound;
  }

  /** {@return a line for each goal that was measured, if there is one} */
  static Optional<Grid> grid(Results results) {
    List<List<String>> lines =
        ALL.stream()
            .flatMap(goal -> goal.measured.apply(results).map(goal::cells).stream())
            .toList();
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(new Grid(List.of("goal", "measured", "bound", "verdict"), lines));
  }

  private List<String> cells(double figure) {
    return List.of(
        text,
        Table.number(figure),
        (least ? "at least " : "at most ") + Table.number(bound),
        reached(figure) ? "reached" : "missed");
  }
}

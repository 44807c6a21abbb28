package org.spaprtce.bench;

import static org.spaprtce.bench.Peer.ENGINE;
import static org.spaprtce.bench.Peer.LIST;
import static org.spaprtce.bench.Peer.PINNING;
import static org.spaprtce.bench.Peer.TREE;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the implementation is to reach.
 *
 * @param text what is compared
 * @param measured the figure, or nothing where it was not measured
 * @param bound of the figure
 * @param least whether the bound is the least good figure or else the greatest
 */
record Goal(
    String text, Function<Results, Optional<Double>> measured, double bound, boolean least) {

  private static final String ONE = "MapDma.onePage blocks=%d resident=0";
  private static final String BULK = "MapDma.bulk pages=%d";
  private static final String ALONE = "ContendedMap.alone";

  /** All of them. */
  static final List<Goal> ALL =
      List.of(
          faster(ONE.formatted(1), LIST, 1.4),
          faster(ONE.formatted(16384), LIST, 1500),
          faster(ONE.formatted(16384), TREE, 8),
          slower(ONE.formatted(16384), ONE.formatted(1), 2.5),
          faster(BULK.formatted(256), LIST, 20),
          faster(BULK.formatted(4096), LIST, 200),
          faster("MapDma.fragmented", LIST, 2.5),
          atMost("RegisterMemory.onePage blocks=16384", "ns", 2000),
          atMost("RegisterMemory.contiguous gib=1024", "ns", 1e6),
          speedup("ContendedMap.otherWindow", 1.8),
          speedup("ContendedMap.sameWindow", 1),
          atMost("Footprint.wideWindow", "B", 1 << 20),
          atMost("Footprint.bulk", "B/page", 0.1),
          atMost("Footprint.contiguousBlock", "B", 1 << 10),
          atMost("Footprint.scatteredBlock", "B/page", 8),
          faster("Pinning.map pages=1 pins=SIMULATED", PINNING, 1),
          faster("Pinning.map pages=1 pins=REAL", PINNING, 1));

  private static Goal faster(String work, Peer baseline, double times) {
    return new Goal(
        work + ": " + Table.name(baseline.name()) + " / engine",
        results ->
            results
                .score(work, baseline)
                .flatMap(many -> results.score(work, ENGINE).map(few -> many / few)),
        times,
        true);
  }

  private static Goal slower(String work, String other, double times) {
    return new Goal(
        work + " / " + other,
        results ->
            results
                .score(work, ENGINE)
                .flatMap(many -> results.score(other, ENGINE).map(few -> many / few)),
        times,
        false);
  }

  /** Two threads do so many times the work of one. */
  private static Goal speedup(String work, double times) {
    return new Goal(
        "2 x " + ALONE + " / " + work,
        results ->
            results
                .score(ALONE, ENGINE)
                .flatMap(one -> results.score(work, ENGINE).map(both -> 2 * one / both)),
        times,
        true);
  }

  private static Goal atMost(String work, String unit, double bound) {
    return new Goal(work + ", " + unit, results -> results.score(work, ENGINE), bound, false);
  }

  boolean reached(double figure) {
    return least ? figure >= bound : figure <= bound;
  }

  /** {@return a line for each goal that was measured, below a heading, if there is one} */
  static String format(Results results) {
    var text = new StringBuilder();
    for (Goal goal : ALL) {
      goal.measured
          .apply(results)
          .ifPresent(figure ->
              text.append(
                  line(
                      goal.text,
                      Table.number(figure),
                      (goal.least ? ">= " : "<= ") + Table.number(goal.bound),
                      goal.reached(figure) ? "reached" : "missed")));
    }
    return text.isEmpty() ? "" : line("goal", "measured", "bound", "") + text + "\n";
  }

  private static String line(String text, String figure, String bound, String verdict) {
    return String.format(Locale.ROOT, "%-78s %10s %13s %s", text, figure, bound, verdict).strip()
        + "\n";
  }
}

package org.spaprtce.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The results, their table, the goals and the chart. */
class TableTest {

  private static String result(String method, String peer, String params, double score) {
    return """
    {"benchmark": "org.spaprtce.bench.MapDmaBenchmark.%s",
     "params": {%s "peer": "%s"},
     "primaryMetric": {"score": %s, "scoreUnit": "ns/op"}}\
    """
        .formatted(method, params, peer, score);
  }

  private static Results results(String... results) {
    return Results.read(List.of("[" + String.join(",", results) + "]"));
  }

  private static List<String> columns(String line) {
    return Arrays.stream(line.split("[\\s|]+")).toList();
  }

  @Test
  void read_twoPeers_pairsEqualWork() {
    Results results =
        results(
            result("onePage", "LIST", "\"blocks\": \"1\",", 60),
            result("onePage", "LIST", "\"blocks\": \"256\",", 1000),
            result("bulk", "ENGINE", "\"pages\": \"9\",", 4),
            result("onePage", "ENGINE", "\"blocks\": \"1\",", 80),
            result("bulk", "LIST", "\"pages\": \"9\",", 6),
            result("onePage", "ENGINE", "\"blocks\": \"256\",", 100));
    assertEquals(
        List.of("MapDma.onePage blocks=1", "MapDma.onePage blocks=256", "MapDma.bulk pages=9"),
        results.rows().stream().map(Results.Row::work).toList());
    assertEquals(
        List.of(0.75, 10.0, 1.5),
        results.rows().stream().map(row -> row.ratio("LIST", "ENGINE").orElseThrow()).toList());
    assertEquals(Optional.of(4.0), results.score("MapDma.bulk pages=9", Peer.ENGINE));
    assertEquals(Optional.empty(), results.score("MapDma.bulk pages=9", Peer.TREE));
    assertEquals(Optional.empty(), results.score("MapDma.bulk", Peer.ENGINE));
  }

  @Test
  void read_severalTexts_addsUp() {
    assertEquals(
        2,
        Results.read(
                List.of(
                    "[" + result("a", "LIST", "", 1) + "]", "[" + result("b", "LIST", "", 1) + "]"))
            .rows()
            .size());
  }

  @Test
  void format_severalPeers_showsEachWithItsRatio() {
    List<String> lines =
        Table.format(
                results(
                    result("onePage", "LIST", "", 41000.04),
                    result("onePage", "ENGINE", "", 100),
                    result("onePage", "SKIP_LIST", "", 50),
                    result("bulk", "ENGINE", "", 0.5)))
            .lines()
            .toList();
    assertEquals(
        List.of("work", "unit", "engine", "list", "ratio", "skip_list", "ratio"),
        columns(lines.getFirst()));
    assertEquals(
        List.of("MapDma.onePage", "ns/op", "100", "41,000", "410", "50.0", "0.500"),
        columns(lines.get(1)));
    assertEquals(
        List.of("MapDma.bulk", "ns/op", "0.500", "-", "-", "-", "-"), columns(lines.get(2)));
  }

  @Test
  void format_otherPeers_haveATableOfTheirOwn() {
    String text =
        Table.format(
            results(
                result("onePage", "ENGINE", "", 100),
                result("step", "TLC", "", 900),
                result("step", "ORACLE", "", 30)));
    List<String> lines = text.lines().filter(line -> !line.isEmpty()).toList();
    assertEquals(
        List.of("work", "unit", "oracle", "tlc", "ratio"), columns(lines.get(lines.size() - 2)));
    assertEquals(List.of("MapDma.step", "ns/op", "30.0", "900", "30.0"), columns(lines.getLast()));
  }

  @Test
  void format_noResult_throws() {
    Results results = results();
    assertThrows(IllegalArgumentException.class, () -> Table.format(results));
  }

  @Test
  void read_otherUnit_throws() {
    List<String> texts =
        List.of("[" + result("onePage", "LIST", "", 1).replace("ns/op", "ops/ms") + "]");
    var thrown = assertThrows(IllegalArgumentException.class, () -> Results.read(texts));
    assertEquals("scoreUnit=ops/ms", thrown.getMessage());
  }

  private static List<String> goals(double engine, double tree) {
    return Goal.format(
            results(
                result("onePage", "ENGINE", "\"blocks\": \"16384\", \"resident\": \"0\",", engine),
                result("onePage", "TREE", "\"blocks\": \"16384\", \"resident\": \"0\",", tree)))
        .lines()
        .filter(line -> !line.isEmpty())
        .map(line -> line.replaceAll(" +", " "))
        .toList();
  }

  @Test
  void goals_figureAtTheBound_isReached() {
    assertEquals(
        List.of(
            "goal measured bound",
            "MapDma.onePage blocks=16384 resident=0: tree / engine 8.00 >= 8.00 reached"),
        goals(100, 800));
  }

  @Test
  void goals_figureBelowTheBound_isMissed() {
    assertTrue(goals(100, 790).getLast().endsWith("7.90 >= 8.00 missed"));
  }

  @Test
  void goals_nothingMeasured_areLeftOut() {
    assertEquals("", Goal.format(results(result("onePage", "LIST", "", 1))));
  }

  @Test
  void draw_ratiosOnBothSidesOfOne_startTheirBarsThere() {
    String svg =
        Chart.draw(
            results(
                result("slow", "LIST", "", 0.1),
                result("slow", "ENGINE", "", 1),
                result("fast", "LIST", "", 1000),
                result("fast", "ENGINE", "", 1)));
    // Four decades on 640 points: 1 lies 160 from the left edge of the scale.
    assertTrue(svg.contains("<rect x=\"300.0\" y=\"52\" width=\"160.0\""), svg);
    assertTrue(svg.contains("<rect x=\"460.0\" y=\"69\" width=\"480.0\""), svg);
    assertTrue(svg.contains(">MapDma.slow</text>"), svg);
    assertTrue(svg.strip().endsWith("</svg>"), svg);
  }
}

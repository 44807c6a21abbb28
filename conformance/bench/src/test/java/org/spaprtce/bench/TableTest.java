package org.spaprtce.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        List.of(0.75, 10.0, 1.5), results.rows().stream().map(row -> row.ratio("LIST")).toList());
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
  void grids_severalPeers_showEachWithItsRatio() {
    List<Grid> grids =
        Table.grids(
            results(
                result("onePage", "LIST", "", 41000.04),
                result("onePage", "ENGINE", "", 100),
                result("onePage", "SKIP_LIST", "", 50)));
    assertEquals(
        List.of(
            new Grid(
                List.of("work", "unit", "engine", "list", "ratio", "skip_list", "ratio"),
                List.of(
                    List.of("MapDma.onePage", "ns/op", "100", "41,000", "410", "50.0", "0.500")))),
        grids);
  }

  @Test
  void grids_otherPeers_areApart() {
    List<Grid> grids =
        Table.grids(
            results(
                result("onePage", "ENGINE", "", 100),
                result("step", "TLC", "", 900),
                result("bulk", "ENGINE", "", 0.5),
                result("step", "ORACLE", "", 30),
                result("alone", "TREE", "", 7)));
    assertEquals(
        List.of(
            new Grid(
                List.of("work", "unit", "engine"),
                List.of(
                    List.of("MapDma.onePage", "ns/op", "100"),
                    List.of("MapDma.bulk", "ns/op", "0.500"))),
            new Grid(
                List.of("work", "unit", "oracle", "tlc", "ratio"),
                List.of(List.of("MapDma.step", "ns/op", "30.0", "900", "30.0"))),
            new Grid(
                List.of("work", "unit", "tree"),
                List.of(List.of("MapDma.alone", "ns/op", "7.00")))),
        grids);
  }

  @Test
  void grids_noResult_throws() {
    Results results = results();
    assertThrows(IllegalArgumentException.class, () -> Table.grids(results));
  }

  @Test
  void text_columns_areAsWideAsTheirWidestCell() {
    var grid =
        new Grid(List.of("work", "x"), List.of(List.of("map", "1,000"), List.of("all", "2")));
    assertEquals("work      x\nmap   1,000\nall       2\n", grid.text());
  }

  @Test
  void markdown_numbers_areOnTheRight() {
    var grid = new Grid(List.of("work", "x"), List.of(List.of("map", "1,000")));
    assertEquals("| work | x |\n| --- | ---: |\n| map | 1,000 |\n", grid.markdown());
  }

  @Test
  void main_results_areWrittenAsMarkdownAndDrawing(@TempDir Path folder) throws IOException {
    Path json = folder.resolve("jmh.json");
    Files.writeString(
        json, "[" + result("a", "LIST", "", 4) + "," + result("a", "ENGINE", "", 2) + "]");
    Table.main(
        new String[] {folder.toString(), json.toString(), folder.resolve("none.json").toString()});
    String markdown = Files.readString(folder.resolve("bench.md"));
    assertTrue(markdown.startsWith("`make bench` on "), markdown);
    assertTrue(markdown.endsWith("\n| MapDma.a | ns/op | 2.00 | 4.00 | 2.00 |\n"), markdown);
    assertTrue(Files.readString(folder.resolve("bench.svg")).startsWith("<svg"));
  }

  @Test
  void read_otherUnit_throws() {
    List<String> texts =
        List.of("[" + result("onePage", "LIST", "", 1).replace("ns/op", "ops/ms") + "]");
    var thrown = assertThrows(IllegalArgumentException.class, () -> Results.read(texts));
    assertEquals("scoreUnit=ops/ms", thrown.getMessage());
  }

  private static List<String> goal(double engine, double tree) {
    return Goal.grid(
            results(
                result("onePage", "ENGINE", "\"blocks\": \"16384\",", engine),
                result("onePage", "TREE", "\"blocks\": \"16384\",", tree)))
        .orElseThrow()
        .rows()
        .getFirst();
  }

  @Test
  void goals_figureAtTheBound_isReached() {
    assertEquals(
        List.of("MapDma.onePage blocks=16384: tree / engine", "8.00", "at least 8.00", "reached"),
        goal(100, 800));
  }

  @Test
  void goals_figureBelowTheBound_isMissed() {
    assertEquals("missed", goal(100, 799).getLast());
    assertEquals("reached", goal(100, 810).getLast());
  }

  private static String footprint(double bytes) {
    return Goal.grid(
            Results.read(
                List.of(
                    """
                    [{"benchmark": "org.spaprtce.bench.Footprint.scatteredBlock",
                      "params": {"peer": "ENGINE"},
                      "primaryMetric": {"score": %s, "scoreUnit": "B/page"}}]
                    """
                        .formatted(bytes))))
        .orElseThrow()
        .rows()
        .getFirst()
        .getLast();
  }

  @Test
  void goals_figureAboveTheGreatest_isMissed() {
    assertEquals("missed", footprint(8.01));
    assertEquals("reached", footprint(8.00001));
    assertEquals("reached", footprint(7));
  }

  @Test
  void goals_nothingMeasured_areLeftOut() {
    assertEquals(Optional.empty(), Goal.grid(results(result("onePage", "LIST", "", 1))));
  }

  @Test
  void draw_ratiosOnBothSidesOfOne_lieThere() {
    String svg =
        Chart.draw(
            results(
                result("slow", "LIST", "", 0.1),
                result("slow", "ENGINE", "", 1),
                result("fast", "LIST", "", 1000),
                result("fast", "ENGINE", "", 1),
                result("alone", "ENGINE", "", 1)));
    // Four decades on 580 points from 330 on: 1 lies at 475.
    assertTrue(svg.contains("<line x1=\"475.0\" y1=\"84.0\" x2=\"475.0\""), svg);
    assertTrue(svg.contains("<path transform=\"translate(330.0 98.0)\""), svg);
    assertTrue(svg.contains("<path transform=\"translate(910.0 115.0)\""), svg);
    assertTrue(svg.contains(">0.100</text>"), svg);
    assertTrue(svg.contains(">1/10</text>"), svg);
    assertTrue(svg.contains(">MapDma.slow</text>"), svg);
    assertFalse(svg.contains(">MapDma.alone</text>"), svg);
    assertTrue(svg.strip().endsWith("</svg>"), svg);
  }
}

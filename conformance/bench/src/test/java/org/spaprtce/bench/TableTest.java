package org.spaprtce.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of results. */
class TableTest {

  private static String result(String method, String peer, String params, double score) {
    return """
    {"benchmark": "org.spaprtce.bench.MapDmaBenchmark.%s",
     "params": {%s "peer": "%s"},
     "primaryMetric": {"score": %s, "scoreUnit": "ns/op"}}\
    """
        .formatted(method, params, peer, score);
  }

  private static String array(String... results) {
    return "[" + String.join(",", results) + "]";
  }

  @Test
  void read_twoPeers_pairsEqualWork() {
    List<Table.Row> rows =
        Table.read(
            array(
                result("onePage", "LIST", "\"blocks\": \"1\",", 60),
                result("onePage", "LIST", "\"blocks\": \"256\",", 1000),
                result("bulk", "ENGINE", "\"pages\": \"9\",", 4),
                result("onePage", "ENGINE", "\"blocks\": \"1\",", 80),
                result("bulk", "LIST", "\"pages\": \"9\",", 6),
                result("onePage", "ENGINE", "\"blocks\": \"256\",", 100)));
    assertEquals(
        List.of("MapDma.onePage blocks=1", "MapDma.onePage blocks=256", "MapDma.bulk pages=9"),
        rows.stream().map(Table.Row::work).toList());
    assertEquals(List.of(0.75, 10.0, 1.5), rows.stream().map(Table.Row::ratio).toList());
  }

  @Test
  void format_oneRow_showsBothPeersAndTheRatio() {
    String json =
        array(result("onePage", "LIST", "", 41000.04), result("onePage", "ENGINE", "", 100));
    List<String> lines = Table.format(Table.read(json)).lines().toList();
    assertEquals(2, lines.size());
    assertEquals(
        List.of("work", "what", "ns/op", "baseline", "ns/op", "ratio"),
        List.of(lines.getFirst().split("\\s+")));
    assertEquals(
        List.of("MapDma.onePage", "engine", "100.0", "list", "41,000.0", "410.0"),
        List.of(lines.getLast().split("\\s+")));
  }

  @Test
  void format_otherPeers_areAgainstTheirOwnBaseline() {
    String json = array(result("step", "TLC", "", 900), result("step", "ORACLE", "", 30));
    assertEquals(
        List.of("MapDma.step", "oracle", "30.0", "tlc", "900.0", "30.0"),
        List.of(Table.format(Table.read(json)).lines().toList().getLast().split("\\s+")));
  }

  @Test
  void format_onePeerMissing_throws() {
    List<Table.Row> rows = Table.read(array(result("onePage", "LIST", "", 1)));
    var thrown = assertThrows(IllegalArgumentException.class, () -> Table.format(rows));
    assertEquals("work=MapDma.onePage has no result of peer=ENGINE", thrown.getMessage());
  }

  @Test
  void format_noResult_throws() {
    List<Table.Row> rows = Table.read("[]");
    assertThrows(IllegalArgumentException.class, () -> Table.format(rows));
  }

  @Test
  void read_otherUnit_throws() {
    String json = array(result("onePage", "LIST", "", 1)).replace("ns/op", "ops/ms");
    var thrown = assertThrows(IllegalArgumentException.class, () -> Table.read(json));
    assertEquals("scoreUnit=ops/ms", thrown.getMessage());
  }
}

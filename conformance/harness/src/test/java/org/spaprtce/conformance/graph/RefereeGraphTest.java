package org.spaprtce.conformance.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spaprtce.oracle.runtime.Label;
import org.spaprtce.oracle.runtime.Values;

class RefereeGraphTest {
  @TempDir Path folder;

  private Path written(boolean complete) {
    Path file = folder.resolve("graph");
    try (GraphWriter writer = new GraphWriter(file)) {
      writer.constants("[N |-> 3]");
      writer.replaced("Op", "Other");
      writer.state("/\\ x = 1\n");
      writer.initial(0);
      writer.label("Do", List.of("\"\u00e4\"", "{1}"));
      writer.state("/\\ x = 2\n");
      writer.edge(0, 0, 1);
      writer.edge(1, 0, 1);
      if (complete) {
        writer.end();
      }
    }
    return file;
  }

  @Test
  void read_completeFile_givesTheGraph() throws IOException {
    RefereeGraph graph = RefereeGraph.read("m", written(true));
    assertEquals(Map.of("N", Values.integer(3)), graph.constants());
    assertEquals(Map.of("Op", "Other"), graph.substitutions());
    assertEquals(2, graph.states().size());
    assertEquals(List.of(0), graph.initial());
    assertEquals(
        List.of(new Label("Do", List.of(Values.string("\u00e4"), Values.parse("{1}")))),
        graph.labels());
    List<String> edges = new ArrayList<>();
    graph.edges().bySource(2).visit(1, (label, to) -> edges.add(label + ">" + to));
    assertEquals(List.of("0>1"), edges);
  }

  @Test
  void read_fileThatBreaksOff_isRefused() {
    assertThrows(IOException.class, () -> RefereeGraph.read("m", written(false)));
  }

  @Test
  void read_unknownRecord_isRefused() throws IOException {
    Path file = written(true);
    byte[] bytes = Files.readAllBytes(file);
    bytes[0] = '?';
    Files.write(file, bytes);
    assertThrows(IOException.class, () -> RefereeGraph.read("m", file));
  }

  @Test
  void bySource_manyEdges_keepsThemAll() {
    EdgeList edges = new EdgeList();
    int states = 100;
    int count = 20_000;
    for (int i = 0; i < count; i++) {
      edges.add(i % states, i, states - 1 - i % states);
    }
    int[] seen = new int[states];
    EdgeList.Groups groups = edges.bySource(states);
    for (int state = 0; state < states; state++) {
      int source = state;
      groups.visit(
          state,
          (label, to) -> {
            assertEquals(source, label % states);
            assertEquals(states - 1 - source, to);
            seen[source]++;
          });
    }
    int[] expected = new int[states];
    Arrays.fill(expected, count / states);
    assertEquals(Arrays.toString(expected), Arrays.toString(seen));
  }
}

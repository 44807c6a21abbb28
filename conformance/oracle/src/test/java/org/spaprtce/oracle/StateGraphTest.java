package org.spaprtce.oracle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.spaprtce.oracle.runtime.Label;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.StateGraph;
import org.spaprtce.oracle.runtime.TlaError;
import org.spaprtce.oracle.runtime.TlaModule;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/** The graph of the fixture Stepping: x counts to a limit and starts again, y is 7 or 8. */
class StateGraphTest {
  private static final int MANY = 1000;

  private final TlaModule module = Fixtures.module("Stepping", Map.of("Limit", Values.integer(3)));
  private final StateGraph graph = StateGraph.explore(module, MANY);

  private Set<String> transitions(StateGraph graph, State state) {
    Set<String> found = new TreeSet<>();
    for (long edge : graph.edges(graph.find(state))) {
      State next = graph.states().get(StateGraph.successor(edge));
      found.add(graph.labels().get(StateGraph.label(edge)) + ": " + next.get("x") + next.get("y"));
    }
    return found;
  }

  @Test
  void edges_everyState_areItsTransitions() {
    assertEquals(8, graph.states().size());
    for (State state : graph.states()) {
      Set<String> expected = new TreeSet<>();
      module.next(
          state, (label, next) -> expected.add(label + ": " + next.get("x") + next.get("y")));
      assertEquals(expected, transitions(graph, state));
    }
  }

  @Test
  void edges_ofAState_areAscending() {
    for (int state = 0; state < graph.states().size(); state++) {
      long[] edges = graph.edges(state);
      long[] sorted = edges.clone();
      Arrays.sort(sorted);
      assertArrayEquals(sorted, edges);
      assertEquals(3, edges.length);
    }
  }

  @Test
  void edges_changedCopy_leavesTheGraphAlone() {
    long first = graph.edges(0)[0];
    graph.edges(0)[0] = -1;
    assertEquals(first, graph.edges(0)[0]);
  }

  @Test
  void find_statesAndLabels_haveTheNumberOfTheirPlace() {
    assertTrue(graph.labels().size() >= 4, graph.labels().toString());
    for (int i = 0; i < graph.states().size(); i++) {
      assertEquals(i, graph.find(graph.states().get(i)));
    }
    for (int i = 0; i < graph.labels().size(); i++) {
      assertEquals(i, graph.find(graph.labels().get(i)));
    }
    assertEquals(-1, graph.find(graph.states().getFirst().with("x", Values.integer(99))));
    assertEquals(-1, graph.find(new Label("Nowhere", List.of())));
    assertEquals(module.initial(), graph.states().subList(0, graph.initialCount()));
  }

  @Test
  void pair_parts_areReadBack() {
    long pair = StateGraph.pair(7, 1 << 30);
    assertEquals(7, StateGraph.label(pair));
    assertEquals(1 << 30, StateGraph.successor(pair));
  }

  @Test
  void explore_moreActions_addsTheirTransitions() {
    Label jump = new Label("Assign", List.of(Values.integer(3)));
    StateGraph more = StateGraph.explore(module, List.of(jump), MANY);
    assertTrue(more.isComplete());
    assertEquals(8, more.states().size());
    State start = module.initial().getFirst();
    Set<String> expected = transitions(graph, start);
    expected.add("Assign(3): 37");
    assertEquals(expected, transitions(more, start));
    assertEquals(graph.edgeCount() + 8, more.edgeCount());
  }

  @Test
  void explore_otherStart_isTheOneGiven() {
    State late = module.initial().getFirst().with("x", Values.integer(2));
    StateGraph rest = StateGraph.explore(module, List.of(late), List.of(), MANY);
    assertEquals(1, rest.initialCount());
    assertEquals(late, rest.states().getFirst());
    assertEquals(8, rest.states().size());
  }

  @Test
  void explore_limit_leavesStatesWithoutEdges() {
    StateGraph part = StateGraph.explore(module, 2);
    assertFalse(part.isComplete());
    List<Integer> counts = new ArrayList<>();
    for (int state = 0; state < part.states().size(); state++) {
      counts.add(part.edges(state).length);
    }
    assertEquals(3, counts.getFirst());
    assertEquals(0, counts.getLast());
    assertTrue(StateGraph.explore(module, 8).isComplete());
    assertTrue(part.edgeCount() < graph.edgeCount());
  }

  private static List<TlaModule> instances(Value limit) {
    return Stream.generate(() -> Fixtures.module("Stepping", Map.of("Limit", limit)))
        .limit(3)
        .toList();
  }

  @Test
  void explore_severalInstances_givesTheSameGraph() {
    List<TlaModule> instances = instances(Values.integer(300));
    StateGraph one = StateGraph.explore(instances.getFirst(), MANY);
    StateGraph several = StateGraph.explore(instances, MANY);
    assertTrue(several.isComplete());
    assertEquals(602, several.states().size());
    assertEquals(one.states(), several.states());
    assertEquals(one.labels(), several.labels());
    assertEquals(one.initialCount(), several.initialCount());
    assertEquals(one.edgeCount(), several.edgeCount());
    for (int state = 0; state < one.states().size(); state++) {
      assertArrayEquals(one.edges(state), several.edges(state));
    }
  }

  @Test
  void explore_severalInstances_passesTheirErrorOn() {
    List<TlaModule> instances = instances(Values.string("none"));
    assertThrows(TlaError.class, () -> StateGraph.explore(instances, MANY));
  }
}

package org.spaprtce.conformance.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spaprtce.conformance.graph.GraphEquality;
import org.spaprtce.conformance.graph.GraphModel;
import org.spaprtce.conformance.graph.RefereeGraph;
import org.spaprtce.conformance.sut.ImplementationSystem;
import org.spaprtce.conformance.sut.OracleSystem;
import org.spaprtce.conformance.sut.Scenario;
import org.spaprtce.conformance.sut.SystemUnderTest;
import org.spaprtce.conformance.walk.Walk;
import org.spaprtce.oracle.Quirk;
import org.spaprtce.oracle.runtime.StateGraph;
import org.spaprtce.spec.Manifest;
import org.spaprtce.spec.Model;

/** The implementation takes every labelled transition of the small models. */
class ModelWalkTest {
  private static final Path SPEC = Path.of("../../spec");

  private static final Map<String, RefereeGraph> REFEREES = new HashMap<>();
  private static final Map<String, StateGraph> GRAPHS = new HashMap<>();
  private static final Map<String, Long> STATES = new HashMap<>();

  @BeforeAll
  static void exploreModels() {
    for (Model model : Manifest.read(SPEC.resolve("models")).ofKind(Model.Kind.GRAPH)) {
      GraphModel files =
          new GraphModel(
              SPEC.resolve("models").resolve(model.config()),
              SPEC.resolve("models").resolve(model.module()),
              List.of(SPEC.resolve("tla"), SPEC.resolve("quirks")));
      RefereeGraph referee = GraphEquality.referee(files, _ -> {});
      REFEREES.put(model.name(), referee);
      GRAPHS.put(model.name(), GraphEquality.explore(referee));
      STATES.put(model.name(), model.distinctStates());
    }
  }

  private static Walk.Result walk(String name, Function<Scenario, SystemUnderTest> systems) {
    RefereeGraph referee = REFEREES.get(name);
    StateGraph graph = GRAPHS.get(name);
    if (referee == null || graph == null) {
      throw new IllegalArgumentException("name=" + name + " is none of " + GRAPHS.keySet());
    }
    return Walk.of(name, referee.constants(), graph, systems);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GraphLife", "GraphMemory", "GraphWindows"})
  void model_isWalkedThroughWhole(String name, TestReporter reporter) {
    Walk.Result result = walk(name, ImplementationSystem::new);
    reporter.publishEntry(
        name,
        "%d of %d states, %d transitions, %d of them refusals, %d answers beside them, of %d"
            .formatted(
                result.states(),
                result.allStates(),
                result.transitions(),
                result.refusals(),
                result.alternatives(),
                result.allTransitions()));
    assertEquals(List.of(), result.differences());
    assertEquals(STATES.get(name), (long) result.states());
    assertEquals(0, result.unsendable());
    assertTrue(result.refusals() > result.states(), result::toString);
    assertTrue(result.isComplete(), result::toString);
  }

  @Test
  void everyGraphModel_isWalkedThrough() {
    assertEquals(Set.of("GraphLife", "GraphMemory", "GraphWindows"), GRAPHS.keySet());
  }

  /** A wrong answer, a wrong state, and a wrong output. */
  @ParameterizedTest
  @ValueSource(strings = {"RefusalBinds", "DynamicGroupNeedsVersion2", "ReleaseKeepsBlocks"})
  void wrongSystem_isFound(String name) {
    Quirk quirk =
        Quirk.all().stream().filter(known -> known.name().equals(name)).findFirst().orElseThrow();
    Walk.Result result =
        walk("GraphLife", scenario -> new OracleSystem(scenario, quirk.substitutions()));
    assertFalse(result.isComplete());
    assertFalse(result.differences().isEmpty());
  }

  @Test
  void wrongOutput_isFound() {
    Function<Scenario, SystemUnderTest> wrong =
        InterfaceFaults.ALL.getOrDefault("GET_INFO fills in too much", ImplementationSystem::new);
    Walk.Result result = walk("GraphWindows", wrong);
    assertTrue(result.differences().getFirst().contains("expected the output"), result::toString);
  }
}

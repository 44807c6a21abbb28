package org.spaprtce.conformance.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spaprtce.compiler.Configuration;
import org.spaprtce.compiler.Options;
import org.spaprtce.compiler.SpecCompiler;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.StateGraph;
import org.spaprtce.oracle.runtime.TlaModule;

/** Specs of other things than the norm are compiled to what TLC explores. */
class UserSpecTest {
  private static final Path FOLDER =
      Path.of("src/test/resources/org/spaprtce/conformance/graph/user");

  private static TlaModule compiled(String spec, UnaryOperator<String> change) {
    Configuration configuration = Configuration.read(FOLDER.resolve(spec + ".cfg"));
    String java =
        SpecCompiler.compile(
            FOLDER.resolve(spec + ".tla"),
            "user." + spec,
            new Options(Set.of(), List.of(), configuration));
    try {
      return MemoryCompiler.compile("user." + spec, change.apply(java))
          .asSubclass(TlaModule.class)
          .getConstructor()
          .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RefereeGraph referee(String spec) {
    Path config = FOLDER.resolve("MC" + spec + ".cfg");
    Path module = FOLDER.resolve("MC" + spec + ".tla");
    return GraphEquality.referee(new GraphModel(config, module, List.of(FOLDER)), _ -> {});
  }

  @ParameterizedTest
  @CsvSource({"Commit, 3, 40", "Buffer, 2, 10", "Relay, 3, 50", "Labels, 1, 10", "Passing, 4, 40"})
  void compare_specOfAUser_isEqual(String spec, int variables, int least) {
    TlaModule module = compiled(spec, java -> java);
    GraphComparison comparison = GraphEquality.compare(referee(spec), (_, _) -> module);
    assertEquals(List.of(), comparison.differences());
    assertEquals(variables, module.variables().size());
    assertTrue(comparison.distinctStates() >= least, comparison.toString());
  }

  @Test
  void compare_damagedSpec_isDifferent() {
    RefereeGraph referee = referee("Buffer");
    TlaModule damaged =
        compiled("Buffer", java -> java.replace("Arithmetic.less(", "Arithmetic.atMost("));
    assertFalse(GraphEquality.compare(referee, (_, _) -> damaged).equal());
  }

  @Test
  void holds_invariants_areCheckedInEachState() {
    TlaModule commit = compiled("Commit", java -> java);
    StateGraph graph = StateGraph.explore(commit, 10_000);
    assertTrue(graph.isComplete());
    for (State state : graph.states()) {
      assertTrue(commit.holds(state, "TypeInv") && commit.holds(state, "AgreeInv"));
    }
    TlaModule buffer = compiled("Buffer", java -> java);
    boolean stuck =
        StateGraph.explore(buffer, 10_000).states().stream()
            .anyMatch(state -> !buffer.holds(state, "AwakeInv"));
    assertTrue(stuck, "two producers and one consumer that wake only one can all fall asleep");
  }

  @Test
  void violatedAssumptions_ofConfiguredModule_areNone() {
    assertEquals(List.of(), compiled("Relay", java -> java).violatedAssumptions());
    assertEquals(List.of(), compiled("Buffer", java -> java).violatedAssumptions());
  }
}

package org.spaprtce.conformance.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spaprtce.oracle.generated.SpaprTceModule;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/** The comparison of graphs finds a sound oracle equal and every damaged one different. */
class GraphEqualityTest {
  private static final Path FOLDER = Path.of("src/test/resources/org/spaprtce/conformance/graph");
  private static final List<Path> NORM =
      List.of(Path.of("../../spec/tla"), Path.of("../../spec/quirks"));

  private static final List<String> progress = new ArrayList<>();
  private static final Map<String, DamagedOracle> damaged = new HashMap<>();
  private static RefereeGraph referee;

  private static GraphModel model(String config) {
    return new GraphModel(FOLDER.resolve(config + ".cfg"), FOLDER.resolve("MCTiny.tla"), NORM);
  }

  private static DamagedOracle damaged(String operator) {
    return damaged.computeIfAbsent(operator, DamagedOracle::in);
  }

  @BeforeAll
  static void runTlc() {
    referee = GraphEquality.referee(model("Tiny"), progress::add);
  }

  @Test
  void compare_compiledNorm_isEqual() {
    GraphComparison comparison = GraphEquality.compare(referee, SpaprTceModule::new);
    assertEquals(List.of(), comparison.differences());
    assertTrue(comparison.equal());
    assertEquals("Tiny", comparison.model());
    assertTrue(comparison.distinctStates() > 10, comparison.toString());
    assertTrue(comparison.distinctEdges() > comparison.distinctStates(), comparison.toString());
    assertEquals(64, comparison.digest().length());
    assertEquals(List.of("Tiny: TLC", "Tiny: reading TLC's graph"), progress);
  }

  @Test
  void compare_again_givesTheSameDigest() {
    assertEquals(
        GraphEquality.compare(referee, SpaprTceModule::new),
        GraphEquality.compare(referee, SpaprTceModule::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Overlap", "WithinLimit", "Within", "Before", "After", "HeaderChecks"})
  void compare_damagedOracle_isDifferent(String operator) {
    DamagedOracle damaged = damaged(operator);
    GraphComparison comparison = GraphEquality.compare(referee, damaged);
    assertFalse(comparison.equal(), damaged.description());
    assertNotEquals(
        GraphEquality.compare(referee, SpaprTceModule::new).digest(), comparison.digest());
  }

  @Test
  void compare_stepsBesidesNext_areComparedToo() {
    RefereeGraph facts = GraphEquality.referee(model("TinyFacts"), _ -> {});
    GraphComparison comparison = GraphEquality.compare(facts, SpaprTceModule::new);
    assertEquals(List.of(), comparison.differences());
    assertTrue(comparison.distinctStates() > referee.states().size(), comparison.toString());
    assertFalse(GraphEquality.compare(facts, damaged("WithinLimit")).equal());
  }

  @Test
  void compare_quirk_isEqualToTheOracleWithThatQuirkOnly() {
    RefereeGraph quirk = GraphEquality.referee(model("TinyQuirk"), _ -> {});
    assertEquals(Map.of("StillMapped", "NeverStillMapped"), quirk.substitutions());
    GraphComparison comparison = GraphEquality.compare(quirk, SpaprTceModule::new);
    assertEquals(List.of(), comparison.differences());
    assertFalse(
        GraphEquality.compare(quirk, (constants, _) -> new SpaprTceModule(constants)).equal());
    assertFalse(
        GraphEquality.compare(
                referee, (constants, _) -> new SpaprTceModule(constants, quirk.substitutions()))
            .equal());
  }

  @Test
  void compare_modelWithItsOwnStart_startsTheOracleThere() {
    RefereeGraph own = GraphEquality.referee(model("TinyStart"), _ -> {});
    GraphComparison comparison = GraphEquality.compare(own, SpaprTceModule::new);
    assertEquals(List.of(), comparison.differences());
    assertEquals(referee.states().size() - 1, comparison.distinctStates());
    assertFalse(GraphEquality.compare(own, damaged("WithinLimit")).equal());
  }

  @Test
  void compare_otherConstants_areDifferent() {
    Map<String, Value> constants = new HashMap<>(referee.constants());
    constants.put("LeastTable", Values.integer(3));
    GraphComparison comparison = compareWith(constants);
    assertTrue(
        comparison.differences().getFirst().startsWith("only TLC reaches\n/\\ "),
        comparison.toString());
  }

  @Test
  void compare_fewerCommands_lackTransitions() {
    Map<String, Value> constants = new HashMap<>(referee.constants());
    List<Value> commands =
        Values.set(constants.getOrDefault("Command", Values.EMPTY_SET).asList()).asList();
    constants.put(
        "Command",
        Values.set(
            commands.stream()
                .filter(c -> !c.field("op").asString().equals("UNMAP_DMA") || isWhole(c))
                .toList()));
    GraphComparison comparison = compareWith(constants);
    assertFalse(comparison.equal());
    assertTrue(
        comparison.differences().stream().allMatch(d -> d.startsWith("only TLC takes Do([")),
        comparison.toString());
  }

  @Test
  void compare_moreCommands_haveTransitionsThatTlcLacks() {
    Map<String, Value> constants = new HashMap<>(referee.constants());
    List<Value> commands =
        new ArrayList<>(constants.getOrDefault("Command", Values.EMPTY_SET).asList());
    Map<Value, Value> longer = commands.getFirst().asMap();
    longer.put(Values.string("argsz"), Values.integer(0));
    commands.add(Values.function(longer));
    constants.put("Command", Values.set(commands));
    GraphComparison comparison = compareWith(constants);
    assertFalse(comparison.equal());
    assertTrue(
        comparison.differences().stream().allMatch(d -> d.startsWith("only the oracle takes Do([")),
        comparison.toString());
  }

  private static boolean isWhole(Value command) {
    return command.field("size").asLong() < 3;
  }

  private static GraphComparison compareWith(Map<String, Value> constants) {
    return GraphEquality.compare(referee, (_, _) -> new SpaprTceModule(constants));
  }

  @Test
  void compare_failingOracle_isDifferent() {
    Map<String, Value> constants = new HashMap<>(referee.constants());
    constants.put("LeastTable", Values.string("none"));
    GraphComparison comparison = compareWith(constants);
    assertTrue(comparison.differences().getFirst().startsWith("the oracle fails: Pages.tla:"));
  }

  @Test
  void referee_constraint_isRefused() {
    IllegalStateException refused =
        assertThrows(
            IllegalStateException.class,
            () -> GraphEquality.referee(model("TinyConstrained"), _ -> {}));
    assertTrue(
        String.valueOf(refused.getMessage()).contains("no constraint, symmetry or view"),
        refused.getMessage());
  }

  @Test
  void damage_operatorWithoutComparison_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> DamagedOracle.in("Sum"));
    assertThrows(IllegalArgumentException.class, () -> DamagedOracle.in("Nowhere"));
  }
}

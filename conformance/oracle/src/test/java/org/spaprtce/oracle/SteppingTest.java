package org.spaprtce.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.StateGraph;
import org.spaprtce.oracle.runtime.TlaError;
import org.spaprtce.oracle.runtime.TlaModule;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.ValueParser;
import org.spaprtce.oracle.runtime.Values;

/** Compiled actions lead where their formulas say. */
class SteppingTest {
  private static TlaModule module;
  private static final State STATE = ValueParser.parseState("/\\ x = 1 /\\ y = 2");

  @BeforeAll
  static void compile() {
    module = withLimit(3);
  }

  private static TlaModule withLimit(long limit) {
    return Fixtures.module("Stepping", Map.of("Limit", Values.integer(limit)));
  }

  private static String after(String action, Value... arguments) {
    return module.apply(STATE, action, arguments).stream()
        .map(state -> state.get("x") + "," + state.get("y"))
        .sorted()
        .collect(Collectors.joining(" "));
  }

  @Test
  void apply_assignment_givesOneState() {
    assertEquals("9,2", after("Assign", Values.integer(9)));
  }

  @Test
  void apply_twoAssignments_agreeOrLeadNowhere() {
    assertEquals("4,2", after("AssignTwice", Values.integer(4), Values.integer(4)));
    assertEquals("", after("AssignTwice", Values.integer(4), Values.integer(5)));
  }

  @Test
  void apply_assignmentFromSets_givesTheCommonElements() {
    assertEquals("2,2 3,2", after("AssignIn"));
  }

  @Test
  void apply_primedVariable_isReadAfterItsAssignment() {
    assertEquals("5,6", after("ReadsNext"));
  }

  @Test
  void apply_disjunctions_combine() {
    assertEquals("1,1 1,2 2,1 2,2", after("Disjoined"));
  }

  @Test
  void apply_quantifier_triesEachElement() {
    assertEquals("1,2 2,1", after("Quantified"));
  }

  @Test
  void apply_ifAndCase_takeOneBranch() {
    assertEquals("1,1", after("Branched", Values.TRUE));
    assertEquals("1,2", after("Branched", Values.FALSE));
    assertEquals("10,2", after("Armed", Values.integer(1)));
    assertEquals("1,20", after("Armed", Values.integer(2)));
    assertThrows(TlaError.class, () -> after("Armed", Values.integer(3)));
  }

  @Test
  void apply_letAndGuard_areEvaluatedInTheState() {
    assertEquals("2,4", after("WithLet"));
    assertEquals("1,2", after("Guarded"));
    assertEquals(List.of(), module.apply(STATE.with("x", Values.integer(0)), "Guarded"));
  }

  @Test
  void apply_testOfNextState_filters() {
    assertEquals("1,2 3,2", after("TestsAfter"));
    assertEquals("2,2", after("KeptTest"));
  }

  @Test
  void apply_composition_appliesOperators() {
    assertEquals("6,2", after("Composed", Values.integer(5)));
  }

  @Test
  void apply_actionsInBranchesAndLets_areApplied() {
    Value two = Values.set(Values.integer(1), Values.integer(5));
    assertEquals("1,15 11,2", after("Homed", two));
    assertEquals("2,1 2,5", after("Whole", two));
    assertEquals("2,2", after("Whole", Values.EMPTY_SET));
  }

  @Test
  void apply_undeterminedVariable_isAnError() {
    TlaError incomplete = assertThrows(TlaError.class, () -> after("Incomplete"));
    assertEquals("the action Incomplete does not say what y becomes", incomplete.getMessage());
    TlaError early = assertThrows(TlaError.class, () -> after("TooEarly"));
    assertEquals("Stepping.tla:26:18: the next value of x is not known yet", early.getMessage());
  }

  @Test
  void names_module_areItsDeclarations() {
    assertEquals("Stepping", module.name());
    assertEquals(List.of("Limit"), module.constants());
    assertEquals(List.of("x", "y"), module.variables());
    assertEquals(List.of("x", "y"), STATE.variables());
    assertTrue(module.actions().containsAll(List.of("Assign", "Up", "Next")));
    assertFalse(module.actions().contains("Sum"));
    assertEquals(List.of("Up", "Set", "Either", "Next"), module.transitions());
    assertEquals(Map.of(), module.replaceable());
  }

  @Test
  void violatedAssumptions_withoutValue_areNamed() {
    TlaModule words = Fixtures.module("Stepping", Map.of("Limit", Values.string("many")));
    assertEquals(List.of("LimitAssumption", "Stepping.tla:51:1"), words.violatedAssumptions());
  }

  @Test
  void eval_predicate_isABoolean() {
    TlaModule fresh = withLimit(3);
    assertEquals(Values.TRUE, fresh.eval(STATE, "SmallInv"));
    assertEquals(Values.FALSE, fresh.eval(STATE.with("x", Values.integer(3)), "SmallInv"));
  }

  @Test
  void apply_wrongCall_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> after("Assign"));
    assertThrows(IllegalArgumentException.class, () -> after("Nowhere"));
    assertThrows(IllegalArgumentException.class, () -> module.eval(STATE, "Nowhere"));
    assertThrows(IllegalArgumentException.class, () -> module.holds(STATE, "Sum"));
  }

  @Test
  void construct_wrongConstants_isRefused() {
    Map<String, Value> unknown = Map.of("Limit", Values.integer(1), "Other", Values.integer(1));
    IllegalArgumentException missing =
        assertThrows(IllegalArgumentException.class, () -> Fixtures.module("Stepping", Map.of()));
    assertEquals("constant=Limit missing for Stepping", missing.getMessage());
    assertThrows(IllegalArgumentException.class, () -> Fixtures.module("Stepping", unknown));
  }

  @Test
  void violatedAssumptions_badConstant_areNamed() {
    assertEquals(List.of(), module.violatedAssumptions());
    assertEquals(List.of("LimitAssumption"), withLimit(0).violatedAssumptions());
    assertEquals(List.of("Stepping.tla:51:1"), withLimit(100).violatedAssumptions());
  }

  @Test
  void initial_choice_givesEachState() {
    List<String> initial = module.initial().stream().map(State::toString).toList();
    assertEquals(List.of("/\\ x = 0\n/\\ y = 7", "/\\ x = 0\n/\\ y = 8"), initial);
  }

  @Test
  void next_disjunctsAndOperators_nameTheTransitions() {
    List<String> seen = new ArrayList<>();
    module.next(STATE, (label, state) -> seen.add(label + " " + state.get("x") + state.get("y")));
    assertEquals(List.of("Up 22", "Set(7) 17", "Set(8) 18"), seen);
  }

  @Test
  void next_formulaOfItsOwn_isNamedNext() {
    Set<String> seen = new TreeSet<>();
    State top = STATE.with("x", Values.integer(3));
    module.next(top, (label, _) -> seen.add(label.toString()));
    assertEquals(Set.of("Next", "Set(7)", "Set(8)"), seen);
  }

  @Test
  void explore_machine_findsEveryStateAndEdge() {
    StateGraph graph = StateGraph.explore(module, 100);
    assertTrue(graph.isComplete());
    assertEquals(8, graph.states().size());
    assertEquals(2, graph.initialCount());
    assertEquals(24, graph.edgeCount());
    Function<Long, String> name = edge -> graph.labels().get(StateGraph.label(edge)).toString();
    int start = graph.find(module.initial().getFirst());
    Set<String> names = new TreeSet<>();
    for (long edge : graph.edges(start)) {
      names.add(name.apply(edge));
    }
    assertEquals(Set.of("Up", "Set(7)", "Set(8)"), names);
  }

  @Test
  void explore_limit_endsEarly() {
    StateGraph graph = StateGraph.explore(module, 3);
    assertFalse(graph.isComplete());
    assertTrue(graph.states().size() > 3);
  }

  @Test
  void holds_predicate_dependsOnTheState() {
    assertEquals(Set.of("BoundInv", "SmallInv"), invariants());
    assertTrue(module.holds(STATE, "SmallInv"));
    assertFalse(module.holds(STATE.with("x", Values.integer(3)), "SmallInv"));
    assertEquals(Values.integer(3), module.eval(STATE, "Sum"));
  }

  private static Set<String> invariants() {
    return module.predicates().stream()
        .filter(name -> name.endsWith("Inv"))
        .collect(Collectors.toSet());
  }
}

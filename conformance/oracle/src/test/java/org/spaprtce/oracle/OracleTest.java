package org.spaprtce.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.spaprtce.oracle.Norm.CONTAINER;
import static org.spaprtce.oracle.Norm.OK;
import static org.spaprtce.oracle.Norm.PAGE;
import static org.spaprtce.oracle.Norm.PROCESS;
import static org.spaprtce.oracle.Norm.block;
import static org.spaprtce.oracle.runtime.Values.integer;
import static org.spaprtce.oracle.runtime.Values.record;
import static org.spaprtce.oracle.runtime.Values.set;
import static org.spaprtce.oracle.runtime.Values.string;
import static org.spaprtce.oracle.runtime.Values.unsigned;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.spaprtce.oracle.runtime.Functions;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/** The compiled norm on words of 64 bits. */
class OracleTest {
  private static final long TABLE_PAGES = 64;
  private static final int BLOCKS = 200;

  private final Oracle oracle = Oracle.of(Norm.constants());

  /** Takes a step that the norm allows in one way, and checks every invariant. */
  private State step(State state, Value command, Value result) {
    List<State> next = oracle.apply(state, command, result);
    assertEquals(1, next.size());
    assertEquals(List.of(), oracle.violated(next.getFirst()));
    return next.getFirst();
  }

  private static Value charged(State state) {
    return state.get("lockedVm").at(PROCESS);
  }

  @Test
  void initial_noCommand_hasNothing() {
    State state = oracle.initial();
    assertEquals(integer(0), charged(state));
    assertEquals(Values.EMPTY_SET, state.get("windows"));
    assertEquals(List.of(), oracle.violated(state));
  }

  @Test
  void apply_blockBelowTheTop_isRegisteredMappedAndFreed() {
    Value vaddr = unsigned(-4 * PAGE);
    State session = Norm.session(oracle);
    State registered = step(session, block("REGISTER_MEMORY", vaddr, 2 * PAGE), OK);
    assertEquals(integer(2), charged(registered));
    State mapped = step(registered, Norm.map(8192, vaddr, 4096), OK);
    assertEquals(integer(2 + TABLE_PAGES), charged(mapped));
    assertEquals(1, mapped.get("mappings").asList().size());
    Value unregister = block("UNREGISTER_MEMORY", vaddr, 2 * PAGE);
    assertEquals(Set.of(string("EBUSY")), oracle.allowed(mapped, unregister));
    assertEquals(mapped, step(mapped, unregister, string("EBUSY")));
    State unmapped = step(mapped, Norm.unmap(8192, 4096), OK);
    assertEquals(integer(TABLE_PAGES), charged(step(unmapped, unregister, OK)));
  }

  @Test
  void apply_lastGroupCloses_releasesEverything() {
    State session = Norm.session(oracle);
    State registered = step(session, block("REGISTER_MEMORY", integer(PAGE), 2 * PAGE), OK);
    State mapped = step(registered, Norm.map(0, integer(PAGE), PAGE), OK);
    assertEquals(
        oracle.initial(), step(mapped, Norm.command("CLOSE_GROUP", "group", Norm.GROUP), OK));
  }

  @Test
  void allowed_blockAtTheTop_isInvalid() {
    State session = Norm.session(oracle);
    Value command = block("REGISTER_MEMORY", unsigned(-2 * PAGE), 2 * PAGE);
    assertEquals(Set.of(string("EINVAL")), oracle.allowed(session, command));
    assertEquals(List.of(), oracle.apply(session, command, OK));
  }

  @Test
  void allowed_severalChecksOfOneStepFail_isEachAnswer() {
    Value one = block("REGISTER_MEMORY", integer(PAGE), PAGE);
    State registered = step(Norm.session(oracle), one, OK);
    Value two = block("REGISTER_MEMORY", integer(PAGE), 2 * PAGE);
    assertEquals(Set.of(string("EINVAL")), oracle.allowed(registered, two));
    Value[] pinned = {string("env"), string("pinned")};
    Value unpinnable = Functions.except("", two, pinned, _ -> integer(0));
    Set<Value> allowed = oracle.allowed(registered, unpinnable);
    assertEquals(Set.of(string("EFAULT"), string("EINVAL")), allowed);
    assertThrows(UnsupportedOperationException.class, allowed::clear);
  }

  @Test
  void explain_severalFaults_listsTheChecksInOrder() {
    State session = Norm.session(oracle);
    Value command = block("UNREGISTER_MEMORY", integer(1), PAGE);
    List<Oracle.Check> checks = oracle.explain(session, command);
    List<String> failing =
        checks.stream().filter(Oracle.Check::fails).map(Oracle.Check::clause).toList();
    assertEquals(List.of("UNR-1", "UNR-2", "UNR-3"), failing);
    Oracle.Check first = checks.stream().filter(Oracle.Check::fails).findFirst().orElseThrow();
    assertEquals(Set.of(string(first.result())), oracle.allowed(session, command));
    assertTrue(checks.getFirst().step() < first.step());
  }

  @Test
  void output_createdWindow_hasItsAddress() {
    State session = Norm.session(oracle);
    Value create = Norm.create(16, 1L << 40);
    assertEquals(record("value", 0, "startAddress", 1L << 59), oracle.output(session, create, OK));
    assertEquals(record("value", 0), oracle.output(session, create, string("ENOMEM")));
    State created = step(session, create, OK);
    assertEquals(2, created.get("windows").asList().size());
  }

  @Test
  void evaluate_operator_hasItsValue() {
    State session = Norm.session(oracle);
    assertEquals(set(Norm.GROUP), oracle.evaluate(session, "GroupsOf", CONTAINER));
    assertThrows(IllegalArgumentException.class, () -> oracle.evaluate(session, "GroupsOf"));
  }

  @Test
  void fact_lockedElsewhere_changesTheStateOutsideCommands() {
    List<State> locked = oracle.fact(oracle.initial(), "LockedElsewhere", PROCESS, integer(3));
    assertEquals(1, locked.size());
    assertEquals(integer(3), charged(locked.getFirst()));
    assertEquals(List.of(), oracle.violated(locked.getFirst()));
  }

  @Test
  void violated_wrongCharge_isNamed() {
    Value wrong = record("p", 3, "q", 0);
    State state = oracle.initial().with("lockedVm", wrong);
    assertEquals(List.of("ChargeInv"), oracle.violated(state));
    assertTrue(oracle.invariants().contains("TypeInv"));
  }

  @Test
  void violated_invariantWithoutValue_isNamed() {
    State state = oracle.initial().with("lockedVm", Values.EMPTY_SET);
    assertTrue(oracle.violated(state).contains("ChargeInv"));
  }

  @Test
  void of_brokenAssumption_isRefused() {
    Map<String, Value> constants = Norm.constants();
    constants.put("PageSize", integer(0));
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Oracle.of(constants));
    assertTrue(String.valueOf(refused.getMessage()).contains("PageSizeAssumption"));
  }

  @Test
  void violated_hundredsOfBlocks_areSummed() {
    State state = Norm.session(oracle);
    for (int i = 0; i < BLOCKS; i++) {
      Value command = block("REGISTER_MEMORY", unsigned(2L * i * PAGE), PAGE);
      state = oracle.apply(state, command, OK).getFirst();
    }
    assertEquals(integer(BLOCKS), charged(state));
    assertEquals(List.of(), oracle.violated(state));
  }

  @Test
  void eval_deepRecursion_findsTheStackItNeeds() {
    int points = 30_000;
    Map<Value, Value> ones = new HashMap<>();
    for (int i = 0; i < points; i++) {
      ones.put(integer(2L * i), integer(1));
    }
    Value sum = oracle.module().eval(State.EMPTY, "Sum", Values.function(ones));
    assertEquals(integer(points), sum);
  }
}

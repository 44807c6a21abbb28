package org.spaprtce.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
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
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/** The compiled norm on words of 64 bits. */
class OracleTest {
  private static final long PAGE = 65536;
  private static final Value OK = string("OK");
  private static final Value CONTAINER = string("c");

  private static Map<String, Value> constants() {
    Map<String, Value> constants = new HashMap<>();
    constants.put("Container", set(CONTAINER));
    constants.put("PageSize", integer(PAGE));
    constants.put("AddressTop", Values.parse("18446744073709551616"));
    constants.put(
        "InitialWindows",
        set(
            record(
                "container", CONTAINER, "start", 0, "size", 1L << 30, "page", 4096, "table", 2)));
    constants.put("InitialElsewhere", integer(0));
    constants.put("Command", Values.EMPTY_SET);
    return constants;
  }

  private final Oracle oracle = Oracle.of(constants());

  private static Value environment() {
    return record("memlock", 1L << 40, "capIpcLock", false, "pinnable", true, "backing", PAGE);
  }

  private static Value block(String op, Value vaddr, long size) {
    return record(
        "op",
        op,
        "container",
        CONTAINER,
        "readable",
        true,
        "argsz",
        24,
        "flags",
        0,
        "vaddr",
        vaddr,
        "size",
        size,
        "env",
        environment());
  }

  private static Value map(long iova, Value vaddr, long size) {
    return record(
        "op",
        "MAP_DMA",
        "container",
        CONTAINER,
        "readable",
        true,
        "argsz",
        32,
        "flags",
        3,
        "iova",
        iova,
        "vaddr",
        vaddr,
        "size",
        size);
  }

  private static Value unmap(long iova, long size) {
    return record(
        "op",
        "UNMAP_DMA",
        "container",
        CONTAINER,
        "readable",
        true,
        "argsz",
        24,
        "flags",
        0,
        "iova",
        iova,
        "size",
        size);
  }

  /** Takes a step that the norm allows in one way, and checks every invariant. */
  private State step(State state, Value command, Value result) {
    List<State> next = oracle.apply(state, command, result);
    assertEquals(1, next.size());
    assertEquals(List.of(), oracle.violated(next.getFirst()));
    return next.getFirst();
  }

  @Test
  void initial_noCommand_hasTheWindowCharged() {
    State state = oracle.initial();
    assertEquals(integer(2), state.get("lockedVm"));
    assertEquals(Values.EMPTY_SET, state.get("regions"));
    assertEquals(List.of(), oracle.violated(state));
  }

  @Test
  void apply_blockBelowTheTop_isRegisteredMappedAndFreed() {
    Value vaddr = unsigned(-4 * PAGE);
    State registered = step(oracle.initial(), block("REGISTER_MEMORY", vaddr, 2 * PAGE), OK);
    assertEquals(integer(4), registered.get("lockedVm"));
    State mapped = step(registered, map(8192, vaddr, 4096), OK);
    assertEquals(1, mapped.get("mappings").asList().size());
    Value unregister = block("UNREGISTER_MEMORY", vaddr, 2 * PAGE);
    assertEquals(Set.of(string("EBUSY")), oracle.allowed(mapped, unregister));
    State refused = step(mapped, unregister, string("EBUSY"));
    assertEquals(mapped, refused);
    State unmapped = step(mapped, unmap(8192, 4096), OK);
    State freed = step(unmapped, unregister, OK);
    assertEquals(integer(2), freed.get("lockedVm"));
  }

  @Test
  void allowed_blockAtTheTop_isInvalid() {
    Value command = block("REGISTER_MEMORY", unsigned(-2 * PAGE), 2 * PAGE);
    assertEquals(Set.of(string("EINVAL")), oracle.allowed(oracle.initial(), command));
    assertEquals(List.of(), oracle.apply(oracle.initial(), command, OK));
  }

  @Test
  void fact_containerBound_changesTheStateOutsideCommands() {
    List<State> bound = oracle.fact(oracle.initial(), "ContainerBound", CONTAINER);
    assertEquals(1, bound.size());
    assertEquals(set(CONTAINER), bound.getFirst().get("bound"));
  }

  @Test
  void violated_wrongCharge_isNamed() {
    State state = oracle.initial().with("lockedVm", integer(3));
    assertEquals(List.of("ChargeInv"), oracle.violated(state));
    assertTrue(oracle.invariants().contains("TypeInv"));
  }

  @Test
  void of_brokenAssumption_isRefused() {
    Map<String, Value> constants = constants();
    constants.put("PageSize", integer(0));
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Oracle.of(constants));
    assertTrue(String.valueOf(refused.getMessage()).contains("PageSizeAssumption"));
  }

  @Test
  void violated_hundredsOfBlocks_areSummed() {
    State state = oracle.initial();
    int blocks = 400;
    for (int i = 0; i < blocks; i++) {
      Value command = block("REGISTER_MEMORY", unsigned(2L * i * PAGE), PAGE);
      state = oracle.apply(state, command, OK).getFirst();
    }
    assertEquals(integer(2 + blocks), state.get("lockedVm"));
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

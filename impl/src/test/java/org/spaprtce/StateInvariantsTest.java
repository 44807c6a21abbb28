package org.spaprtce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.spaprtce.TestProcess.PAGE;
import static org.spaprtce.TestProcess.SMALL;
import static org.spaprtce.TestProcess.run;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.spaprtce.ProcessState.Block;
import org.spaprtce.ProcessState.Run;
import org.spaprtce.platform.SimulatedHostMemory.Range;

/** Each invariant notices the fault that it is there for. */
class StateInvariantsTest {

  private static final ContainerId ID = new ContainerId(0);
  private static final List<Run> RUNS = List.of(run(0, PAGE, SMALL), run(PAGE, PAGE, SMALL));
  private static final Block BLOCK = block(PAGE, PAGE, Set.of(ID), 2);

  private static Block block(long ua, long size, Set<ContainerId> holders, long live) {
    return new Block(new UserAddress(ua), size, PAGE, holders, live);
  }

  private static List<String> violated(
      long charged, List<Run> runs, boolean enabled, Block... blocks) {
    var container = new ProcessState.Container(ID, TestProcess.WINDOW, runs, enabled);
    var state =
        new ProcessState(
            BigInteger.valueOf(64 + 5 + charged), 5, List.of(blocks), List.of(container));
    return StateInvariants.violated(state, PAGE);
  }

  private static List<String> violatedWith(Run... more) {
    var runs = new ArrayList<>(RUNS);
    runs.addAll(List.of(more));
    return violated(1, runs, true, block(PAGE, PAGE, Set.of(ID), runs.size()));
  }

  @Test
  void violated_goodState_isEmpty() {
    assertEquals(List.of(), violated(1, RUNS, true, BLOCK));
    assertEquals(List.of(), violatedWith(run(9 * PAGE, PAGE, SMALL)));
  }

  @Test
  void violated_badBlock_isNoticed() {
    Block top = block(-PAGE, PAGE, Set.of(ID), 0);
    assertEquals(List.of("TypeInv"), violated(2, RUNS, true, BLOCK, top));
    Block foreign = block(8 * PAGE, PAGE, Set.of(new ContainerId(1)), 0);
    assertEquals(List.of("TypeInv"), violated(2, RUNS, true, BLOCK, foreign));
    Block twin = block(PAGE, 2 * PAGE, Set.of(ID), 2);
    assertTrue(violated(3, RUNS, true, BLOCK, twin).contains("DisjointInv"));
    Block unheld = block(PAGE, PAGE, Set.of(), 2);
    assertEquals(List.of("HeldOrMappedInv"), violated(1, RUNS, true, unheld));
  }

  @Test
  void violated_badCountOrCharge_isNoticed() {
    assertEquals(List.of("ChargeInv"), violated(2, RUNS, true, BLOCK));
    Block miscounted = block(PAGE, PAGE, Set.of(ID), 1);
    assertEquals(List.of("LiveInv"), violated(1, RUNS, true, miscounted));
  }

  @Test
  void violated_badContainer_isNoticed() {
    assertEquals(List.of("HolderInv"), violated(1, RUNS, false, BLOCK));
  }

  @Test
  void violated_badRun_isNoticed() {
    assertEquals(
        List.of("InsideRegionsInv", "PageInv", "LiveInv"),
        violatedWith(run(9 * PAGE, 9 * PAGE, SMALL)));
    assertEquals(List.of("InsideWindowInv"), violatedWith(run(1L << 31, PAGE, SMALL)));
    assertEquals(List.of("OneEntryInv"), violatedWith(run(PAGE, PAGE + SMALL, SMALL)));
    assertEquals(List.of("JoinedInv"), violatedWith(run(SMALL, PAGE + SMALL, SMALL)));
  }

  @Test
  void violated_pageTooLargeForTheBlock_isNoticed() {
    var block = new Block(new UserAddress(PAGE), PAGE, SMALL / 2, Set.of(ID), 2);
    assertEquals(List.of("PageInv"), violated(1, RUNS, true, block));
  }

  @Test
  void pinned_otherThanRegistered_isNoticed() {
    var range = new Range(new UserAddress(PAGE), PAGE);
    var container = new ProcessState.Container(ID, TestProcess.WINDOW, RUNS, true);
    var state = new ProcessState(BigInteger.ZERO, 0, List.of(BLOCK), List.of(container));
    assertTrue(StateInvariants.pinned(state, Map.of(range, 1)));
    assertFalse(StateInvariants.pinned(state, Map.of(range, 2)));
    assertFalse(StateInvariants.pinned(state, Map.of()));
  }
}

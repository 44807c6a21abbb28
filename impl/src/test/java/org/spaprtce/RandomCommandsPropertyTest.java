package org.spaprtce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.spaprtce.TestProcess.PAGE;
import static org.spaprtce.TestProcess.SMALL;
import static org.spaprtce.TestProcess.unmap;
import static org.spaprtce.TestProcess.unregister;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import org.spaprtce.platform.ResourceLimits.Memlock;

/** Sequences of commands by two containers, dense enough that most of them meet. */
class RandomCommandsPropertyTest {

  /** Who sends what. */
  record Step(int container, Command command) {}

  @Provide
  Arbitrary<Step> steps() {
    Arbitrary<Long> block = Arbitraries.longs().between(0, 6).map(n -> n * PAGE);
    Arbitrary<Long> pages = Arbitraries.longs().between(0, 3).map(n -> n * PAGE);
    Arbitrary<Long> entry = Arbitraries.longs().between(0, 40).map(n -> n * SMALL);
    Arbitrary<Long> ua = Arbitraries.longs().between(0, 120).map(n -> n * SMALL);
    Arbitrary<Long> length = Arbitraries.longs().between(0, 24).map(n -> n * SMALL);
    Arbitrary<Command> commands =
        Arbitraries.frequencyOf(
            Tuple.of(3, Combinators.combine(block, pages).as(TestProcess::register)),
            Tuple.of(2, Combinators.combine(block, pages).as(TestProcess::unregister)),
            Tuple.of(6, Combinators.combine(ua, entry, length).as(TestProcess::map)),
            Tuple.of(2, Combinators.combine(entry, length).as(TestProcess::unmap)));
    return Combinators.combine(Arbitraries.of(0, 1), commands).as(Step::new);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void execute_anySequence_keepsInvariantsAndRejectsWithoutCharge(
      @ForAll @Size(max = 60) List<@From("steps") Step> steps) {
    var p = new TestProcess();
    p.limits.set(new Memlock(136 * PAGE, false));
    List<TceContainer> containers = List.of(p.open(), p.open());
    for (Step step : steps) {
      ProcessState before = p.state();
      switch (containers.get(step.container()).execute(step.command())) {
        case Outcome.Done _ -> p.check();
        case Outcome.Rejected rejected -> rejected(rejected.clause(), before, p);
      }
    }
    p.check();
  }

  /** What a rejection may change: entries that a MAP_DMA cleared before it failed. */
  private static void rejected(String clause, ProcessState before, TestProcess p) {
    ProcessState after = p.state();
    if (!clause.equals("MAP-6")) {
      assertEquals(before, after);
    }
    assertEquals(before.lockedVm(), after.lockedVm());
    for (int i = 0; i < before.blocks().size(); i++) {
      ProcessState.Block was = before.blocks().get(i);
      ProcessState.Block is = after.blocks().get(i);
      assertEquals(List.of(was.ua(), was.holders()), List.of(is.ua(), is.holders()));
      assertTrue(is.live() <= was.live());
    }
    p.check();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void execute_thenUndoEverything_leavesOnlyTheTables(
      @ForAll @Size(max = 60) List<@From("steps") Step> steps) {
    var p = new TestProcess();
    List<TceContainer> containers = List.of(p.open(), p.open());
    ProcessState empty = p.state();
    steps.forEach(s -> containers.get(s.container()).execute(s.command()));

    containers.forEach(c -> c.execute(unmap(0, 1L << 31)));
    for (ProcessState.Block b : p.state().blocks()) {
      for (ContainerId holder : b.holders()) {
        TestProcess.done(containers.get(holder.number()), unregister(b.ua().value(), b.size()));
      }
    }
    assertEquals(empty.lockedVm(), p.state().lockedVm());
    assertEquals(List.of(), p.state().blocks());
    assertTrue(p.memory.pins().isEmpty());
  }
}

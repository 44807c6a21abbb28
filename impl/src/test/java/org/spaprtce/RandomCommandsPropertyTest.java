package org.spaprtce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.spaprtce.TestMachine.TABLE;
import static org.spaprtce.TestMachine.WINDOW;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.spaprtce.GroupCommand.CloseDevice;
import org.spaprtce.GroupCommand.CloseGroup;
import org.spaprtce.platform.ResourceLimits.Memlock;

/** Sequences of commands by two processes, dense enough that most of them meet. */
class RandomCommandsPropertyTest {

  /** Refusals after which the state may be another one. */
  private static final Set<String> CHANGING =
      Set.of(
          "MAP-2", "MAP-3", "MAP-4", "MAP-5", "MAP-6", "MAP-7", "MAP-11", "MAP-12", "MAP-13",
          "UNM-2", "UNM-3", "UNM-4", "UNM-7", "WIN-7", "WIN-8", "WIN-9", "WIN-10", "WIN-11");

  @Property(tries = 150)
  void execute_anySequence_keepsInvariantsAndRejectsWithoutCharge(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int length) {
    var p = new TestMachine();
    p.host.limits().set(new Memlock(3 * WINDOW / 2, false));
    var random = new RandomCommands(p, seed);
    for (int i = 0; i < length; i++) {
      MachineState before = p.state();
      Outcome outcome = random.step();
      p.check();
      if (outcome instanceof Outcome.Rejected(_, String clause)) {
        if (!CHANGING.contains(clause)) {
          assertEquals(before, p.state());
        }
        rejected(before, p.state());
      }
    }
  }

  /** A refusal leaves a default window at most, takes TCEs at most, and adds no block. */
  private static void rejected(MachineState before, MachineState after) {
    assertTrue(before.regions().size() >= after.regions().size());
    assertTrue(after.windows().containsAll(before.windows()));
    assertEquals(before.groups(), after.groups());
    for (int i = 0; i < before.charges().size(); i++) {
      BigInteger more =
          after.charges().get(i).lockedVm().subtract(before.charges().get(i).lockedVm());
      assertTrue(more.compareTo(BigInteger.valueOf(TABLE)) <= 0);
    }
  }

  @Property(tries = 100)
  void execute_thenCloseEverything_leavesNothing(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int length) {
    var p = new TestMachine();
    var random = new RandomCommands(p, seed);
    for (int i = 0; i < length; i++) {
      random.step();
    }
    for (MachineState.Group group : p.state().groups()) {
      IommuGroup file = p.group(group.id().number());
      for (int i = 0; i < group.devices(); i++) {
        p.done(file, new CloseDevice());
      }
      if (group.open()) {
        p.done(file, new CloseGroup());
      }
    }
    MachineState state = p.state();
    assertEquals(List.of(), state.regions());
    assertEquals(List.of(), state.windows());
    assertEquals(List.of(), state.mappings());
    state.charges().forEach(c -> assertEquals(BigInteger.ZERO, c.lockedVm()));
    assertTrue(p.host.memory().pins().isEmpty());
    assertTrue(p.host.firmware().programmed().isEmpty());
    p.check();
  }
}

package org.spaprtce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.spaprtce.TestMachine.PAGE;
import static org.spaprtce.TestMachine.SMALL;
import static org.spaprtce.TestMachine.TABLE;
import static org.spaprtce.TestMachine.map;
import static org.spaprtce.TestMachine.register;
import static org.spaprtce.TestMachine.remove;
import static org.spaprtce.TestMachine.unmap;
import static org.spaprtce.TestMachine.unregister;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spaprtce.GroupCommand.CloseGroup;
import org.spaprtce.GroupCommand.UnsetContainer;
import org.spaprtce.platform.ResourceLimits.Memlock;

/** What goes with the last group of a container, and what outlives it [LIF-1] to [LIF-4]. */
class ReleaseTest {

  @RegisterExtension final StateInvariantExtension machines = new StateInvariantExtension();

  private final TestMachine p = machines.create();
  private final TceContainer c = p.withWindow(0);
  private final TceContainer d = p.withWindow(1);

  private void release(int group) {
    p.done(p.group(group), new UnsetContainer());
  }

  /** A block that d maps twice and c alone holds, which is released. */
  private void orphan() {
    p.done(c, register(PAGE, PAGE));
    p.done(d, register(9 * PAGE, PAGE));
    p.done(d, map(PAGE, 0, SMALL));
    p.done(d, map(PAGE, 4 * SMALL, SMALL));
    release(0);
    assertEquals(Set.of(), p.regions().getFirst().holders());
    assertEquals(2, p.live(0));
    p.charged(TABLE + 2);
  }

  @Test
  void release_emptyContainer_isBlank() {
    TceContainer e = p.version2(2);
    release(2);
    assertEquals(
        new MachineState.Container(e.id(), 0, null, false, false, 0, List.of()), p.state(e));
  }

  @Test
  void release_takesEverything() {
    p.done(c, register(PAGE, PAGE));
    p.done(c, register(4 * PAGE, PAGE));
    p.done(c, map(PAGE, 0, SMALL));
    release(0);
    assertEquals(
        new MachineState.Container(c.id(), 0, null, false, false, 0, List.of()), p.state(c));
    assertEquals(List.of(), p.regions());
    assertEquals(List.of(), p.state().mappings());
    p.charged(TABLE);
  }

  @Test
  void release_leavesToOthersWhatTheyHold() {
    p.done(c, register(PAGE, PAGE));
    p.done(d, register(PAGE, PAGE));
    p.done(c, register(4 * PAGE, PAGE));
    p.done(d, map(PAGE, 0, SMALL));
    p.done(c, map(PAGE, 0, 2 * SMALL));
    release(0);
    assertEquals(1, p.regions().size());
    assertEquals(Set.of(d.id()), p.regions().getFirst().holders());
    assertEquals(1, p.live(0));
    p.charged(TABLE + 1);
  }

  @Test
  void release_byAnotherProcess_paysTheOneThatWasCharged() {
    TceProcess other = p.tce.openProcess();
    p.done(c, register(PAGE, PAGE));
    assertEquals(Outcome.Done.DONE, p.group(0).execute(other, new CloseGroup()));
    p.charged(TABLE);
    assertEquals(BigInteger.ZERO, p.state().charges().get(1).lockedVm());
  }

  @Test
  void orphan_canBeMappedAndIsInTheWay() {
    orphan();
    p.rejects(Errno.EINVAL, "REG-7", d, register(PAGE, 2 * PAGE));
    p.rejects(Errno.ENOENT, "UNR-3", d, unregister(PAGE, PAGE));
    p.done(d, map(PAGE, 8 * SMALL, SMALL));
    assertEquals(3, p.live(0));
    assertTrue(p.group(1).translate(new Iova(0)).isPresent());
  }

  @Test
  void orphan_goesWithItsLastTceThatIsCleared() {
    orphan();
    p.done(d, unmap(0, SMALL));
    p.charged(TABLE + 2);
    p.done(d, unmap(0, 1L << 20));
    assertEquals(1, p.regions().size());
    p.charged(TABLE + 1);
  }

  @Test
  void orphan_goesWithItsLastTceThatIsReplaced() {
    orphan();
    p.done(d, map(PAGE, 0, SMALL));
    assertEquals(2, p.live(0));
    p.done(d, map(9 * PAGE, 0, 8 * SMALL));
    assertEquals(1, p.regions().size());
    assertEquals(8, p.live(0));
    p.charged(TABLE + 1);
  }

  @Test
  void orphan_replacedByItself_stays() {
    orphan();
    p.done(d, unmap(0, SMALL));
    p.done(d, map(PAGE + SMALL, 4 * SMALL, SMALL));
    assertEquals(1, p.live(0));
  }

  @Test
  void orphan_goesWithEntriesThatAFailingMapClears() {
    orphan();
    p.done(d, unmap(4 * SMALL, SMALL));
    assertEquals(
        new Outcome.Rejected(Errno.EINVAL, "MAP-6"),
        d.execute(p.process, map(10 * PAGE - SMALL, 0, 2 * SMALL)));
    assertEquals(1, p.regions().size());
    p.charged(TABLE + 1);
  }

  @Test
  void orphan_goesWithItsWindow() {
    orphan();
    p.done(d, remove(0));
    assertEquals(1, p.regions().size());
    p.charged(1);
  }

  @Test
  void orphan_goesWithTheContainerThatMapsIt() {
    orphan();
    release(1);
    assertEquals(List.of(), p.regions());
    p.charged(0);
  }

  @Test
  void orphan_mappedByTwoContainers_goesWithTheSecond() {
    TceContainer e = p.withWindow(2);
    p.done(e, register(20 * PAGE, PAGE));
    p.done(c, register(PAGE, PAGE));
    p.done(d, register(9 * PAGE, PAGE));
    p.done(d, map(PAGE, 0, SMALL));
    p.done(e, map(PAGE, 0, SMALL));
    release(0);
    release(1);
    assertEquals(1, p.live(0));
    p.done(e, unmap(0, SMALL));
    assertEquals(1, p.regions().size());
    p.charged(TABLE + 1);
  }

  @Test
  void orphan_registeredAgain_hasAHolderAndIsNotCharged() {
    orphan();
    p.host.limits().set(new Memlock(0, false));
    p.done(d, register(PAGE, PAGE));
    assertEquals(Set.of(d.id()), p.regions().getFirst().holders());
    p.charged(TABLE + 2);
    p.done(d, unmap(0, 1L << 20));
    assertEquals(2, p.regions().size());
    p.done(d, unregister(PAGE, PAGE));
    p.charged(TABLE + 1);
  }

  @Test
  void orphan_gone_leavesFastCalls() {
    orphan();
    p.done(d, unmap(0, 1L << 20));
    p.done(d, map(9 * PAGE, 0, SMALL));
    p.done(d, unmap(0, SMALL));
    assertEquals(0, p.live(0));
    p.done(d, unregister(9 * PAGE, PAGE));
  }

  @Test
  void release_severalBlocks_keepsThoseThatAreMapped() {
    for (int i = 0; i < 300; i++) {
      p.done(c, register(2L * i * PAGE, PAGE));
    }
    p.done(d, register(1000 * PAGE, PAGE));
    p.done(d, map(4 * PAGE, 0, SMALL));
    p.done(d, map(400 * PAGE, SMALL, SMALL));
    release(0);
    assertEquals(
        List.of(4 * PAGE, 400 * PAGE, 1000 * PAGE),
        p.regions().stream().map(r -> r.ua().value()).toList());
    p.charged(TABLE + 3);
    assertEquals(3, p.host.memory().pins().size());
    p.done(d, unmap(0, 2 * SMALL));
    assertEquals(1, p.regions().size());
  }
}

package org.spaprtce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.spaprtce.TestMachine.BARE;
import static org.spaprtce.TestMachine.PAGE;
import static org.spaprtce.TestMachine.SMALL;
import static org.spaprtce.TestMachine.WINDOW;
import static org.spaprtce.TestMachine.map;
import static org.spaprtce.TestMachine.register;
import static org.spaprtce.TestMachine.run;
import static org.spaprtce.TestMachine.unmap;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spaprtce.Command.Disable;
import org.spaprtce.Command.Enable;
import org.spaprtce.Command.SetIommu;
import org.spaprtce.GroupCommand.CloseGroup;
import org.spaprtce.platform.ResourceLimits.Memlock;
import org.spaprtce.platform.SimulatedHostMemory.Range;

/** ENABLE and DISABLE, clause by clause, and what MAP_DMA and UNMAP_DMA do in version 1. */
class Version1Test {

  /** Pages of the whole default window. */
  private static final long ALL = WINDOW / PAGE;

  @RegisterExtension final StateInvariantExtension machines = new StateInvariantExtension();

  private final TestMachine p = machines.create();
  private final TceContainer c = p.container(0, SetIommu.VERSION_1);

  @Test
  void enable_first_chargesForTheWindowAndBinds() {
    p.done(c, new Enable());
    p.charged(ALL);
    assertEquals(ALL, p.state(c).locked());
    assertTrue(p.state(c).enabled());
    assertEquals(p.process.id(), p.state(c).process());
  }

  @Test
  void enable_twice_isRejected() {
    p.done(c, new Enable());
    p.host.limits().set(new Memlock(0, false));
    p.rejects(Errno.EBUSY, "VER-4", c, new Enable());
  }

  @Test
  void enable_withoutADefaultWindow_isRejected() {
    TceContainer bare = p.container(BARE, SetIommu.VERSION_1);
    p.rejects(Errno.EPERM, "VER-5", bare, new Enable());
  }

  @Test
  void enable_overTheLimit_isRejectedAndAtTheLimitDone() {
    p.host.limits().set(new Memlock(WINDOW - 1, false));
    p.rejects(Errno.ENOMEM, "VER-6", c, new Enable());
    assertNull(p.state(c).process());
    p.host.limits().set(new Memlock(WINDOW, false));
    p.done(c, new Enable());
  }

  @Test
  void disable_givesBackAndForbids() {
    p.done(c, new Enable());
    p.done(c, map(PAGE, 0, SMALL));
    p.done(c, new Disable());
    p.charged(0);
    assertFalse(p.state(c).enabled());
    assertEquals(p.process.id(), p.state(c).process());
    p.rejects(Errno.EPERM, "MAP-1", c, map(PAGE, 0, SMALL));
    p.rejects(Errno.EPERM, "UNM-1", c, unmap(0, SMALL));
    assertTrue(p.group(0).translate(new Iova(0)).isPresent());
    p.done(c, new Disable());
    p.done(c, new Enable());
    p.done(c, unmap(0, SMALL));
    assertTrue(p.host.memory().pins().isEmpty());
  }

  @Test
  void enableAndDisable_version2_areRejected() {
    TceContainer d = p.version2(1);
    p.rejects(Errno.ENOTTY, "SES-3", d, new Enable());
    p.rejects(Errno.ENOTTY, "SES-3", d, new Disable());
  }

  @Test
  void disable_notEnabled_isDoneAndDoesNotBind() {
    p.done(c, new Disable());
    assertNull(p.state(c).process());
  }

  @Test
  void map_pinsWithoutChargeAndMakesTheWindowForNothing() {
    p.done(c, new Enable());
    p.host.limits().set(new Memlock(WINDOW, false));
    p.done(c, map(3 * SMALL, SMALL, 2 * SMALL));
    p.charged(ALL);
    assertEquals(0, p.state().windows().getFirst().range().tablePages());
    assertEquals(List.of(run(c, SMALL, 3 * SMALL, 2 * SMALL)), p.mappings(c));
    assertEquals(
        Optional.of(p.entry(4 * SMALL + 7, DmaPermission.READ_WRITE)),
        p.group(0).translate(new Iova(2 * SMALL + 7)));
    assertEquals(1, p.host.memory().pins().size());
    assertEquals(List.of(), p.regions());
  }

  @Test
  void map_overTces_unpinsWhatIsGone() {
    p.done(c, new Enable());
    p.done(c, map(0, 0, 4 * SMALL));
    p.done(c, map(PAGE, SMALL, 2 * SMALL));
    assertEquals(2, p.host.memory().pins().size());
    p.done(c, map(2 * PAGE, 0, 4 * SMALL));
    assertEquals(1, p.host.memory().pins().size());
    p.done(c, unmap(SMALL, SMALL));
    assertEquals(1, p.host.memory().pins().size());
    p.done(c, unmap(0, WINDOW));
    assertTrue(p.host.memory().pins().isEmpty());
  }

  @Test
  void map_samePagesTwice_pinsTwice() {
    p.done(c, new Enable());
    p.done(c, map(0, 0, SMALL));
    p.done(c, map(0, SMALL, SMALL));
    assertEquals(List.of(2), List.copyOf(p.host.memory().pins().values()));
    p.done(c, unmap(0, SMALL));
    assertTrue(p.group(0).translate(new Iova(SMALL)).isPresent());
    assertEquals(List.of(1), List.copyOf(p.host.memory().pins().values()));
  }

  @Test
  void map_continuingMaps_areOneRunOfSeveralPins() {
    p.done(c, new Enable());
    p.done(c, map(0, 0, SMALL));
    p.done(c, map(SMALL, SMALL, SMALL));
    assertEquals(List.of(run(c, 0, 0, 2 * SMALL)), p.mappings(c));
    assertEquals(2, p.host.memory().pins().size());
  }

  @Test
  void map_unpinnableMemory_isRejectedAndClearsTheEntriesBeforeIt() {
    p.done(c, new Enable());
    p.done(c, map(0, 0, 4 * SMALL));
    p.host.memory().refuse(new Range(new UserAddress(PAGE + 2 * SMALL + 8), 1));
    assertEquals(
        new Outcome.Rejected(Errno.EFAULT, "MAP-12"),
        c.execute(p.process, map(PAGE, 0, 4 * SMALL)));
    assertEquals(List.of(run(c, 2 * SMALL, 2 * SMALL, 2 * SMALL)), p.mappings(c));
    p.rejects(Errno.EFAULT, "MAP-12", c, map(PAGE + 2 * SMALL, 2 * SMALL, SMALL));
  }

  @Test
  void map_pastTheTop_isRejected() {
    p.done(c, new Enable());
    p.done(c, unmap(0, 0));
    p.rejects(Errno.EFAULT, "MAP-12", c, map(-SMALL, 0, 2 * SMALL));
    p.done(c, map(-SMALL, 0, SMALL));
  }

  @Test
  void map_noRoomForTheTable_isRejectedAndUnpins() {
    p.done(c, new Enable());
    p.done(c, map(0, 0, 4 * SMALL));
    p.host.allocations().setRoom(SMALL);
    assertEquals(
        new Outcome.Rejected(Errno.ENOMEM, "MAP-13"),
        c.execute(p.process, map(PAGE, 0, 2 * SMALL)));
    assertEquals(List.of(run(c, SMALL, SMALL, 3 * SMALL)), p.mappings(c));
    p.host.memory().refuse(new Range(new UserAddress(PAGE), PAGE));
    p.rejects(Errno.EFAULT, "MAP-12", c, map(PAGE, 0, SMALL));
    p.rejects(Errno.ENOMEM, "MAP-13", c, map(PAGE - SMALL, 8 * SMALL, 2 * SMALL));
  }

  @Test
  void map_sizeZero_pinsNothing() {
    p.done(c, new Enable());
    p.done(c, map(9 * PAGE, 0, 0));
    assertEquals(0, p.host.memory().pinCalls().calls());
    assertEquals(1, p.state().windows().size());
  }

  @Test
  void map_refusedForItsArguments_pinsNothing() {
    p.done(c, new Enable());
    assertEquals(
        new Outcome.Rejected(Errno.EINVAL, "MAP-3"), c.execute(p.process, map(1, 0, SMALL)));
    assertEquals(0, p.host.memory().pinCalls().calls());
    assertEquals(1, p.state().windows().size());
  }

  @Test
  void map_windowRefusedByThePlatform_unpins() {
    p.done(c, new Enable());
    p.host.firmware().refuse(Errno.EIO);
    p.rejects(Errno.EIO, "WIN-5", c, map(0, 0, SMALL));
    p.rejects(Errno.EIO, "WIN-5", c, unmap(0, SMALL));
  }

  @Test
  void map_besideBlocksOfVersion2_countsNoTceOfThem() {
    TceContainer d = p.withWindow(1);
    p.done(d, register(PAGE, PAGE));
    p.done(c, new Enable());
    p.done(c, map(PAGE, 0, SMALL));
    assertEquals(0, p.live(0));
    p.done(d, map(PAGE, 0, SMALL));
    p.done(c, unmap(0, SMALL));
    assertEquals(1, p.live(0));
    assertEquals(1, p.host.memory().pins().size());
  }

  @Test
  void release_unpinsAndGivesBackWhatEnableCharged() {
    p.done(c, new Enable());
    p.done(c, map(0, 0, 4 * SMALL));
    p.done(c, map(PAGE, SMALL, 2 * SMALL));
    p.done(p.group(0), new CloseGroup());
    p.charged(0);
    assertTrue(p.host.memory().pins().isEmpty());
    assertEquals(0, p.state(c).type());
  }
}

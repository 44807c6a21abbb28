package org.spaprtce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.spaprtce.TestMachine.PAGE;
import static org.spaprtce.TestMachine.SMALL;
import static org.spaprtce.TestMachine.TABLE;
import static org.spaprtce.TestMachine.WINDOW;
import static org.spaprtce.TestMachine.map;
import static org.spaprtce.TestMachine.register;
import static org.spaprtce.TestMachine.run;
import static org.spaprtce.TestMachine.unmap;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spaprtce.Command.Header;
import org.spaprtce.Command.MapDma;
import org.spaprtce.platform.ResourceLimits.Memlock;

/** The default window that MAP_DMA and UNMAP_DMA make when they first need it. */
class DefaultWindowTest {

  @RegisterExtension final StateInvariantExtension machines = new StateInvariantExtension();

  private final TestMachine p = machines.create();
  private final TceContainer c = p.version2(0);

  @BeforeEach
  void enable() {
    p.done(c, register(PAGE, PAGE));
    assertTrue(p.state(c).pending());
    p.charged(1);
  }

  private void made() {
    assertFalse(p.state(c).pending());
    var range = new DmaWindow(new Iova(0), WINDOW, SMALL, TABLE);
    assertEquals(
        List.of(range), p.state().windows().stream().map(MachineState.Window::range).toList());
    p.charged(TABLE + 1);
  }

  @Test
  void map_makesItAndMaps() {
    p.done(c, map(PAGE, SMALL, SMALL));
    made();
    assertEquals(List.of(run(c, SMALL, PAGE, SMALL)), p.mappings(c));
    assertTrue(p.group(0).translate(new Iova(SMALL)).isPresent());
  }

  @Test
  void map_sizeZero_makesIt() {
    p.done(c, map(PAGE, SMALL, 0));
    made();
  }

  @Test
  void map_refusedForItsArguments_makesIt() {
    assertEquals(
        new Outcome.Rejected(Errno.ENXIO, "MAP-2"), c.execute(p.process, map(PAGE, WINDOW, SMALL)));
    made();
  }

  @Test
  void map_notRegistered_makesIt() {
    assertEquals(
        new Outcome.Rejected(Errno.EINVAL, "MAP-6"), c.execute(p.process, map(9 * PAGE, 0, SMALL)));
    made();
  }

  @Test
  void map_badHeader_doesNotMakeIt() {
    var unreadable =
        new MapDma(new Header(false, 32, 3), new UserAddress(PAGE), new Iova(0), SMALL);
    p.rejects(Errno.EFAULT, "ABI-1", c, unreadable);
  }

  @Test
  void unmap_makesIt() {
    p.done(c, unmap(0, SMALL));
    made();
  }

  @Test
  void unmap_refusedForItsArguments_makesIt() {
    assertEquals(new Outcome.Rejected(Errno.EINVAL, "UNM-3"), c.execute(p.process, unmap(0, 1)));
    made();
  }

  @Test
  void mapAndUnmap_overTheLimit_areRejectedAndAtTheLimitDone() {
    p.host.limits().set(new Memlock((TABLE + 1) * PAGE - 1, false));
    p.rejects(Errno.ENOMEM, "WIN-2", c, map(PAGE, 0, SMALL));
    p.rejects(Errno.ENOMEM, "WIN-2", c, unmap(0, SMALL));
    p.host.limits().set(new Memlock((TABLE + 1) * PAGE, false));
    p.done(c, map(PAGE, 0, SMALL));
    p.host.limits().set(new Memlock(0, false));
    p.done(c, unmap(0, SMALL));
  }

  @Test
  void mapAndUnmap_noMemoryForTheTable_areRejected() {
    p.host.allocations().setContiguous((1L << 22) - 1);
    p.rejects(Errno.ENOMEM, "WIN-4", c, map(PAGE, 0, SMALL));
    p.rejects(Errno.ENOMEM, "WIN-4", c, unmap(0, SMALL));
    p.host.allocations().setContiguous(1L << 22);
    p.done(c, unmap(0, SMALL));
  }

  @Test
  void mapAndUnmap_refusedByThePlatform_areRejectedAsItSays() {
    p.host.firmware().refuse(Errno.ENODEV);
    p.rejects(Errno.ENODEV, "WIN-5", c, map(PAGE, 0, SMALL));
    p.rejects(Errno.ENODEV, "WIN-5", c, unmap(WINDOW, SMALL));
    p.host.firmware().refuseNothing();
    p.done(c, map(PAGE, 0, SMALL));
    p.host.firmware().refuse(Errno.ENODEV);
    p.done(c, unmap(0, SMALL));
  }

  @Test
  void map_ofAGroupThatCameLater_isOfThatGroupsWindow() {
    p.join(3, c);
    p.done(c, map(PAGE, 0, SMALL));
    assertTrue(p.group(0).translate(new Iova(0)).isPresent());
    assertTrue(p.group(3).translate(new Iova(0)).isPresent());
  }
}

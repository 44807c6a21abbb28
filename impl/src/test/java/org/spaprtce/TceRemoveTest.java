package org.spaprtce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.spaprtce.TestMachine.PAGE;
import static org.spaprtce.TestMachine.SECOND;
import static org.spaprtce.TestMachine.SMALL;
import static org.spaprtce.TestMachine.TABLE;
import static org.spaprtce.TestMachine.map;
import static org.spaprtce.TestMachine.register;
import static org.spaprtce.TestMachine.remove;
import static org.spaprtce.TestMachine.unregister;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spaprtce.Command.Header;
import org.spaprtce.Command.SetIommu;
import org.spaprtce.Command.TceCreate;
import org.spaprtce.Command.TceRemove;
import org.spaprtce.platform.ResourceLimits.Memlock;

/** TCE_REMOVE, clause by clause. */
class TceRemoveTest {

  @RegisterExtension final StateInvariantExtension machines = new StateInvariantExtension();

  private final TestMachine p = machines.create();
  private final TceContainer c = p.withWindow(0);

  private static TceRemove withHeader(boolean readable, int argsz, int flags) {
    return new TceRemove(new Header(readable, argsz, flags), new Iova(0));
  }

  @Test
  void remove_mappedWindow_takesItsTcesAndItsCharge() {
    p.done(c, register(PAGE, PAGE));
    p.done(c, map(PAGE, 0, 2 * SMALL));
    p.rejects(Errno.EBUSY, "UNR-4", c, unregister(PAGE, PAGE));
    p.done(c, remove(0));
    assertEquals(List.of(), p.state().windows());
    assertEquals(List.of(), p.mappings(c));
    assertEquals(Optional.empty(), p.group(0).translate(new Iova(0)));
    p.charged(1);
    p.rejects(Errno.ENXIO, "MAP-2", c, map(PAGE, 0, SMALL));
    p.done(c, unregister(PAGE, PAGE));
  }

  @Test
  void remove_oneOfTwo_leavesTheOther() {
    assertEquals(
        new Outcome.WindowCreated(new Iova(SECOND)),
        c.execute(p.process, new TceCreate(12, 1L << 31, 1)));
    p.done(c, register(PAGE, PAGE));
    p.done(c, map(PAGE, 0, 2 * SMALL));
    p.done(c, map(PAGE, SECOND, SMALL));
    p.done(c, remove(SECOND));
    assertEquals(2, p.live(0));
    p.charged(TABLE + 1);
    assertTrue(p.group(0).translate(new Iova(SMALL)).isPresent());
    assertEquals(Optional.empty(), p.group(0).translate(new Iova(SECOND)));
  }

  @Test
  void remove_anotherAddress_isRejected() {
    p.rejects(Errno.EINVAL, "WIN-15", c, remove(SMALL));
    p.rejects(Errno.EINVAL, "WIN-15", c, remove(SECOND));
    p.done(c, remove(0));
    p.rejects(Errno.EINVAL, "WIN-15", c, remove(0));
  }

  @Test
  void remove_theOwedWindow_renouncesItAndBinds() {
    TceContainer d = p.version2(1);
    p.host.limits().set(new Memlock(0, false));
    p.rejects(Errno.EINVAL, "WIN-15", d, remove(SECOND));
    assertNull(p.state(d).process());
    p.done(d, remove(0));
    assertFalse(p.state(d).pending());
    assertEquals(p.process.id(), p.state(d).process());
    assertEquals(1, p.state().windows().size());
    p.charged(TABLE);
    p.rejects(Errno.EINVAL, "WIN-15", d, remove(0));
  }

  @Test
  void remove_badHeader_isRejectedInOrder() {
    p.rejects(Errno.EFAULT, "ABI-1", c, withHeader(false, 0, -1));
    p.rejects(Errno.EINVAL, "ABI-2", c, withHeader(true, 15, -1));
    p.rejects(Errno.EINVAL, "ABI-3", c, withHeader(true, 16, 1));
    p.done(c, withHeader(true, -1, 0));
  }

  @Test
  void remove_version1_isRejected() {
    TceContainer old = p.container(1, SetIommu.VERSION_1);
    p.rejects(Errno.ENOTTY, "SES-3", old, withHeader(false, 0, -1));
  }

  @Test
  void remove_thenCreate_startsWithoutTces() {
    p.done(c, register(PAGE, PAGE));
    p.done(c, map(PAGE, 0, PAGE));
    p.done(c, remove(0));
    assertEquals(
        new Outcome.WindowCreated(new Iova(0)),
        c.execute(p.process, new TceCreate(16, 1L << 31, 1)));
    assertEquals(Optional.empty(), p.group(0).translate(new Iova(0)));
    p.done(c, map(PAGE, 0, PAGE));
    assertEquals(1, p.live(0));
  }
}

package org.spaprtce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.spaprtce.TestMachine.PAGE;
import static org.spaprtce.TestMachine.SECOND;
import static org.spaprtce.TestMachine.TABLE;
import static org.spaprtce.TestMachine.WINDOW;
import static org.spaprtce.TestMachine.remove;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spaprtce.Command.Header;
import org.spaprtce.Command.SetIommu;
import org.spaprtce.Command.TceCreate;
import org.spaprtce.MachineState.Window;
import org.spaprtce.Outcome.WindowCreated;
import org.spaprtce.platform.ResourceLimits.Memlock;

/** TCE_CREATE, clause by clause. */
class TceCreateTest {

  @RegisterExtension final StateInvariantExtension machines = new StateInvariantExtension();

  private final TestMachine p = machines.create();
  private final TceContainer c = p.version2(0);

  private static TceCreate withHeader(boolean readable, int argsz, int flags) {
    return new TceCreate(new Header(readable, argsz, flags), 12, 1L << 30, 1);
  }

  private void creates(long start, TceContainer container, TceCreate command) {
    assertEquals(new WindowCreated(new Iova(start)), container.execute(p.process, command));
  }

  /** Expects a rejection that leaves the default window made, and nothing else. */
  private void rejectsButOpens(Errno errno, String clause, TceCreate command) {
    assertEquals(new Outcome.Rejected(errno, clause), c.execute(p.process, command));
    assertEquals(1, p.state().windows().size());
    p.charged(TABLE);
    assertEquals(p.process.id(), p.state(c).process());
    assertFalse(p.state(c).pending());
  }

  @Test
  void create_first_makesTheOwedWindowAndTheSecondAndBinds() {
    creates(SECOND, c, new TceCreate(16, 1L << 40, 2));

    var first = new DmaWindow(new Iova(0), WINDOW, 1 << 12, TABLE);
    // 2^24 entries in two levels: 2^12 entries are less than a page, so 2^13 each.
    long table = 2 * ((1L << 27) + PAGE) / PAGE;
    var second = new DmaWindow(new Iova(SECOND), 1L << 40, 1 << 16, table);
    Set<GroupId> groups = Set.of(new GroupId(0));
    assertEquals(
        List.of(new Window(c.id(), first, groups), new Window(c.id(), second, groups)),
        p.state().windows());
    p.charged(TABLE + table);
    assertEquals(p.process.id(), p.state(c).process());
    assertFalse(p.state(c).enabled());
  }

  @Test
  void create_thirdWindow_isRejected() {
    creates(SECOND, c, new TceCreate(16, 1L << 40, 2));
    p.rejects(Errno.ENOSPC, "WIN-6", c, new TceCreate(0, 0, 0));
    p.done(c, remove(0));
    creates(0, c, new TceCreate(21, 1L << 54, 1));
    p.rejects(Errno.ENOSPC, "WIN-6", c, new TceCreate(12, 1L << 30, 1));
  }

  @Test
  void create_afterRenouncing_usesTheFirstStart() {
    p.done(c, remove(0));
    creates(0, c, new TceCreate(30, 1L << 30, 1));
    creates(SECOND, c, new TceCreate(12, 1L << 12, 3));
  }

  @Test
  void create_badHeader_isRejectedInOrder() {
    p.rejects(Errno.EFAULT, "ABI-1", c, withHeader(false, 0, -1));
    p.rejects(Errno.EINVAL, "ABI-2", c, withHeader(true, 39, -1));
    p.rejects(Errno.EINVAL, "ABI-3", c, withHeader(true, 40, 1));
    assertNull(p.state(c).process());
    creates(SECOND, c, withHeader(true, -1, 0));
  }

  @Test
  void create_unknownPage_isRejected() {
    rejectsButOpens(Errno.EINVAL, "WIN-7", new TceCreate(13, 0, 0));
    p.rejects(Errno.EINVAL, "WIN-7", c, new TceCreate(-1, 1L << 30, 1));
    p.rejects(Errno.EINVAL, "WIN-7", c, new TceCreate(24, 1L << 30, 1));
  }

  @Test
  void create_badSize_isRejected() {
    rejectsButOpens(Errno.EINVAL, "WIN-8", new TceCreate(16, 0, 0));
    p.rejects(Errno.EINVAL, "WIN-8", c, new TceCreate(16, 3L << 16, 1));
    p.rejects(Errno.EINVAL, "WIN-8", c, new TceCreate(16, 1L << 15, 1));
    p.rejects(Errno.EINVAL, "WIN-8", c, new TceCreate(16, -1L << 62, 1));
    creates(SECOND, c, new TceCreate(16, 1L << 16, 1));
  }

  @Test
  void create_badLevels_isRejected() {
    rejectsButOpens(Errno.EINVAL, "WIN-9", new TceCreate(16, 1L << 30, 0));
    p.rejects(Errno.EINVAL, "WIN-9", c, new TceCreate(16, 1L << 30, 6));
    p.rejects(Errno.EINVAL, "WIN-11", c, new TceCreate(16, 1L << 30, 5));
    p.rejects(Errno.EINVAL, "WIN-9", c, new TceCreate(16, 1L << 30, -1));
    creates(SECOND, c, new TceCreate(12, 1L << 26, 3));
  }

  @Test
  void create_overTheLimit_isRejectedAndAtTheLimitDone() {
    p.host.limits().set(new Memlock((TABLE + 1) * PAGE, false));
    rejectsButOpens(Errno.ENOMEM, "WIN-10", new TceCreate(16, 1L << 16, 1));
    p.host.limits().set(new Memlock((TABLE + 2) * PAGE, false));
    creates(SECOND, c, new TceCreate(16, 1L << 16, 1));
    p.charged(TABLE + 2);
  }

  @Test
  void create_limitOfBothTables_countsTheOwedOne() {
    p.host.limits().set(new Memlock((TABLE + 1) * PAGE, false));
    TceContainer d = p.version2(1);
    assertEquals(
        new Outcome.Rejected(Errno.ENOMEM, "WIN-10"),
        d.execute(p.process, new TceCreate(16, 1L << 16, 1)));
    p.charged(TABLE);
  }

  @Test
  void create_tooManyAddressBits_isRejectedAfterTheLimit() {
    rejectsButOpens(Errno.EINVAL, "WIN-11", new TceCreate(12, 1L << 30, 4));
    p.rejects(Errno.EINVAL, "WIN-11", c, new TceCreate(12, 1L << 55, 1));
    p.rejects(Errno.EINVAL, "WIN-11", c, new TceCreate(12, 1L << 63, 1));
    p.host.limits().set(new Memlock(TABLE * PAGE, false));
    p.rejects(Errno.ENOMEM, "WIN-10", c, new TceCreate(12, 1L << 30, 4));
    p.host.limits().set(new Memlock(-1, false));
    creates(SECOND, c, new TceCreate(12, 1L << 54, 1));
  }

  @Test
  void create_noMemoryForALevel_isRejected() {
    p.host.allocations().setContiguous(1L << 22);
    rejectsButOpens(Errno.ENOMEM, "WIN-12", new TceCreate(12, 1L << 32, 1));
    creates(SECOND, c, new TceCreate(12, 1L << 32, 2));
  }

  @Test
  void create_refusedByThePlatform_isRejectedAsThePlatformSays() {
    p.host.firmware().refuse(Errno.EBUSY);
    p.rejects(Errno.EBUSY, "WIN-5", c, new TceCreate(12, 1L << 30, 1));
    p.rejects(Errno.EBUSY, "WIN-5", c, new TceCreate(0, 0, 0));
    p.host.firmware().refuseNothing();
    creates(SECOND, c, new TceCreate(12, 1L << 30, 1));
    p.done(c, remove(0));
    p.host.firmware().refuse(Errno.ENOSPC);
    p.rejects(Errno.ENOSPC, "WIN-5", c, new TceCreate(12, 1L << 30, 1));
    p.rejects(Errno.EINVAL, "WIN-7", c, new TceCreate(0, 0, 0));
  }

  @Test
  void create_owedWindowCannotBeMade_isRejectedForIt() {
    p.host.limits().set(new Memlock(TABLE * PAGE - 1, false));
    p.rejects(Errno.ENOMEM, "WIN-2", c, new TceCreate(0, 0, 0));
    p.host.limits().set(new Memlock(-1, false));
    p.host.allocations().setContiguous((1L << 22) - 1);
    p.rejects(Errno.ENOMEM, "WIN-4", c, new TceCreate(0, 0, 0));
  }

  @Test
  void create_twoGroups_programsBothAndCountsTheLastOne() {
    p.join(1, c);
    creates(SECOND, c, new TceCreate(16, 1L << 30, 1));
    assertEquals(Set.of(new GroupId(0), new GroupId(1)), p.state().windows().getLast().groups());
    assertEquals(
        p.host.firmware().programmed().get(new GroupId(0)),
        p.host.firmware().programmed().get(new GroupId(1)));
  }

  @Test
  void create_version1_isRejected() {
    TceContainer old = p.container(1, SetIommu.VERSION_1);
    p.rejects(Errno.ENOTTY, "SES-3", old, withHeader(false, 0, -1));
  }

  @Test
  void create_byAnotherProcess_isRejectedOnceBound() {
    TceProcess other = p.tce.openProcess();
    creates(SECOND, c, new TceCreate(16, 1L << 30, 1));
    p.rejects(Errno.EPERM, "SES-2", other, c, withHeader(false, 0, -1));
  }
}

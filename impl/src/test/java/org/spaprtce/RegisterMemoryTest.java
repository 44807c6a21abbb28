package org.spaprtce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.spaprtce.TestMachine.PAGE;
import static org.spaprtce.TestMachine.TABLE;
import static org.spaprtce.TestMachine.register;
import static org.spaprtce.TestMachine.unregister;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spaprtce.Command.Header;
import org.spaprtce.Command.RegisterMemory;
import org.spaprtce.Command.SetIommu;
import org.spaprtce.platform.PhysicalRun;
import org.spaprtce.platform.ResourceLimits.Memlock;
import org.spaprtce.platform.SimulatedHostMemory.OwnedRange;
import org.spaprtce.platform.SimulatedHostMemory.Range;

/** REGISTER_MEMORY, clause by clause. */
class RegisterMemoryTest {

  @RegisterExtension final StateInvariantExtension machines = new StateInvariantExtension();

  private final TestMachine p = machines.create();
  private final TceContainer c = p.withWindow(0);
  private final TceContainer d = p.withWindow(1);

  private static RegisterMemory withHeader(boolean readable, int argsz, int flags, long size) {
    return new RegisterMemory(new Header(readable, argsz, flags), new UserAddress(PAGE), size);
  }

  @Test
  void register_newBlock_pinsChargesBindsAndEnables() {
    p.host.memory().setBacking(1 << 24);
    p.done(c, register(4 * PAGE, 3 * PAGE));

    p.charged(2 * TABLE + 3);
    var start = new UserAddress(4 * PAGE);
    var frames =
        List.of(new PhysicalRun(p.host.memory().physical(p.process.id(), start), 3 * PAGE));
    assertEquals(
        List.of(
            new MachineState.Region(
                p.process.id(), start, 3 * PAGE, 1 << 24, frames, Set.of(c.id()), 0)),
        p.regions());
    assertTrue(p.state(c).enabled());
    assertFalse(p.state(d).enabled());
    assertEquals(
        Map.of(new OwnedRange(p.process.id(), new Range(start, 3 * PAGE)), 1),
        p.host.memory().pins());
  }

  @Test
  void register_unreadable_isRejectedBeforeAllElse() {
    p.rejects(Errno.EFAULT, "ABI-1", c, withHeader(false, 0, -1, 1));
  }

  @Test
  void register_argszTooSmall_isRejectedBeforeFlags() {
    p.rejects(Errno.EINVAL, "ABI-2", c, withHeader(true, 23, 1, 1));
  }

  @Test
  void register_argszAboveTheSignedRange_isAccepted() {
    p.done(c, withHeader(true, -1, 0, PAGE));
  }

  @Test
  void register_anyFlag_isRejectedBeforeTheBlock() {
    p.rejects(Errno.EINVAL, "ABI-3", c, withHeader(true, 24, Integer.MIN_VALUE, 1));
  }

  @Test
  void register_misaligned_isRejected() {
    p.rejects(Errno.EINVAL, "REG-1", c, register(PAGE + 1, PAGE));
    p.rejects(Errno.EINVAL, "REG-1", c, register(PAGE, PAGE / 2));
  }

  @Test
  void register_sizeZero_isRejected() {
    p.rejects(Errno.EINVAL, "REG-2", c, register(PAGE, 0));
  }

  @Test
  void register_endingAtOrPastTheTop_isRejected() {
    p.rejects(Errno.EINVAL, "REG-3", c, register(-PAGE, PAGE));
    p.rejects(Errno.EINVAL, "REG-3", c, register(-PAGE, 2 * PAGE));
    p.rejects(Errno.EINVAL, "REG-3", c, register(-PAGE, -PAGE));
    p.done(c, register(-2 * PAGE, PAGE));
  }

  @Test
  void register_allButThePageAtTheTop_isDone() {
    p.host.limits().set(new Memlock(0, true));
    p.done(c, register(0, -PAGE));
    assertEquals(
        BigInteger.valueOf(2 * TABLE).add(BigInteger.TWO.pow(48)).subtract(BigInteger.ONE),
        p.lockedVm());
  }

  @Test
  void register_twice_isBusy() {
    p.done(c, register(PAGE, PAGE));
    p.host.limits().set(new Memlock(0, false));
    p.rejects(Errno.EBUSY, "REG-4", c, register(PAGE, PAGE));
  }

  @Test
  void register_blockOfAnotherContainer_isSharedWithoutChargeOrPin() {
    p.done(c, register(PAGE, PAGE));
    BigInteger charged = p.lockedVm();
    p.host.limits().set(new Memlock(0, false));
    p.host.memory().refuse(new Range(new UserAddress(PAGE), PAGE));

    p.done(d, register(PAGE, PAGE));

    assertEquals(charged, p.lockedVm());
    assertEquals(Set.of(c.id(), d.id()), p.regions().getFirst().holders());
    assertTrue(p.state(d).enabled());
    p.done(c, unregister(PAGE, PAGE));
    assertEquals(Set.of(d.id()), p.regions().getFirst().holders());
  }

  @Test
  void register_overTheLimit_isRejectedAndAtTheLimitDone() {
    p.host.limits().set(new Memlock((2 * TABLE + 2) * PAGE + (PAGE - 1), false));
    p.rejects(Errno.ENOMEM, "REG-5", c, register(PAGE, 3 * PAGE));
    p.done(c, register(PAGE, 2 * PAGE));
    p.rejects(Errno.ENOMEM, "REG-5", c, register(4 * PAGE, PAGE));
  }

  @Test
  void register_withCapIpcLock_hasNoLimit() {
    p.host.limits().set(new Memlock(0, true));
    p.process.setLockedElsewhere(-1);
    p.done(c, register(PAGE, 3 * PAGE));
    assertEquals(BigInteger.TWO.pow(64).add(BigInteger.valueOf(2 * TABLE + 2)), p.lockedVm());
  }

  @Test
  void register_sumPastAWord_isOverTheLimit() {
    p.process.setLockedElsewhere(-1);
    p.rejects(Errno.ENOMEM, "REG-5", c, register(PAGE, PAGE));
    p.process.setLockedElsewhere(-2 * TABLE);
    p.rejects(Errno.ENOMEM, "REG-5", c, register(PAGE, PAGE));
    p.process.setLockedElsewhere(0);
    p.done(c, register(PAGE, PAGE));
  }

  @Test
  void register_unpinnable_isRejected() {
    p.host.memory().refuse(new Range(new UserAddress(3 * PAGE), 1));
    p.rejects(Errno.EFAULT, "REG-6", c, register(2 * PAGE, 2 * PAGE));
    p.done(c, register(2 * PAGE, PAGE));
  }

  @Test
  void register_withoutMemoryForItsRecords_isRejected() {
    p.host.allocations().setRecords(3 * 8);
    p.rejects(Errno.ENOMEM, "REG-11", c, register(PAGE, 4 * PAGE));
    p.done(c, register(PAGE, 3 * PAGE));
    p.host.allocations().setRecords(0);
    p.done(d, register(PAGE, 3 * PAGE));
  }

  @Test
  void register_severalObstacles_isRejectedByLimitThenOverlapThenRecordsThenPinning() {
    p.done(c, register(4 * PAGE, PAGE));
    p.host.limits().set(new Memlock(0, false));
    p.host.allocations().setRecords(0);
    p.host.memory().refuse(new Range(new UserAddress(0), 64 * PAGE));
    p.rejects(Errno.ENOMEM, "REG-5", c, register(4 * PAGE, 2 * PAGE));
    p.host.limits().set(new Memlock(-1, false));
    p.rejects(Errno.EINVAL, "REG-7", c, register(4 * PAGE, 2 * PAGE));
    p.rejects(Errno.ENOMEM, "REG-11", c, register(8 * PAGE, 2 * PAGE));
    p.host.allocations().setRecords(-1);
    p.rejects(Errno.EFAULT, "REG-6", c, register(8 * PAGE, 2 * PAGE));
  }

  @Test
  void register_first_bindsTheContainer() {
    TceContainer fresh = p.version2(2);
    assertNull(p.state(fresh).process());
    p.rejects(Errno.EINVAL, "REG-2", fresh, register(PAGE, 0));
    p.done(fresh, register(PAGE, PAGE));
    assertEquals(p.process.id(), p.state(fresh).process());
    assertTrue(p.state(fresh).pending());
  }

  @Test
  void register_byTwoProcesses_isTwoBlocks() {
    TceProcess other = p.tce.openProcess();
    TceContainer theirs = p.version2(2);
    p.done(c, register(PAGE, PAGE));
    assertEquals(Outcome.Done.DONE, theirs.execute(other, register(PAGE, 2 * PAGE)));
    assertEquals(2, p.regions().size());
    p.charged(2 * TABLE + 1);
    assertEquals(BigInteger.TWO, p.state().charges().get(1).lockedVm());
    p.rejects(Errno.EPERM, "SES-2", theirs, register(9 * PAGE, PAGE));
  }

  @Test
  void register_version1_isRejected() {
    TceContainer old = p.container(2, SetIommu.VERSION_1);
    p.rejects(Errno.ENOTTY, "SES-3", old, withHeader(false, 0, -1, 1));
  }

  @Test
  void register_overlapping_isRejectedAndAdjacentDone() {
    p.done(c, register(4 * PAGE, 4 * PAGE));
    p.rejects(Errno.EINVAL, "REG-7", c, register(4 * PAGE, 2 * PAGE));
    p.rejects(Errno.EINVAL, "REG-7", d, register(3 * PAGE, 6 * PAGE));
    p.rejects(Errno.EINVAL, "REG-7", d, register(5 * PAGE, PAGE));
    p.rejects(Errno.EINVAL, "REG-7", d, register(3 * PAGE, 2 * PAGE));
    p.rejects(Errno.EINVAL, "REG-7", d, register(7 * PAGE, 2 * PAGE));
    p.done(d, register(3 * PAGE, PAGE));
    p.done(d, register(8 * PAGE, PAGE));
  }
}

package org.spaprtce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.spaprtce.TestProcess.PAGE;
import static org.spaprtce.TestProcess.done;
import static org.spaprtce.TestProcess.register;
import static org.spaprtce.TestProcess.unregister;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spaprtce.Command.Header;
import org.spaprtce.Command.RegisterMemory;
import org.spaprtce.platform.ResourceLimits.Memlock;
import org.spaprtce.platform.SimulatedHostMemory.Range;

/** REGISTER_MEMORY, clause by clause. */
class RegisterMemoryTest {

  @RegisterExtension final StateInvariantExtension processes = new StateInvariantExtension();

  private final TestProcess p = processes.create();
  private final TceContainer c = p.open();
  private final TceContainer d = p.open();

  private static RegisterMemory withHeader(boolean readable, int argsz, int flags, long size) {
    return new RegisterMemory(new Header(readable, argsz, flags), new UserAddress(PAGE), size);
  }

  @Test
  void register_newBlock_pinsChargesBindsAndEnables() {
    p.memory.setBacking(1 << 24);
    done(c, register(4 * PAGE, 3 * PAGE));

    ProcessState state = p.state();
    assertEquals(BigInteger.valueOf(64 + 64 + 3), state.lockedVm());
    assertEquals(
        List.of(
            new ProcessState.Block(
                new UserAddress(4 * PAGE), 3 * PAGE, 1 << 24, Set.of(c.id()), 0)),
        state.blocks());
    assertTrue(state.containers().get(0).enabled());
    assertFalse(state.containers().get(1).enabled());
    assertEquals(Map.of(new Range(new UserAddress(4 * PAGE), 3 * PAGE), 1), p.memory.pins());
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
    done(c, withHeader(true, -1, 0, PAGE));
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
    done(c, register(-2 * PAGE, PAGE));
  }

  @Test
  void register_allButThePageAtTheTop_isDone() {
    p.limits.set(new Memlock(0, true));
    done(c, register(0, -PAGE));
    assertEquals(
        BigInteger.valueOf(128).add(BigInteger.TWO.pow(48)).subtract(BigInteger.ONE),
        p.state().lockedVm());
  }

  @Test
  void register_twice_isBusy() {
    done(c, register(PAGE, PAGE));
    p.limits.set(new Memlock(0, false));
    p.rejects(Errno.EBUSY, "REG-4", c, register(PAGE, PAGE));
  }

  @Test
  void register_blockOfAnotherContainer_isSharedWithoutChargeOrPin() {
    done(c, register(PAGE, PAGE));
    BigInteger charged = p.state().lockedVm();
    p.limits.set(new Memlock(0, false));
    p.memory.refuse(new Range(new UserAddress(PAGE), PAGE));

    done(d, register(PAGE, PAGE));

    assertEquals(charged, p.state().lockedVm());
    assertEquals(Set.of(c.id(), d.id()), p.state().blocks().getFirst().holders());
    assertTrue(p.state().containers().get(1).enabled());
    done(c, unregister(PAGE, PAGE));
    assertEquals(Set.of(d.id()), p.state().blocks().getFirst().holders());
  }

  @Test
  void register_overTheLimit_isRejectedAndAtTheLimitDone() {
    p.limits.set(new Memlock((128 + 2) * PAGE + (PAGE - 1), false));
    p.rejects(Errno.ENOMEM, "REG-5", c, register(PAGE, 3 * PAGE));
    done(c, register(PAGE, 2 * PAGE));
    p.rejects(Errno.ENOMEM, "REG-5", c, register(4 * PAGE, PAGE));
  }

  @Test
  void register_withCapIpcLock_hasNoLimit() {
    p.limits.set(new Memlock(0, true));
    p.process.setLockedElsewhere(-1);
    done(c, register(PAGE, 3 * PAGE));
    assertEquals(BigInteger.TWO.pow(64).add(BigInteger.valueOf(130)), p.state().lockedVm());
  }

  @Test
  void register_sumPastAWord_isOverTheLimit() {
    p.process.setLockedElsewhere(-1);
    p.rejects(Errno.ENOMEM, "REG-5", c, register(PAGE, PAGE));
    p.process.setLockedElsewhere(-128);
    p.rejects(Errno.ENOMEM, "REG-5", c, register(PAGE, PAGE));
    p.process.setLockedElsewhere(0);
    done(c, register(PAGE, PAGE));
  }

  @Test
  void register_unpinnable_isRejected() {
    p.memory.refuse(new Range(new UserAddress(3 * PAGE), 1));
    p.rejects(Errno.EFAULT, "REG-6", c, register(2 * PAGE, 2 * PAGE));
    done(c, register(2 * PAGE, PAGE));
  }

  @Test
  void register_overlapping_isRejectedAndAdjacentDone() {
    done(c, register(4 * PAGE, 4 * PAGE));
    p.rejects(Errno.EINVAL, "REG-7", c, register(4 * PAGE, 2 * PAGE));
    p.rejects(Errno.EINVAL, "REG-7", d, register(3 * PAGE, 6 * PAGE));
    p.rejects(Errno.EINVAL, "REG-7", d, register(5 * PAGE, PAGE));
    p.rejects(Errno.EINVAL, "REG-7", d, register(3 * PAGE, 2 * PAGE));
    p.rejects(Errno.EINVAL, "REG-7", d, register(7 * PAGE, 2 * PAGE));
    done(d, register(3 * PAGE, PAGE));
    done(d, register(8 * PAGE, PAGE));
  }
}

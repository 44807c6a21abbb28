package org.spaprtce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.spaprtce.TestMachine.PAGE;
import static org.spaprtce.TestMachine.SMALL;
import static org.spaprtce.TestMachine.TABLE;
import static org.spaprtce.TestMachine.map;
import static org.spaprtce.TestMachine.register;
import static org.spaprtce.TestMachine.unmap;
import static org.spaprtce.TestMachine.unregister;

import java.util.List;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spaprtce.GroupCommand.CloseGroup;
import org.spaprtce.platform.HostMemory;
import org.spaprtce.platform.PinnedBlock;
import org.spaprtce.platform.ResourceLimits.Memlock;
import org.spaprtce.platform.SimulatedHostMemory.Range;

/**
 * What other commands do while REGISTER_MEMORY pins: they run inside the port, so none may wait.
 */
class RegisterMemoryInterleavingTest {

  @RegisterExtension final StateInvariantExtension machines = new StateInvariantExtension();

  private final InterruptedMemory interrupted = new InterruptedMemory();
  private final TestMachine p = machines.create(interrupted::port);
  private final TceContainer c = p.withWindow(0);
  private final TceContainer d = p.withWindow(1);

  @Test
  void register_sameBlockByAnotherContainer_shares() {
    interrupted.next(() -> p.done(d, register(PAGE, PAGE)));
    p.done(c, register(PAGE, PAGE));
    assertEquals(Set.of(c.id(), d.id()), p.regions().getFirst().holders());
    p.charged(2 * TABLE + 1);
  }

  @Test
  void register_sameBlockByTheSameContainer_isBusyForOne() {
    interrupted.next(() -> p.done(c, register(PAGE, PAGE)));
    assertEquals(
        new Outcome.Rejected(Errno.EBUSY, "REG-4"), c.execute(p.process, register(PAGE, PAGE)));
  }

  @Test
  void register_overlappingBlock_isRejectedForOne() {
    interrupted.next(() -> p.done(d, register(2 * PAGE, PAGE)));
    assertEquals(
        new Outcome.Rejected(Errno.EINVAL, "REG-7"),
        c.execute(p.process, register(PAGE, 2 * PAGE)));
  }

  @Test
  void register_limitUsedUp_isRejectedForOne() {
    p.host.limits().set(new Memlock((2 * TABLE + 1) * PAGE, false));
    interrupted.next(() -> p.done(d, register(5 * PAGE, PAGE)));
    assertEquals(
        new Outcome.Rejected(Errno.ENOMEM, "REG-5"), c.execute(p.process, register(PAGE, PAGE)));
  }

  @Test
  void register_sameBlockComesAndGoes_isNewAgain() {
    interrupted.next(() -> {
      p.done(d, register(PAGE, PAGE));
      p.done(d, unregister(PAGE, PAGE));
    });
    p.done(c, register(PAGE, PAGE));
    assertEquals(Set.of(c.id()), p.regions().getFirst().holders());
  }

  @Test
  void register_whilePinning_holdsNoLock() {
    p.done(c, register(8 * PAGE, PAGE));
    interrupted.next(() -> {
      p.done(c, map(8 * PAGE, 0, SMALL));
      assertTrue(p.group(0).translate(new Iova(0)).isPresent());
      p.done(c, unmap(0, SMALL));
      assertEquals(1, p.regions().size());
      p.rejects(Errno.EINVAL, "MAP-6", c, map(PAGE, 0, SMALL));
    });
    p.done(c, register(PAGE, PAGE));
  }

  @Test
  void register_containerReleasedMeanwhile_isRejected() {
    TceContainer fresh = p.version2(2);
    interrupted.next(() -> p.done(p.group(2), new CloseGroup()));
    assertEquals(
        new Outcome.Rejected(Errno.EINVAL, "SES-1"),
        fresh.execute(p.process, register(PAGE, PAGE)));
    assertEquals(List.of(), p.regions());
  }

  @Test
  void register_containerBoundByAnotherProcessMeanwhile_isRejected() {
    TceContainer fresh = p.version2(2);
    TceProcess other = p.tce.openProcess();
    interrupted.next(
        () -> assertEquals(Outcome.Done.DONE, fresh.execute(other, register(PAGE, PAGE))));
    assertEquals(
        new Outcome.Rejected(Errno.EPERM, "SES-2"), fresh.execute(p.process, register(PAGE, PAGE)));
    assertEquals(other.id(), p.state(fresh).process());
  }

  @Test
  void register_unpinnableAndMeanwhileOverlapping_isRejectedAsOfTheFirstLook() {
    p.host.memory().refuse(new Range(new UserAddress(2 * PAGE), PAGE));
    interrupted.next(() -> p.done(d, register(PAGE, PAGE)));
    assertEquals(
        new Outcome.Rejected(Errno.EFAULT, "REG-6"),
        c.execute(p.process, register(PAGE, 2 * PAGE)));
  }

  /** A port that pins another range than it is asked for. */
  private TestMachine pinning(UnaryOperator<UserAddress> start, LongUnaryOperator size) {
    return machines.create(ports ->
        InterruptedMemory.with(
            ports,
            new HostMemory() {
              @Override
              public PinResult pin(ProcessId owner, UserAddress asked, long bytes) {
                return ports.memory().pin(owner, start.apply(asked), size.applyAsLong(bytes));
              }

              @Override
              public void unpin(PinnedBlock block) {
                ports.memory().unpin(block);
              }
            }));
  }

  @Test
  void register_portPinsAnotherBlock_isMisuseAndUnpins() {
    for (TestMachine wrong :
        List.of(
            pinning(UnaryOperator.identity(), size -> 2 * size),
            pinning(start -> new UserAddress(start.value() + PAGE), size -> size))) {
      TceContainer container = wrong.withWindow(0);
      assertThrows(
          IllegalStateException.class,
          () -> container.execute(wrong.process, register(PAGE, PAGE)));
      assertEquals(List.of(), wrong.regions());
      wrong.charged(TABLE);
    }
  }
}

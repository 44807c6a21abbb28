package org.spaprtce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.spaprtce.TestProcess.PAGE;
import static org.spaprtce.TestProcess.SMALL;
import static org.spaprtce.TestProcess.done;
import static org.spaprtce.TestProcess.map;
import static org.spaprtce.TestProcess.register;
import static org.spaprtce.TestProcess.unmap;
import static org.spaprtce.TestProcess.unregister;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spaprtce.platform.HostMemory;
import org.spaprtce.platform.PinnedBlock;
import org.spaprtce.platform.ResourceLimits.Memlock;
import org.spaprtce.platform.SimulatedHostMemory;

/**
 * What other commands do while REGISTER_MEMORY pins: they run inside the port, so none may wait.
 */
class RegisterMemoryInterleavingTest {

  @RegisterExtension final StateInvariantExtension processes = new StateInvariantExtension();

  private final Queue<Runnable> whilePinning = new ArrayDeque<>();
  private final TestProcess p = processes.create(Interrupted::new);
  private final TceContainer c = p.open();
  private final TceContainer d = p.open();

  /** A port that runs one more piece of work in each pin. */
  private final class Interrupted implements HostMemory {
    private final SimulatedHostMemory memory;

    Interrupted(SimulatedHostMemory memory) {
      this.memory = memory;
    }

    @Override
    public Optional<PinnedBlock> pin(UserAddress start, long size) {
      Optional<PinnedBlock> pinned = memory.pin(start, size);
      Runnable work = whilePinning.poll();
      if (work != null) {
        work.run();
      }
      return pinned;
    }

    @Override
    public void unpin(PinnedBlock block) {
      memory.unpin(block);
    }
  }

  @Test
  void register_sameBlockByAnotherContainer_shares() {
    whilePinning.add(() -> done(d, register(PAGE, PAGE)));
    done(c, register(PAGE, PAGE));
    assertEquals(Set.of(c.id(), d.id()), p.state().blocks().getFirst().holders());
    assertEquals(BigInteger.valueOf(129), p.state().lockedVm());
  }

  @Test
  void register_sameBlockByTheSameContainer_isBusyForOne() {
    whilePinning.add(() -> done(c, register(PAGE, PAGE)));
    assertEquals(new Outcome.Rejected(Errno.EBUSY, "REG-4"), c.execute(register(PAGE, PAGE)));
  }

  @Test
  void register_overlappingBlock_isRejectedForOne() {
    whilePinning.add(() -> done(d, register(2 * PAGE, PAGE)));
    assertEquals(new Outcome.Rejected(Errno.EINVAL, "REG-7"), c.execute(register(PAGE, 2 * PAGE)));
  }

  @Test
  void register_limitUsedUp_isRejectedForOne() {
    p.limits.set(new Memlock(129 * PAGE, false));
    whilePinning.add(() -> done(d, register(5 * PAGE, PAGE)));
    assertEquals(new Outcome.Rejected(Errno.ENOMEM, "REG-5"), c.execute(register(PAGE, PAGE)));
  }

  @Test
  void register_sameBlockComesAndGoes_isNewAgain() {
    whilePinning.add(() -> {
      done(d, register(PAGE, PAGE));
      done(d, unregister(PAGE, PAGE));
    });
    done(c, register(PAGE, PAGE));
    assertEquals(Set.of(c.id()), p.state().blocks().getFirst().holders());
  }

  @Test
  void register_whilePinning_holdsNoLock() {
    done(c, register(8 * PAGE, PAGE));
    whilePinning.add(() -> {
      done(c, map(8 * PAGE, 0, SMALL));
      assertTrue(c.translate(new Iova(0)).isPresent());
      done(c, unmap(0, SMALL));
      assertEquals(1, p.state().blocks().size());
      p.rejects(Errno.EINVAL, "MAP-6", c, map(PAGE, 0, SMALL));
    });
    done(c, register(PAGE, PAGE));
  }

  @Test
  void register_portPinsAnotherBlock_isMisuseAndUnpins() {
    TestProcess wrong =
        processes.create(memory ->
            new HostMemory() {
              @Override
              public Optional<PinnedBlock> pin(UserAddress start, long size) {
                return memory.pin(start, 2 * size);
              }

              @Override
              public void unpin(PinnedBlock block) {
                memory.unpin(block);
              }
            });
    TceContainer container = wrong.open();
    assertThrows(IllegalStateException.class, () -> container.execute(register(PAGE, PAGE)));
  }
}

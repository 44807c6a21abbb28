package org.spaprtce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.spaprtce.TestProcess.PAGE;
import static org.spaprtce.TestProcess.SMALL;
import static org.spaprtce.TestProcess.done;
import static org.spaprtce.TestProcess.map;
import static org.spaprtce.TestProcess.register;
import static org.spaprtce.TestProcess.unmap;
import static org.spaprtce.TestProcess.unregister;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spaprtce.Command.Header;
import org.spaprtce.Command.UnregisterMemory;

/** UNREGISTER_MEMORY, clause by clause. */
class UnregisterMemoryTest {

  @RegisterExtension final StateInvariantExtension processes = new StateInvariantExtension();

  private final TestProcess p = processes.create();
  private final TceContainer c = p.open();
  private final TceContainer d = p.open();

  private static UnregisterMemory withHeader(boolean readable, int argsz, int flags, long size) {
    return new UnregisterMemory(new Header(readable, argsz, flags), new UserAddress(PAGE), size);
  }

  @Test
  void unregister_byTheOnlyHolder_unpinsAndUncharges() {
    done(c, register(PAGE, 2 * PAGE));
    done(c, unregister(PAGE, 2 * PAGE));

    ProcessState state = p.state();
    assertEquals(List.of(), state.blocks());
    assertEquals(BigInteger.valueOf(128), state.lockedVm());
    assertTrue(p.memory.pins().isEmpty());
    assertTrue(state.containers().getFirst().enabled());
  }

  @Test
  void unregister_byOneOfTwoHolders_keepsTheBlockThoughItIsMapped() {
    done(c, register(PAGE, PAGE));
    done(d, register(PAGE, PAGE));
    done(c, map(PAGE, 0, SMALL));

    done(c, unregister(PAGE, PAGE));

    assertEquals(Set.of(d.id()), p.state().blocks().getFirst().holders());
    assertEquals(BigInteger.valueOf(129), p.state().lockedVm());
    p.rejects(Errno.EBUSY, "UNR-4", d, unregister(PAGE, PAGE));
    done(c, unmap(0, SMALL));
    done(d, unregister(PAGE, PAGE));
  }

  @Test
  void unregister_badHeader_isRejectedInOrder() {
    p.rejects(Errno.EFAULT, "ABI-1", c, withHeader(false, 0, -1, 1));
    done(c, register(PAGE, PAGE));
    p.rejects(Errno.EFAULT, "ABI-1", c, withHeader(false, 0, -1, 1));
    p.rejects(Errno.EINVAL, "ABI-2", c, withHeader(true, 23, -1, 1));
    p.rejects(Errno.EINVAL, "ABI-3", c, withHeader(true, 24, 1, 1));
    done(c, withHeader(true, -1, 0, PAGE));
  }

  @Test
  void unregister_misaligned_isRejectedBeforeLookup() {
    done(c, register(PAGE, PAGE));
    p.rejects(Errno.EINVAL, "UNR-2", c, unregister(PAGE + SMALL, PAGE));
    p.rejects(Errno.EINVAL, "UNR-2", c, unregister(9 * PAGE, SMALL));
  }

  @Test
  void unregister_notExactlyABlockOfThisContainer_isRejected() {
    done(c, register(2 * PAGE, 2 * PAGE));
    done(d, register(6 * PAGE, PAGE));
    p.rejects(Errno.ENOENT, "UNR-3", c, unregister(2 * PAGE, PAGE));
    p.rejects(Errno.ENOENT, "UNR-3", c, unregister(3 * PAGE, PAGE));
    p.rejects(Errno.ENOENT, "UNR-3", c, unregister(2 * PAGE, 3 * PAGE));
    p.rejects(Errno.ENOENT, "UNR-3", c, unregister(PAGE, 3 * PAGE));
    p.rejects(Errno.ENOENT, "UNR-3", c, unregister(2 * PAGE, 0));
    p.rejects(Errno.ENOENT, "UNR-3", c, unregister(6 * PAGE, PAGE));
    p.rejects(Errno.ENOENT, "UNR-3", c, unregister(-PAGE, 2 * PAGE));
  }

  @Test
  void unregister_whileAnyContainerMapsTheBlock_isBusy() {
    done(c, register(PAGE, PAGE));
    done(d, register(5 * PAGE, PAGE));
    done(d, map(PAGE, 0, SMALL));
    p.rejects(Errno.EBUSY, "UNR-4", c, unregister(PAGE, PAGE));
    done(d, map(5 * PAGE, 0, SMALL));
    done(c, unregister(PAGE, PAGE));
  }
}

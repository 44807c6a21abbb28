package org.spaprtce;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spaprtce.Command.Header;
import org.spaprtce.Command.SetIommu;
import org.spaprtce.Command.UnregisterMemory;

/** UNREGISTER_MEMORY, clause by clause. */
class UnregisterMemoryTest {

  @RegisterExtension final StateInvariantExtension machines = new StateInvariantExtension();

  private final TestMachine p = machines.create();
  private final TceContainer c = p.withWindow(0);
  private final TceContainer d = p.withWindow(1);

  private static UnregisterMemory withHeader(boolean readable, int argsz, int flags, long size) {
    return new UnregisterMemory(new Header(readable, argsz, flags), new UserAddress(PAGE), size);
  }

  @Test
  void unregister_byTheOnlyHolder_unpinsAndUncharges() {
    p.done(c, register(PAGE, 2 * PAGE));
    p.done(c, unregister(PAGE, 2 * PAGE));

    assertEquals(List.of(), p.regions());
    p.charged(2 * TABLE);
    assertTrue(p.host.memory().pins().isEmpty());
    assertTrue(p.state(c).enabled());
  }

  @Test
  void unregister_byOneOfTwoHolders_keepsTheBlockThoughItIsMapped() {
    p.done(c, register(PAGE, PAGE));
    p.done(d, register(PAGE, PAGE));
    p.done(c, map(PAGE, 0, SMALL));

    p.done(c, unregister(PAGE, PAGE));

    assertEquals(Set.of(d.id()), p.regions().getFirst().holders());
    p.charged(2 * TABLE + 1);
    p.rejects(Errno.EBUSY, "UNR-4", d, unregister(PAGE, PAGE));
    p.done(c, unmap(0, SMALL));
    p.done(d, unregister(PAGE, PAGE));
  }

  @Test
  void unregister_badHeader_isRejectedInOrder() {
    p.rejects(Errno.EFAULT, "ABI-1", c, withHeader(false, 0, -1, 1));
    p.done(c, register(PAGE, PAGE));
    p.rejects(Errno.EFAULT, "ABI-1", c, withHeader(false, 0, -1, 1));
    p.rejects(Errno.EINVAL, "ABI-2", c, withHeader(true, 23, -1, 1));
    p.rejects(Errno.EINVAL, "ABI-3", c, withHeader(true, 24, 1, 1));
    p.done(c, withHeader(true, -1, 0, PAGE));
  }

  @Test
  void unregister_misaligned_isRejectedBeforeLookup() {
    p.done(c, register(PAGE, PAGE));
    p.rejects(Errno.EINVAL, "UNR-2", c, unregister(PAGE + SMALL, PAGE));
    p.rejects(Errno.EINVAL, "UNR-2", c, unregister(9 * PAGE, SMALL));
  }

  @Test
  void unregister_notExactlyABlockOfThisContainer_isRejected() {
    p.done(c, register(2 * PAGE, 2 * PAGE));
    p.done(d, register(6 * PAGE, PAGE));
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
    p.done(c, register(PAGE, PAGE));
    p.done(d, register(5 * PAGE, PAGE));
    p.done(d, map(PAGE, 0, SMALL));
    p.rejects(Errno.EBUSY, "UNR-4", c, unregister(PAGE, PAGE));
    p.done(d, map(5 * PAGE, 0, SMALL));
    p.done(c, unregister(PAGE, PAGE));
  }

  @Test
  void unregister_notBound_isRejectedBeforeTheHeader() {
    TceContainer fresh = p.version2(2);
    p.done(c, register(PAGE, PAGE));
    p.rejects(Errno.EPERM, "UNR-1", fresh, withHeader(false, 0, -1, 1));
  }

  @Test
  void unregister_version1_isRejected() {
    TceContainer old = p.container(2, SetIommu.VERSION_1);
    p.rejects(Errno.ENOTTY, "SES-3", old, withHeader(false, 0, -1, 1));
  }

  @Test
  void unregister_thenRegister_usesTheNumberOfTheBlockAgain() {
    p.done(c, register(PAGE, PAGE));
    p.done(c, register(4 * PAGE, PAGE));
    p.done(c, map(4 * PAGE, 0, SMALL));
    p.done(c, unregister(PAGE, PAGE));
    p.done(c, register(8 * PAGE, PAGE));
    p.done(c, map(8 * PAGE, PAGE, 2 * SMALL));
    assertEquals(List.of(1L, 2L), List.of(p.live(0), p.live(1)));
  }
}

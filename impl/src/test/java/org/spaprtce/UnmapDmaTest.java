package org.spaprtce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.spaprtce.TestMachine.PAGE;
import static org.spaprtce.TestMachine.SECOND;
import static org.spaprtce.TestMachine.SMALL;
import static org.spaprtce.TestMachine.map;
import static org.spaprtce.TestMachine.register;
import static org.spaprtce.TestMachine.run;
import static org.spaprtce.TestMachine.unmap;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spaprtce.Command.Header;
import org.spaprtce.Command.TceCreate;
import org.spaprtce.Command.UnmapDma;

/** UNMAP_DMA, clause by clause. */
class UnmapDmaTest {

  @RegisterExtension final StateInvariantExtension machines = new StateInvariantExtension();

  private final TestMachine p = machines.create();
  private final TceContainer c = p.withWindow(0);

  private static UnmapDma withHeader(boolean readable, int argsz, int flags, long iova) {
    return new UnmapDma(new Header(readable, argsz, flags), new Iova(iova), SMALL);
  }

  @Test
  void unmap_partOfARun_splitsIt() {
    p.done(c, register(PAGE, PAGE));
    p.done(c, map(PAGE, 0, 5 * SMALL));
    p.done(c, unmap(SMALL, 2 * SMALL));
    assertEquals(
        List.of(run(c, 0, PAGE, SMALL), run(c, 3 * SMALL, PAGE + 3 * SMALL, 2 * SMALL)),
        p.mappings(c));
    assertEquals(3, p.live(0));
    assertEquals(Optional.empty(), p.group(0).translate(new Iova(SMALL)));
  }

  @Test
  void unmap_everything_clearsRunsOfSeveralBlocksAndHoles() {
    p.done(c, register(PAGE, PAGE));
    p.done(c, register(2 * PAGE, PAGE));
    p.done(c, map(2 * PAGE - SMALL, 0, 2 * SMALL));
    p.done(c, map(PAGE, 1L << 20, 3 * SMALL));
    p.done(c, unmap(0, 1L << 31));
    assertEquals(List.of(), p.mappings(c));
    p.regions().forEach(b -> assertEquals(0, b.live()));
  }

  @Test
  void unmap_nothingThere_isDoneAndChangesNothing() {
    p.done(c, register(PAGE, PAGE));
    p.done(c, map(PAGE, 0, SMALL));
    MachineState before = p.state();
    p.done(c, unmap(SMALL, 9 * SMALL));
    p.done(c, unmap(0, 0));
    assertEquals(before, p.state());
  }

  @Test
  void unmap_notEnabled_isRejectedBeforeAllElse() {
    p.rejects(Errno.EPERM, "UNM-1", c, withHeader(false, 0, -1, -1));
  }

  @Test
  void unmap_badHeader_isRejectedInOrder() {
    p.done(c, register(PAGE, PAGE));
    p.rejects(Errno.EFAULT, "ABI-1", c, withHeader(false, 0, -1, -1));
    p.rejects(Errno.EINVAL, "ABI-2", c, withHeader(true, 23, -1, -1));
    p.rejects(Errno.EINVAL, "ABI-3", c, withHeader(true, 24, 1, -1));
    p.done(c, withHeader(true, -1, 0, 0));
  }

  @Test
  void unmap_outsideTheWindow_isRejectedBeforeAlignment() {
    p.done(c, register(PAGE, PAGE));
    p.rejects(Errno.ENXIO, "UNM-2", c, unmap(1L << 31, 1));
    p.rejects(Errno.ENXIO, "UNM-2", c, unmap(-1, 1));
  }

  @Test
  void unmap_misaligned_isRejected() {
    p.done(c, register(PAGE, PAGE));
    p.rejects(Errno.EINVAL, "UNM-3", c, unmap(1, SMALL - 1));
    p.rejects(Errno.EINVAL, "UNM-7", c, unmap(1, SMALL));
    p.rejects(Errno.EINVAL, "UNM-7", c, unmap((1L << 31) - 1, SMALL));
  }

  @Test
  void unmap_leavingTheWindow_isRejected() {
    p.done(c, register(PAGE, PAGE));
    p.rejects(Errno.EINVAL, "UNM-4", c, unmap(SMALL, 1L << 31));
    p.rejects(Errno.EINVAL, "UNM-4", c, unmap(SMALL, -SMALL));
  }

  @Test
  void unmap_ofTheSecondWindow_leavesTheFirst() {
    assertEquals(
        new Outcome.WindowCreated(new Iova(SECOND)),
        c.execute(p.process, new TceCreate(12, 1L << 32, 1)));
    p.done(c, register(PAGE, PAGE));
    p.done(c, map(PAGE, SECOND, PAGE));
    p.done(c, map(PAGE, 0, PAGE));
    p.done(c, unmap(SECOND, 1L << 32));
    assertEquals(List.of(run(c, 0, PAGE, PAGE)), p.mappings(c));
    assertEquals(16, p.live(0));
    p.rejects(Errno.EINVAL, "UNM-4", c, unmap(0, 1L << 32));
    p.rejects(Errno.EINVAL, "UNM-4", c, unmap(SECOND + SMALL, 1L << 32));
  }

  @Test
  void unmap_withoutRoomForTables_isDone() {
    p.done(c, register(PAGE, PAGE));
    p.done(c, map(PAGE, 0, PAGE));
    p.host.allocations().setRoom(0);
    p.done(c, unmap(0, PAGE));
    assertEquals(List.of(), p.mappings(c));
  }
}

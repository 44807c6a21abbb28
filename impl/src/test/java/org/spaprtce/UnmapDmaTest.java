package org.spaprtce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.spaprtce.TestProcess.PAGE;
import static org.spaprtce.TestProcess.SMALL;
import static org.spaprtce.TestProcess.done;
import static org.spaprtce.TestProcess.map;
import static org.spaprtce.TestProcess.register;
import static org.spaprtce.TestProcess.run;
import static org.spaprtce.TestProcess.unmap;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spaprtce.Command.Header;
import org.spaprtce.Command.UnmapDma;

/** UNMAP_DMA, clause by clause. */
class UnmapDmaTest {

  @RegisterExtension final StateInvariantExtension processes = new StateInvariantExtension();

  private final TestProcess p = processes.create();
  private final TceContainer c = p.open();

  private static UnmapDma withHeader(boolean readable, int argsz, int flags, long iova) {
    return new UnmapDma(new Header(readable, argsz, flags), new Iova(iova), SMALL);
  }

  private List<ProcessState.Run> runs() {
    return p.state().containers().getFirst().runs();
  }

  @Test
  void unmap_partOfARun_splitsIt() {
    done(c, register(PAGE, PAGE));
    done(c, map(PAGE, 0, 5 * SMALL));
    done(c, unmap(SMALL, 2 * SMALL));
    assertEquals(List.of(run(0, PAGE, SMALL), run(3 * SMALL, PAGE + 3 * SMALL, 2 * SMALL)), runs());
    assertEquals(3, p.state().blocks().getFirst().live());
    assertEquals(Optional.empty(), c.translate(new Iova(SMALL)));
  }

  @Test
  void unmap_everything_clearsRunsOfSeveralBlocksAndHoles() {
    done(c, register(PAGE, PAGE));
    done(c, register(2 * PAGE, PAGE));
    done(c, map(2 * PAGE - SMALL, 0, 2 * SMALL));
    done(c, map(PAGE, 1L << 20, 3 * SMALL));
    done(c, unmap(0, 1L << 31));
    assertEquals(List.of(), runs());
    p.state().blocks().forEach(b -> assertEquals(0, b.live()));
  }

  @Test
  void unmap_nothingThere_isDoneAndChangesNothing() {
    done(c, register(PAGE, PAGE));
    done(c, map(PAGE, 0, SMALL));
    ProcessState before = p.state();
    done(c, unmap(SMALL, 9 * SMALL));
    done(c, unmap(0, 0));
    assertEquals(before, p.state());
  }

  @Test
  void unmap_notEnabled_isRejectedBeforeAllElse() {
    p.rejects(Errno.EPERM, "UNM-1", c, withHeader(false, 0, -1, -1));
  }

  @Test
  void unmap_badHeader_isRejectedInOrder() {
    done(c, register(PAGE, PAGE));
    p.rejects(Errno.EFAULT, "ABI-1", c, withHeader(false, 0, -1, -1));
    p.rejects(Errno.EINVAL, "ABI-2", c, withHeader(true, 23, -1, -1));
    p.rejects(Errno.EINVAL, "ABI-3", c, withHeader(true, 24, 1, -1));
    done(c, withHeader(true, -1, 0, 0));
  }

  @Test
  void unmap_outsideTheWindow_isRejectedBeforeAlignment() {
    done(c, register(PAGE, PAGE));
    p.rejects(Errno.ENXIO, "UNM-2", c, unmap(1L << 31, 1));
    p.rejects(Errno.ENXIO, "UNM-2", c, unmap(-1, 1));
  }

  @Test
  void unmap_misaligned_isRejected() {
    done(c, register(PAGE, PAGE));
    p.rejects(Errno.EINVAL, "UNM-3", c, unmap(1, SMALL - 1));
    p.rejects(Errno.EINVAL, "UNM-7", c, unmap(1, SMALL));
    p.rejects(Errno.EINVAL, "UNM-7", c, unmap((1L << 31) - 1, SMALL));
  }

  @Test
  void unmap_leavingTheWindow_isRejected() {
    done(c, register(PAGE, PAGE));
    p.rejects(Errno.EINVAL, "UNM-4", c, unmap(SMALL, 1L << 31));
    p.rejects(Errno.EINVAL, "UNM-4", c, unmap(SMALL, -SMALL));
  }

  @Test
  void unmap_lastPageOfAWindowThatEndsAtTheTop_isDone() {
    TceContainer top = p.process.openContainer(new DmaWindow(new Iova(-PAGE), PAGE, SMALL, 1));
    done(top, register(PAGE, PAGE));
    done(top, map(PAGE, -PAGE, PAGE));
    done(top, unmap(-SMALL, SMALL));
    assertEquals(15, p.state().blocks().getFirst().live());
    assertEquals(Optional.empty(), top.translate(new Iova(-1)));
    done(top, unmap(-PAGE, PAGE));
    assertEquals(0, p.state().blocks().getFirst().live());
  }
}

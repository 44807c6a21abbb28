package org.spaprtce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.spaprtce.TestMachine.PAGE;
import static org.spaprtce.TestMachine.SMALL;
import static org.spaprtce.TestMachine.map;
import static org.spaprtce.TestMachine.register;
import static org.spaprtce.TestMachine.unmap;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spaprtce.Command.TceCreate;
import org.spaprtce.platform.Firmware;
import org.spaprtce.platform.Platform;
import org.spaprtce.testing.OtherThread;

/**
 * MAP_DMA, UNMAP_DMA and lookups go on while a rare command is under way, however long it takes.
 *
 * <p>The rare command stays inside its port, under the lock R, until another thread has done them.
 */
class NoWaitingTest {

  @RegisterExtension final StateInvariantExtension machines = new StateInvariantExtension();

  private final TestMachine p = machines.create(this::blocking);

  private Callable<Boolean> inProgram = () -> true;

  private Platform blocking(Platform ports) {
    Firmware firmware =
        new ForwardingFirmware(ports.firmware()) {
          @Override
          public Optional<Errno> program(List<GroupId> groups, List<DmaWindow> windows) {
            assertTrue(byAnotherThread());
            return super.program(groups, windows);
          }
        };
    return new Platform(ports.memory(), ports.limits(), ports.allocations(), firmware);
  }

  /** Fails if the work waits for R: this thread has it until then. */
  private boolean byAnotherThread() {
    try {
      OtherThread<Boolean> other = OtherThread.start(inProgram);
      assertFalse(other.waitsFor(lock -> lock instanceof AbstractOwnableSynchronizer));
      return other.result();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void mapUnmapAndTranslate_whileAWindowIsProgrammed_areDone() {
    TceContainer c = p.withWindow(0);
    p.done(c, register(PAGE, 2 * PAGE));
    inProgram =
        () -> {
          p.done(c, map(PAGE, 0, 4 * SMALL));
          p.done(c, map(2 * PAGE, SMALL, SMALL));
          p.done(c, unmap(0, SMALL));
          return p.group(0).translate(new Iova(SMALL)).isPresent();
        };
    assertEquals(
        new Outcome.WindowCreated(new Iova(DmaWindow.SECOND_START)),
        c.execute(p.process, new TceCreate(12, 1L << 30, 1)));
    assertEquals(3, p.live(0));
  }

  @Test
  void mapOfTwoBlocks_whileAWindowIsProgrammed_isDone() {
    TceContainer c = p.withWindow(0);
    p.done(c, register(PAGE, PAGE));
    p.done(c, register(2 * PAGE, PAGE));
    inProgram =
        () -> {
          p.done(c, map(2 * PAGE - SMALL, 0, 2 * SMALL));
          return true;
        };
    assertEquals(
        new Outcome.WindowCreated(new Iova(DmaWindow.SECOND_START)),
        c.execute(p.process, new TceCreate(12, 1L << 30, 1)));
    assertEquals(List.of(1L, 1L), List.of(p.live(0), p.live(1)));
  }
}

package org.spaprtce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.spaprtce.TestMachine.PAGE;
import static org.spaprtce.TestMachine.SMALL;
import static org.spaprtce.TestMachine.TABLE;
import static org.spaprtce.TestMachine.map;
import static org.spaprtce.TestMachine.register;
import static org.spaprtce.TestMachine.remove;
import static org.spaprtce.TestMachine.run;
import static org.spaprtce.TestMachine.unmap;
import static org.spaprtce.TestMachine.unregister;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spaprtce.Command.TceCreate;
import org.spaprtce.GroupCommand.CloseGroup;
import org.spaprtce.platform.Platform;

/**
 * What other commands do to a MAP_DMA that has looked at its container and asks for the room of its
 * table: they run inside that port, where no lock is held yet.
 */
class MapDmaInterleavingTest {

  @RegisterExtension final StateInvariantExtension machines = new StateInvariantExtension();

  private final Queue<Runnable> whileAsking = new ArrayDeque<>();
  private final TestMachine p = machines.create(this::interrupted);
  private final TceContainer c = p.withWindow(0);
  private final TceContainer d = p.withWindow(1);

  private Platform interrupted(Platform ports) {
    return InterruptedRoom.port(
        ports,
        () -> {
          Runnable work = whileAsking.poll();
          if (work != null) {
            work.run();
          }
        });
  }

  @BeforeEach
  void register_aBlock() {
    p.done(c, register(PAGE, PAGE));
    p.done(d, register(9 * PAGE, PAGE));
  }

  private void rejects(Errno errno, String clause) {
    assertEquals(new Outcome.Rejected(errno, clause), c.execute(p.process, map(PAGE, 0, SMALL)));
    assertEquals(List.of(), p.mappings(c));
  }

  @Test
  void map_windowRemovedMeanwhile_isRejected() {
    whileAsking.add(() -> p.done(c, remove(0)));
    rejects(Errno.ENXIO, "MAP-2");
  }

  @Test
  void map_windowReplacedMeanwhile_isWrittenIntoTheNewOne() {
    whileAsking.add(() -> {
      p.done(c, remove(0));
      c.execute(p.process, new TceCreate(12, 1L << 20, 1));
    });
    p.done(c, map(PAGE, 0, SMALL));
    assertEquals(List.of(run(c, 0, PAGE, SMALL)), p.mappings(c));
  }

  @Test
  void map_containerReleasedMeanwhile_isRejected() {
    whileAsking.add(() -> p.done(p.group(0), new CloseGroup()));
    rejects(Errno.EINVAL, "SES-1");
  }

  @Test
  void map_blockGoneMeanwhile_isRejected() {
    whileAsking.add(() -> p.done(c, unregister(PAGE, PAGE)));
    rejects(Errno.EINVAL, "MAP-6");
  }

  @Test
  void map_blockRegisteredMeanwhile_isDone() {
    whileAsking.add(() -> p.done(d, register(2 * PAGE, PAGE)));
    p.done(c, map(2 * PAGE - SMALL, 0, 2 * SMALL));
    assertEquals(List.of(1L, 1L, 0L), List.of(p.live(0), p.live(1), p.live(2)));
  }

  @Test
  void map_overABlockThatLostItsHolderMeanwhile_takesIt() {
    p.done(c, map(9 * PAGE, 0, SMALL));
    whileAsking.add(() -> p.done(p.group(1), new CloseGroup()));
    p.done(c, map(PAGE, 0, SMALL));
    assertEquals(1, p.regions().size());
    p.charged(TABLE + 1);
  }

  @Test
  void map_entriesClearedMeanwhile_isDone() {
    p.done(c, map(PAGE, 0, 4 * SMALL));
    whileAsking.add(() -> p.done(c, unmap(0, 3 * SMALL)));
    p.done(c, map(PAGE, 0, SMALL));
    assertEquals(2, p.live(0));
  }
}

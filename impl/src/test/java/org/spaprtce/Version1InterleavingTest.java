package org.spaprtce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.spaprtce.TestMachine.PAGE;
import static org.spaprtce.TestMachine.SMALL;
import static org.spaprtce.TestMachine.map;
import static org.spaprtce.TestMachine.register;
import static org.spaprtce.TestMachine.run;
import static org.spaprtce.TestMachine.unmap;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spaprtce.Command.Disable;
import org.spaprtce.Command.Enable;
import org.spaprtce.Command.SetIommu;
import org.spaprtce.GroupCommand.CloseGroup;
import org.spaprtce.GroupCommand.OpenGroup;
import org.spaprtce.GroupCommand.SetContainer;
import org.spaprtce.platform.Platform;
import org.spaprtce.platform.SimulatedHostMemory.Range;

/** What other commands do while MAP_DMA of version 1 pins or unpins, inside the port. */
class Version1InterleavingTest {

  @RegisterExtension final StateInvariantExtension machines = new StateInvariantExtension();

  private final InterruptedMemory interrupted = new InterruptedMemory();
  private final TestMachine p = machines.create(ports -> interrupted.port(withAllocations(ports)));

  private @Nullable RuntimeException inRoom;
  private final TceContainer c = p.container(0, SetIommu.VERSION_1);

  @BeforeEach
  void enable() {
    p.done(c, new Enable());
  }

  /** Ports whose allocations throw what the test says. */
  private Platform withAllocations(Platform ports) {
    return InterruptedRoom.port(
        ports,
        () -> {
          if (inRoom != null) {
            throw inRoom;
          }
        });
  }

  private void rejectsMap(Errno errno, String clause) {
    assertEquals(
        new Outcome.Rejected(errno, clause), c.execute(p.process, map(PAGE, 0, 2 * SMALL)));
    assertTrue(p.host.memory().pins().isEmpty());
  }

  @Test
  void map_otherMapOfTheSameEntriesMeanwhile_replacesIt() {
    interrupted.next(() -> p.done(c, map(9 * PAGE, 0, 2 * SMALL)));
    p.done(c, map(PAGE, 0, 2 * SMALL));
    assertEquals(List.of(run(c, 0, PAGE, 2 * SMALL)), p.mappings(c));
    assertEquals(1, p.host.memory().pins().size());
  }

  @Test
  void map_disabledMeanwhile_isRejected() {
    interrupted.next(() -> p.done(c, new Disable()));
    rejectsMap(Errno.EPERM, "MAP-1");
  }

  @Test
  void map_releasedMeanwhile_isRejected() {
    interrupted.next(() -> p.done(p.group(0), new CloseGroup()));
    rejectsMap(Errno.EINVAL, "SES-1");
  }

  @Test
  void map_ofVersion2Meanwhile_needsNoPin() {
    interrupted.next(() -> {
      p.done(p.group(0), new CloseGroup());
      p.done(p.group(0), new OpenGroup());
      p.done(p.group(0), new SetContainer(c.id()));
      p.done(c, new SetIommu(SetIommu.VERSION_2));
      p.done(c, register(PAGE, PAGE));
    });
    p.done(c, map(PAGE, 0, 2 * SMALL));
    assertEquals(2, p.live(0));
    assertEquals(1, p.host.memory().pins().size());
  }

  @Test
  void map_unpinnableAndOtherMapMeanwhile_clearsThatOfTheOther() {
    p.host.memory().refuse(new Range(new UserAddress(PAGE + SMALL), SMALL));
    interrupted.next(() -> p.done(c, map(9 * PAGE, 0, 2 * SMALL)));
    assertEquals(
        new Outcome.Rejected(Errno.EFAULT, "MAP-12"),
        c.execute(p.process, map(PAGE, 0, 2 * SMALL)));
    assertEquals(List.of(run(c, SMALL, 9 * PAGE + SMALL, SMALL)), p.mappings(c));
  }

  /** The port is first asked with the memory pinned. */
  private void passesOnWhatRoomThrows() {
    var thrown = new IllegalStateException("no room");
    inRoom = thrown;
    assertSame(
        thrown,
        assertThrows(RuntimeException.class, () -> c.execute(p.process, map(PAGE, 0, 2 * SMALL))));
    assertEquals(List.of(), p.mappings(c));
    assertEquals(Map.of(), p.host.memory().pins());
    inRoom = null;
    p.done(c, map(9 * PAGE, 0, 2 * SMALL));
  }

  @Test
  void map_portThatThrowsAfterThePin_isUnpinned() {
    passesOnWhatRoomThrows();
  }

  @Test
  void map_unpinnableAndPortThatThrows_unpinsNothing() {
    p.host.memory().refuse(new Range(new UserAddress(PAGE + SMALL), SMALL));
    passesOnWhatRoomThrows();
  }

  @Test
  void unmap_whileUnpinning_holdsNoLock() {
    p.done(c, map(PAGE, 0, SMALL));
    interrupted.nextUnpin(() -> {
      assertEquals(List.of(), p.mappings(c));
      p.done(c, map(PAGE, 0, SMALL));
    });
    p.done(c, unmap(0, SMALL));
    assertEquals(List.of(run(c, 0, PAGE, SMALL)), p.mappings(c));
  }
}

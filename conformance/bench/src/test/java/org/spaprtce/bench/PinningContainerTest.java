package org.spaprtce.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.spaprtce.Command.MapDma;
import org.spaprtce.Command.RegisterMemory;
import org.spaprtce.Command.UnmapDma;
import org.spaprtce.DmaPermission;
import org.spaprtce.DmaWindow;
import org.spaprtce.Errno;
import org.spaprtce.HostPhysicalAddress;
import org.spaprtce.Iova;
import org.spaprtce.Outcome;
import org.spaprtce.ProcessId;
import org.spaprtce.TceEntry;
import org.spaprtce.UserAddress;
import org.spaprtce.platform.SimulatedHostMemory;
import org.spaprtce.platform.SimulatedHostMemory.Range;
import org.spaprtce.platform.SimulatedResourceLimits;

/** The baseline that pins and charges in each map. */
class PinningContainerTest {

  private static final long PAGE = 1 << 12;
  private static final UserAddress UA = new UserAddress(0x100000);

  private final SimulatedHostMemory memory = new SimulatedHostMemory();
  private final PinningProcess process =
      new PinningProcess(
          new Host(PAGE, new Iova(0), memory, new SimulatedResourceLimits(5 * PAGE)));
  private final PinningContainer container =
      new PinningContainer(process, new DmaWindow(new Iova(0), 16 * PAGE, PAGE, 1));

  private Outcome map(long entry, long pages) {
    return container.execute(
        new MapDma(UA, new Iova(entry * PAGE), pages * PAGE, DmaPermission.READ));
  }

  private Outcome unmap(long entry, long pages) {
    return container.execute(new UnmapDma(new Iova(entry * PAGE), pages * PAGE));
  }

  private void holds(int pages) {
    assertEquals(pages, process.locked());
    assertEquals(pages, memory.pins().values().stream().mapToInt(Integer::intValue).sum());
  }

  @Test
  void map_pages_pinsAndChargesEach() {
    assertEquals(Outcome.Done.DONE, map(1, 3));
    holds(3);
    assertEquals(
        Optional.of(
            new TceEntry(
                new HostPhysicalAddress(
                    memory.physical(new ProcessId(0), new UserAddress(UA.value() + PAGE)).value()
                        + 7),
                DmaPermission.READ)),
        container.translate(new Iova(2 * PAGE + 7)));
    assertEquals(Optional.empty(), container.translate(new Iova(0)));
    assertEquals(Optional.empty(), container.translate(new Iova(16 * PAGE)));
  }

  @Test
  void map_overEntries_givesTheOldPagesBack() {
    map(0, 2);
    map(1, 2);
    holds(3);
  }

  @Test
  void unmap_pages_givesBackWhatIsThere() {
    map(0, 2);
    assertEquals(Outcome.Done.DONE, unmap(1, 4));
    holds(1);
  }

  @Test
  void map_pastTheLimit_isRefusedAndLeavesNothing() {
    assertEquals(new Outcome.Rejected(Errno.ENOMEM, "ACC-2"), map(0, 6));
    holds(0);
  }

  @Test
  void map_pageThatCannotBePinned_isRefusedAndLeavesNothing() {
    memory.refuse(new Range(new UserAddress(UA.value() + PAGE), 1));
    assertEquals(new Outcome.Rejected(Errno.EFAULT, "MAP-12"), map(0, 3));
    holds(0);
  }

  @Test
  void map_outsideTheWindow_isRefused() {
    assertEquals(new Outcome.Rejected(Errno.EINVAL, "MAP-5"), map(15, 2));
    assertEquals(new Outcome.Rejected(Errno.EINVAL, "UNM-4"), unmap(15, 2));
    holds(0);
  }

  @Test
  void restart_withEntries_givesAllBack() {
    map(0, 3);
    container.restart();
    holds(0);
    assertEquals(Optional.empty(), container.translate(new Iova(0)));
  }

  @Test
  void execute_registration_throws() {
    assertThrows(
        IllegalArgumentException.class, () -> container.execute(new RegisterMemory(UA, PAGE)));
  }
}

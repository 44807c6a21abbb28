package org.spaprtce.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.spaprtce.HostPhysicalAddress;
import org.spaprtce.UserAddress;
import org.spaprtce.platform.SimulatedHostMemory.Range;

/** The simulated memory and the blocks that it pins. */
class SimulatedHostMemoryTest {

  private final SimulatedHostMemory memory = new SimulatedHostMemory(0x4000);

  private static Range range(long start, long size) {
    return new Range(new UserAddress(start), size);
  }

  private PinnedBlock pin(long start, long size) {
    return memory.pin(new UserAddress(start), size).orElseThrow();
  }

  @Test
  void pin_severalSlices_isOneRunForEach() {
    PinnedBlock block = pin(0x3000, 0x6000);
    assertEquals(
        List.of(
            new PhysicalRun(new HostPhysicalAddress(0x7000), 0x1000),
            new PhysicalRun(new HostPhysicalAddress(0), 0x4000),
            new PhysicalRun(new HostPhysicalAddress(0xc000), 0x1000)),
        block.runs());
    for (long offset = 0; offset < 0x6000; offset += 0x800) {
      assertEquals(memory.physical(new UserAddress(0x3000 + offset)), block.at(offset));
    }
    assertThrows(IllegalArgumentException.class, () -> block.at(0x6000));
    assertThrows(IllegalArgumentException.class, () -> block.at(-1));
  }

  @Test
  void pin_hugeBlock_needsTwoRunsAtMost() {
    PinnedBlock block =
        new SimulatedHostMemory().pin(new UserAddress(7L << 60), 2L << 60).orElseThrow();
    assertEquals(2, block.runs().size());
    assertEquals(new HostPhysicalAddress(0), block.at(1L << 60));
  }

  @Test
  void pin_countsAndUnpinGivesBack() {
    PinnedBlock first = pin(0, 0x1000);
    PinnedBlock second = pin(0, 0x1000);
    PinnedBlock wider = pin(0, 0x2000);
    assertEquals(Map.of(range(0, 0x1000), 2, range(0, 0x2000), 1), memory.pins());
    memory.unpin(first);
    assertEquals(Map.of(range(0, 0x1000), 1, range(0, 0x2000), 1), memory.pins());
    memory.unpin(second);
    memory.unpin(wider);
    assertTrue(memory.pins().isEmpty());
    assertThrows(IllegalStateException.class, () -> memory.unpin(first));
  }

  @Test
  void pin_refusedRange_pinsNothing() {
    memory.refuse(range(0x2000, 0x1000));
    assertEquals(Optional.empty(), memory.pin(new UserAddress(0x1000), 0x2000));
    assertEquals(Optional.empty(), memory.pin(new UserAddress(0x2fff), 1));
    assertEquals(Optional.empty(), memory.pin(new UserAddress(0), 1L << 60));
    assertTrue(memory.pins().isEmpty());
    pin(0x1000, 0x1000);
    pin(0x3000, 0x1000);
    memory.refuseNothing();
    pin(0x1000, 0x2000);
  }

  @Test
  void pin_backing_isTheSmallestThatApplies() {
    assertEquals(1L << 30, pin(0, 0x1000).backing());
    memory.setBacking(1L << 24);
    memory.setBacking(range(0x10000, 0x10000), 1L << 16);
    memory.setBacking(range(0x10000, 0x1000), 1L << 12);
    memory.setBacking(range(0x40000, 0x1000), 1L << 63);
    assertEquals(1L << 24, pin(0, 0x10000).backing());
    assertEquals(1L << 16, pin(0x1f000, 0x10000).backing());
    assertEquals(1L << 12, pin(0, 0x20000).backing());
    assertEquals(1L << 24, pin(0x40000, 0x1000).backing());
  }

  @Test
  void memory_numbersThatAreNoPowerOfTwo_areMisuse() {
    assertThrows(IllegalArgumentException.class, () -> new SimulatedHostMemory(0));
    assertThrows(IllegalArgumentException.class, () -> memory.setBacking(3));
    assertThrows(IllegalArgumentException.class, () -> memory.setBacking(range(0, 1), 12));
  }

  @Test
  void block_runsThatDoNotAddUp_areMisuse() {
    var start = new UserAddress(0);
    var run = new PhysicalRun(new HostPhysicalAddress(0), 0x1000);
    assertThrows(
        IllegalArgumentException.class, () -> new PinnedBlock(start, 0x2000, 1, List.of(run)));
    assertThrows(
        IllegalArgumentException.class, () -> new PinnedBlock(start, 0x800, 1, List.of(run)));
    assertThrows(IllegalArgumentException.class, () -> new PinnedBlock(start, 0, 1, List.of()));
    assertThrows(
        IllegalArgumentException.class, () -> new PinnedBlock(start, 0x1000, 3, List.of(run)));
    var half = new PhysicalRun(new HostPhysicalAddress(0), 1L << 63);
    assertThrows(
        IllegalArgumentException.class,
        () -> new PinnedBlock(start, 0x1000, 1, List.of(half, half, run)));
  }

  @Test
  void run_emptyOrPastTheTop_isMisuse() {
    var top = new HostPhysicalAddress(-0x1000);
    assertEquals(0x1000, new PhysicalRun(top, 0x1000).size());
    assertThrows(IllegalArgumentException.class, () -> new PhysicalRun(top, 0x1001));
    assertThrows(IllegalArgumentException.class, () -> new PhysicalRun(top, 0));
  }
}

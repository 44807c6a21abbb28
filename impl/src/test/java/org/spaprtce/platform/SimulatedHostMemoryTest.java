package org.spaprtce.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.spaprtce.HostPhysicalAddress;
import org.spaprtce.ProcessId;
import org.spaprtce.UserAddress;
import org.spaprtce.platform.HostMemory.PinResult;
import org.spaprtce.platform.HostMemory.Unpinnable;
import org.spaprtce.platform.SimulatedHostMemory.OwnedRange;
import org.spaprtce.platform.SimulatedHostMemory.Range;

/** The simulated memory and the blocks that it pins. */
class SimulatedHostMemoryTest {

  private static final ProcessId P = new ProcessId(0);

  private final SimulatedHostMemory memory = new SimulatedHostMemory(0x4000);

  private static Range range(long start, long size) {
    return new Range(new UserAddress(start), size);
  }

  private static OwnedRange owned(long start, long size) {
    return new OwnedRange(P, range(start, size));
  }

  private PinResult attempt(long start, long size) {
    return memory.pin(P, new UserAddress(start), size);
  }

  private PinnedBlock pin(long start, long size) {
    return assertInstanceOf(PinnedBlock.class, attempt(start, size));
  }

  @Test
  void pin_severalSlices_isOneRunForEach() {
    PinnedBlock block = pin(0x3000, 0x6000);
    assertEquals(
        List.of(
            new PhysicalRun(new HostPhysicalAddress(0x7000), 0x1000),
            new PhysicalRun(new HostPhysicalAddress(0), 0x4000),
            new PhysicalRun(new HostPhysicalAddress(0xc000), 0x1000)),
        block.layout().runs());
    for (long offset = 0; offset < 0x6000; offset += 0x800) {
      assertEquals(memory.physical(P, new UserAddress(0x3000 + offset)), block.at(offset));
    }
    assertThrows(IllegalArgumentException.class, () -> block.at(0x6000));
  }

  @Test
  void pin_byOtherProcesses_isElsewhere() {
    for (int number = 0; number < 5; number++) {
      var owner = new ProcessId(number);
      var block =
          assertInstanceOf(PinnedBlock.class, memory.pin(owner, new UserAddress(0x3000), 0x6000));
      for (long offset = 0; offset < 0x6000; offset += 0x800) {
        assertEquals(memory.physical(owner, new UserAddress(0x3000 + offset)), block.at(offset));
      }
      if (number > 0) {
        assertNotEquals(memory.physical(P, new UserAddress(0)), block.at(0x1000));
      }
    }
  }

  @Test
  void pin_hugeBlock_needsFewRuns() {
    var plain = new SimulatedHostMemory();
    for (int number = 0; number < 3; number++) {
      var owner = new ProcessId(number);
      var block =
          assertInstanceOf(
              PinnedBlock.class, plain.pin(owner, new UserAddress(7L << 60), 2L << 60));
      assertTrue(block.layout().runs().size() <= 2);
      assertEquals(plain.physical(owner, new UserAddress(1L << 63)), block.at(1L << 60));
    }
    assertEquals(new HostPhysicalAddress(0), plain.physical(P, new UserAddress(1L << 63)));
  }

  @Test
  void pin_countsAndUnpinGivesBack() {
    PinnedBlock first = pin(0, 0x1000);
    PinnedBlock second = pin(0, 0x1000);
    PinnedBlock wider = pin(0, 0x2000);
    assertEquals(Map.of(owned(0, 0x1000), 2, owned(0, 0x2000), 1), memory.pins());
    memory.unpin(first);
    assertThrows(IllegalStateException.class, () -> memory.unpin(first));
    assertEquals(Map.of(owned(0, 0x1000), 1, owned(0, 0x2000), 1), memory.pins());
    memory.unpin(second);
    memory.unpin(wider);
    assertTrue(memory.pins().isEmpty());
  }

  @Test
  void pin_refusedRange_pinsNothingAndTellsHowFarItGoes() {
    memory.refuse(range(0x2000, 0x1000));
    assertEquals(new Unpinnable(0x1000), attempt(0x1000, 0x2000));
    assertEquals(new Unpinnable(0), attempt(0x2000, 0x1000));
    assertEquals(new Unpinnable(0), attempt(0x2fff, 1));
    assertEquals(new Unpinnable(0x2000), attempt(0, 1L << 60));
    memory.refuse(range(0x1800, 1));
    assertEquals(new Unpinnable(0x1800), attempt(0, 1L << 60));
    assertTrue(memory.pins().isEmpty());
    pin(0x1000, 0x800);
    pin(0x3000, 0x1000);
    memory.refuseNothing();
    pin(0x1000, 0x2000);
  }

  @Test
  void pin_pastTheTop_goesUpToIt() {
    assertEquals(new Unpinnable(0x1000), attempt(-0x1000, 0x2000));
    assertEquals(0x1000, pin(-0x1000, 0x1000).size());
    var all = new SimulatedHostMemory().pin(P, new UserAddress(0), -0x1000);
    assertEquals(-0x1000, assertInstanceOf(PinnedBlock.class, all).size());
  }

  @Test
  void pin_callThatFails_pinsNothing() {
    memory.pinCalls().failAt(1);
    pin(0, 0x1000);
    assertEquals(new Unpinnable(0), attempt(0, 0x1000));
    pin(0, 0x1000);
    assertEquals(3, memory.pinCalls().calls());
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
  void ranges_areOrderedByOwnerStartAndSize() {
    assertTrue(range(0, 2).compareTo(range(1, 1)) < 0);
    assertTrue(range(0, 1).compareTo(range(0, -1)) < 0);
    assertTrue(owned(9, 9).compareTo(new OwnedRange(new ProcessId(1), range(0, 1))) < 0);
    assertEquals(0, owned(9, 9).compareTo(owned(9, 9)));
  }
}

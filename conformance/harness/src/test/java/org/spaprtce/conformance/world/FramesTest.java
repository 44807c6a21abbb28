package org.spaprtce.conformance.world;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class FramesTest {
  private static final BigInteger START = BigInteger.valueOf(0x10000);
  private static final BigInteger PAGE = BigInteger.valueOf(0x1000);
  private static final MemoryMap.Access PRIVATE = new MemoryMap.Access(true, true, false, false);
  private static final MemoryMap.Access SHARED = new MemoryMap.Access(true, true, false, true);

  private final MemoryMap memory = MemoryMap.untold();

  @Test
  void frames_ofMemory_areThatMemory() {
    memory.map(START, PAGE, PRIVATE);
    Frames frames = Frames.of(memory, START, PAGE);
    memory.write(START, 2, new byte[] {1, 2});
    assertArrayEquals(new byte[] {1, 2, 0}, frames.read(0, 3));
    frames.write(1, 1, new byte[] {9});
    assertArrayEquals(new byte[] {1, 9}, memory.read(START, 2));
    frames.write(0, 1, null);
    assertNull(memory.read(START, 1));
  }

  @Test
  void frames_outliveTheirAddresses() {
    memory.map(START, PAGE, PRIVATE);
    memory.fill(START, PAGE, (byte) 7);
    Frames frames = Frames.of(memory, START, PAGE);
    memory.unmap(START, PAGE);
    memory.map(START, PAGE, PRIVATE);
    assertArrayEquals(new byte[] {7}, frames.read(0xfff, 1));
    assertArrayEquals(new byte[] {0}, memory.read(START, 1));
    frames.write(0, 1, new byte[] {8});
    assertArrayEquals(new byte[] {0}, memory.read(START, 1));
  }

  @Test
  void frames_acrossMappings_areInPieces() {
    memory.map(START, PAGE, PRIVATE);
    memory.map(START.add(PAGE), PAGE, SHARED);
    Frames frames = Frames.of(memory, START, PAGE.add(PAGE));
    frames.write(0xfff, 2, new byte[] {1, 2});
    assertArrayEquals(new byte[] {1, 2}, memory.read(START.add(PAGE).subtract(BigInteger.ONE), 2));
    assertNull(frames.read(0x1fff, 2));
  }

  @Test
  void child_sharesOnlyWhatIsShared() {
    memory.map(START, PAGE, PRIVATE);
    memory.map(START.add(PAGE), PAGE, SHARED);
    MemoryMap child = memory.fork();
    child.fill(START, PAGE.add(PAGE), (byte) 3);
    assertArrayEquals(new byte[] {0}, memory.read(START, 1));
    assertArrayEquals(new byte[] {3}, memory.read(START.add(PAGE), 1));
  }
}

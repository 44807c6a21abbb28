package org.spaprtce.conformance.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class MemoryMapTest {
  private final MemoryMap memory = new MemoryMap();

  private static BigInteger n(long number) {
    return BigInteger.valueOf(number);
  }

  private void assertPinnable(MemoryMap.Pinnable expected, long start, long size) {
    assertEquals(expected, memory.pinnable(n(start), n(size)));
  }

  @Test
  void pinnable_unknownMemory_isUnknown() {
    assertPinnable(MemoryMap.Pinnable.UNKNOWN, 100, 10);
    memory.set(n(100), n(10), MemoryMap.Access.WRITABLE);
    assertPinnable(MemoryMap.Pinnable.YES, 100, 10);
    assertPinnable(MemoryMap.Pinnable.UNKNOWN, 99, 2);
    assertPinnable(MemoryMap.Pinnable.UNKNOWN, 109, 2);
  }

  @Test
  void pinnable_anyBarredByte_isNo() {
    memory.set(n(100), n(10), MemoryMap.Access.WRITABLE);
    memory.set(n(105), n(1), MemoryMap.Access.BARRED);
    assertPinnable(MemoryMap.Pinnable.YES, 100, 5);
    assertPinnable(MemoryMap.Pinnable.NO, 100, 6);
    assertPinnable(MemoryMap.Pinnable.YES, 106, 4);
    assertPinnable(MemoryMap.Pinnable.NO, 0, 200);
  }

  @Test
  void pinnable_aboveTheDefaultTop_isNoUnlessMapped() {
    long top = 1L << 47;
    assertPinnable(MemoryMap.Pinnable.NO, top - 1, 2);
    assertPinnable(MemoryMap.Pinnable.UNKNOWN, top - 1, 1);
    memory.set(n(top), n(5), MemoryMap.Access.WRITABLE);
    assertPinnable(MemoryMap.Pinnable.YES, top, 5);
    BigInteger kernel = BigInteger.ONE.shiftLeft(64).subtract(n(3));
    assertEquals(MemoryMap.Pinnable.NO, memory.pinnable(kernel, n(2)));
  }

  @Test
  void protect_keepsThePagesBehind() {
    memory.set(n(100), n(10), MemoryMap.Access.HUGE);
    memory.protect(n(102), n(2), false);
    assertPinnable(MemoryMap.Pinnable.NO, 100, 10);
    assertTrue(memory.huge(n(100), n(10)));
    memory.protect(n(100), n(12), true);
    assertPinnable(MemoryMap.Pinnable.YES, 100, 12);
    assertTrue(memory.huge(n(100), n(10)));
    assertFalse(memory.huge(n(100), n(11)));
    assertFalse(memory.huge(n(99), n(2)));
  }

  @Test
  void setWhereUnknown_keepsWhatIsKnown() {
    memory.set(n(104), n(2), MemoryMap.Access.WRITABLE);
    memory.setWhereUnknown(n(100), n(10), MemoryMap.Access.BARRED);
    assertPinnable(MemoryMap.Pinnable.NO, 103, 1);
    assertPinnable(MemoryMap.Pinnable.YES, 104, 2);
    assertPinnable(MemoryMap.Pinnable.NO, 106, 4);
    assertPinnable(MemoryMap.Pinnable.UNKNOWN, 110, 1);
  }

  @Test
  void forget_makesUnknown() {
    memory.set(n(100), n(10), MemoryMap.Access.BARRED);
    memory.forget(n(102), n(3));
    memory.forget(n(100), n(0));
    assertPinnable(MemoryMap.Pinnable.UNKNOWN, 102, 3);
    assertPinnable(MemoryMap.Pinnable.NO, 101, 2);
    assertPinnable(MemoryMap.Pinnable.NO, 105, 1);
  }
}

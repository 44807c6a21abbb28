package org.spaprtce.conformance.world;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** A memory map is what an array with an entry for each byte would be. */
class MemoryMapPropertyTest {
  private static final int SIZE = 24;

  enum Kind {
    MAP,
    MAP_HUGE,
    MAP_SHARED,
    UNMAP,
    READ_ONLY,
    BAR,
    ALLOW,
    LOCK,
    UNLOCK,
    EMPTY,
    PRESENT,
    FILL,
    BLUR
  }

  record Change(Kind kind, int start, int size, byte value) {}

  /** One byte of the array. */
  private static final class Cell {
    private boolean untold = true;
    private boolean mapped;
    private boolean readable;
    private boolean writable;
    private boolean huge;
    private boolean shared;
    private boolean present;
    private boolean locked;
    private boolean blurred;
    private byte value;
  }

  @Provide
  static Arbitrary<List<Change>> changes() {
    return Combinators.combine(
            Arbitraries.of(Kind.class),
            Arbitraries.integers().between(0, SIZE - 1),
            Arbitraries.integers().between(0, SIZE / 2),
            Arbitraries.bytes())
        .as((kind, start, size, value) ->
            new Change(kind, start, Math.min(size, SIZE - start), value))
        .list()
        .ofMaxSize(14);
  }

  @Property(tries = 600)
  void map_afterChanges_isAsItsBytes(@ForAll("changes") List<Change> changes) {
    MemoryMap map = MemoryMap.untold();
    Cell[] cells = new Cell[SIZE];
    Arrays.setAll(cells, _ -> new Cell());
    for (Change change : changes) {
      apply(map, change);
      apply(cells, change);
      assertRange(map, cells, change.start, change.size); // the next change must not leave it stale
    }
    for (int start = 0; start < SIZE; start++) {
      for (int size = 0; start + size <= SIZE; size++) {
        assertRange(map, cells, start, size);
      }
    }
    long locked = Arrays.stream(cells).filter(cell -> cell.locked).count();
    assertEquals(big(locked), map.lockedBytes());
  }

  private static BigInteger big(long number) {
    return BigInteger.valueOf(number);
  }

  private static void apply(MemoryMap map, Change change) {
    BigInteger start = big(change.start);
    BigInteger size = big(change.size);
    switch (change.kind) {
      case MAP -> map.map(start, size, new MemoryMap.Access(true, true, false, false));
      case MAP_HUGE -> map.map(start, size, new MemoryMap.Access(true, true, true, false));
      case MAP_SHARED -> map.map(start, size, new MemoryMap.Access(true, true, false, true));
      case UNMAP -> map.unmap(start, size);
      case READ_ONLY -> map.protect(start, size, true, false);
      case BAR -> map.protect(start, size, false, false);
      case ALLOW -> map.protect(start, size, true, true);
      case LOCK -> map.lock(start, size, true);
      case UNLOCK -> map.lock(start, size, false);
      case EMPTY -> map.empty(start, size);
      case PRESENT -> map.present(start, size);
      case FILL -> map.fill(start, size, change.value);
      case BLUR -> map.write(start, change.size, null);
    }
  }

  private static void apply(Cell[] cells, Change change) {
    for (int i = change.start; i < change.start + change.size; i++) {
      Cell cell = cells[i];
      switch (change.kind) {
        case MAP, MAP_HUGE, MAP_SHARED -> {
          cells[i] = new Cell();
          cells[i].untold = false;
          cells[i].mapped = true;
          cells[i].readable = true;
          cells[i].writable = true;
          cells[i].huge = change.kind == Kind.MAP_HUGE;
          cells[i].shared = change.kind == Kind.MAP_SHARED;
          cells[i].present = change.kind != Kind.MAP_HUGE;
        }
        case UNMAP -> {
          cells[i] = new Cell();
          cells[i].untold = false;
        }
        case LOCK, UNLOCK -> {
          if (!cell.mapped && !cell.untold) {
            return;
          }
          cell.locked = cell.mapped && !cell.huge && change.kind == Kind.LOCK;
        }
        default -> applyToMapped(cell, change);
      }
    }
  }

  private static void applyToMapped(Cell cell, Change change) {
    if (!cell.mapped) {
      return;
    }
    switch (change.kind) {
      case READ_ONLY, BAR, ALLOW -> {
        cell.readable = change.kind != Kind.BAR;
        cell.writable = change.kind == Kind.ALLOW;
      }
      case EMPTY -> {
        if (!cell.shared && !cell.locked) {
          cell.value = 0;
          cell.blurred = false;
          cell.present = !cell.huge;
        }
      }
      case PRESENT -> cell.present = true;
      case FILL -> {
        cell.value = change.value;
        cell.blurred = false;
      }
      case BLUR -> cell.blurred = true;
      default -> throw new IllegalArgumentException("change=" + change);
    }
  }

  private static void assertRange(MemoryMap map, Cell[] cells, int start, int size) {
    Cell[] range = Arrays.copyOfRange(cells, start, start + size);
    BigInteger at = big(start);
    BigInteger length = big(size);
    int surely = 0;
    while (surely < size && range[surely].writable && range[surely].present) {
      surely++;
    }
    int perhaps = 0;
    while (perhaps < size && (range[perhaps].untold || range[perhaps].writable)) {
      perhaps++;
    }
    assertEquals(big(surely), map.surelyPinnable(at, length));
    assertEquals(big(perhaps), map.perhapsPinnable(at, length));
    assertEquals(Arrays.stream(range).allMatch(cell -> cell.present), map.isPresent(at, length));
    MemoryMap.Answer readable =
        Arrays.stream(range).anyMatch(cell -> !cell.untold && !cell.readable)
            ? MemoryMap.Answer.NO
            : Arrays.stream(range).anyMatch(cell -> cell.untold)
                ? MemoryMap.Answer.UNTOLD
                : MemoryMap.Answer.YES;
    assertEquals(readable, map.readable(at, length));
    assertEquals(Arrays.stream(range).allMatch(cell -> cell.huge), map.huge(at, length));
    long locked = Arrays.stream(range).filter(cell -> cell.locked).count();
    assertEquals(big(locked), map.lockedWithin(at, length));
    assertContents(map.read(at, size), range);
    assertContents(map.fork().read(at, size), range);
  }

  private static void assertContents(byte @Nullable [] found, Cell[] range) {
    if (Arrays.stream(range).allMatch(cell -> cell.mapped && !cell.blurred)) {
      byte[] expected = new byte[range.length];
      for (int i = 0; i < range.length; i++) {
        expected[i] = range[i].value;
      }
      assertArrayEquals(expected, found);
    } else {
      assertNull(found);
    }
  }
}

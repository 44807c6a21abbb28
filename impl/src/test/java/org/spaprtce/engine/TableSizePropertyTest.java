package org.spaprtce.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What tables cost, against the text of the spec in numbers that cannot overflow. */
class TableSizePropertyTest {

  private static final BigInteger ENTRY = BigInteger.valueOf(8);
  private static final BigInteger LEAST = BigInteger.valueOf(4096);

  private static BigInteger level(BigInteger page, int entryBits, int levels) {
    int bits = (entryBits + levels - 1) / levels;
    return ENTRY.shiftLeft(bits).max(page);
  }

  private static BigInteger allLevels(BigInteger lowest, BigInteger level, int n) {
    if (n == 0) {
      return BigInteger.ZERO;
    }
    BigInteger rounded = lowest.add(level).subtract(BigInteger.ONE).divide(level).multiply(level);
    BigInteger above = ENTRY.multiply(lowest.divide(level)).max(level);
    return rounded.add(allLevels(above, level, n - 1));
  }

  @Property(tries = 2000)
  void tableSize_anyWindow_isThatOfTheSpec(
      @ForAll @IntRange(min = 12, max = 24) int pageShift,
      @ForAll @IntRange(min = 12, max = 58) int shift,
      @ForAll @IntRange(min = 0, max = 51) int entryBits,
      @ForAll @IntRange(min = 1, max = 9) int levels) {
    int sizeShift = Math.min(63, shift + entryBits);
    long size = 1L << sizeShift;
    BigInteger page = BigInteger.TWO.pow(pageShift);
    var tables = new TableSize(1L << pageShift);

    BigInteger level = level(page, sizeShift - shift, levels);
    assertEquals(level, BigInteger.valueOf(tables.levelBytes(shift, size, levels)));
    BigInteger lowest = ENTRY.shiftLeft(sizeShift - shift).max(LEAST);
    assertEquals(
        allLevels(lowest, level, levels).shiftLeft(1).divide(page),
        BigInteger.valueOf(tables.pages(shift, size, levels)));
    int levelBits = level.divide(ENTRY).bitLength() - 1;
    assertEquals(levelBits * levels + shift >= 55, tables.tooWide(shift, size, levels));
  }

  @Test
  void pages_sizeThatIsNoPowerOfTwo_isThatOfTheOneBelow() {
    var tables = new TableSize(1 << 16);
    assertEquals(tables.pages(12, 1L << 30, 1), tables.pages(12, 3L << 29, 1));
    assertEquals(64, tables.pages(12, 1L << 30, 1));
  }

  @Test
  void pages_ofNothing_areThoseOfTheSmallestTable() {
    assertEquals(2, new TableSize(1 << 16).pages(12, 0, 1));
    assertEquals(2, new TableSize(1 << 12).pages(12, 0, 1));
    assertEquals(1 << 16, new TableSize(1 << 16).levelBytes(12, 0, 1));
  }
}

package org.spaprtce.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.spaprtce.engine.Regions.region;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lookups and changes of the index. */
class RegionIndexTest {

  private final Region low = region(0x1000, 0x1000);
  private final Region high = region(-0x3000, 0x2000);
  private final RegionIndex index = RegionIndex.EMPTY.with(high).with(low);

  @Test
  void regions_signedOrderDiffers_areInUnsignedOrder() {
    assertEquals(List.of(low, high), index.regions());
  }

  @Test
  void find_atTheBounds_isHalfOpen() {
    assertNull(index.find(0xfff));
    assertSame(low, index.find(0x1000));
    assertSame(low, index.find(0x1fff));
    assertNull(index.find(0x2000));
    assertSame(high, index.find(-0x1001));
    assertNull(index.find(-0x1000));
    assertNull(RegionIndex.EMPTY.find(0));
  }

  @Test
  void named_onlyTheExactBlock_isFound() {
    assertSame(low, index.named(0x1000, 0x1000));
    assertNull(index.named(0x1000, 0x800));
    assertNull(index.named(0x1800, 0x800));
    assertNull(index.named(0, 0x1000));
  }

  @Test
  void overlaps_neighbours_doNot() {
    assertFalse(index.overlaps(0, 0x1000));
    assertFalse(index.overlaps(0x2000, 0x1000));
    assertTrue(index.overlaps(0, 0x1001));
    assertTrue(index.overlaps(0x1fff, 1));
    assertTrue(index.overlaps(0, -0x1000));
    assertTrue(index.overlaps(-0x2000, 0x1000));
    assertFalse(index.overlaps(0x2000, -0x5000));
    assertFalse(RegionIndex.EMPTY.overlaps(0, -0x1000));
  }

  @Test
  void without_leavesTheOldIndexAlone() {
    RegionIndex less = index.without(low);
    assertEquals(List.of(high), less.regions());
    assertEquals(List.of(low, high), index.regions());
    assertEquals(List.of(), less.without(high).regions());
  }

  @Test
  void without_blockOfTheSameNameThatIsNotInIt_isAnError() {
    assertThrows(AssertionError.class, () -> index.without(region(0x1000, 0x1000)));
  }

  @Test
  void retaining_someBlocks_leavesTheOldIndexAlone() {
    var blocks = new ArrayList<Region>();
    RegionIndex many = RegionIndex.EMPTY;
    for (int i = 0; i < 3 * RegionIndex.LEAF; i++) {
      Region region = region(i * 0x2000L, 0x1000);
      blocks.add(region);
      many = many.with(region);
    }
    assertEquals(blocks, many.retaining(r -> true).regions());
    assertEquals(List.of(), many.retaining(r -> false).regions());
    Region second = blocks.get(1);
    RegionIndex less = many.retaining(r -> r.start() > 0x80000 || r == second);
    assertEquals(
        blocks.stream().filter(r -> r.start() > 0x80000 || r == second).toList(), less.regions());
    assertSame(second, less.find(second.start()));
    assertNull(less.find(0));
    assertEquals(blocks, many.regions());
  }
}

package org.spaprtce.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.spaprtce.engine.Regions.region;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
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

  /** The number of blocks in each leaf. */
  private static List<Integer> leaves(RegionIndex index) throws ReflectiveOperationException {
    var sizes = new ArrayList<Integer>();
    for (Object leaf : (Object[]) field(index, "leaves")) {
      sizes.add(((Region[]) field(leaf, "regions")).length);
    }
    return sizes;
  }

  private static Object field(Object owner, String name) throws ReflectiveOperationException {
    Field field = owner.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field.get(owner);
  }

  private static RegionIndex with(RegionIndex index, int... numbers) {
    RegionIndex more = index;
    for (int number : numbers) {
      more = more.with(region(number * 0x2000L, 0x1000));
    }
    return more;
  }

  private static RegionIndex without(RegionIndex index, int from, int to) {
    RegionIndex fewer = index;
    for (int i = from; i < to; i++) {
      fewer = fewer.without(Objects.requireNonNull(fewer.find(i * 0x2000L)));
    }
    return fewer;
  }

  private static RegionIndex ascending(int count) {
    return with(RegionIndex.EMPTY, IntStream.range(0, count).toArray());
  }

  @Test
  void with_ascending_fillsLeaves() throws ReflectiveOperationException {
    int leaf = RegionIndex.LEAF;
    assertEquals(List.of(leaf), leaves(ascending(leaf)));
    assertEquals(List.of(leaf, leaf, leaf, 1), leaves(ascending(3 * leaf + 1)));
  }

  @Test
  void with_inAFullLeaf_halvesIt() throws ReflectiveOperationException {
    int leaf = RegionIndex.LEAF;
    int half = leaf / 2;
    int[] even = IntStream.range(0, 2 * leaf).map(i -> 2 * i).toArray();
    RegionIndex full = with(RegionIndex.EMPTY, even);
    assertEquals(List.of(half, half + 1, leaf), leaves(with(full, 2 * leaf - 1)));
    assertEquals(List.of(half, half + 1, leaf), leaves(with(full, 1)));
    assertEquals(List.of(leaf, half, half + 1), leaves(with(full, 4 * leaf - 3)));
    assertEquals(List.of(leaf, half, half + 1), leaves(with(full, 2 * leaf + 1)));
  }

  @Test
  void without_untilTwoLeavesFillHalfOfOne_joinsThem() throws ReflectiveOperationException {
    int leaf = RegionIndex.LEAF;
    int quarter = leaf / 4;
    RegionIndex index = without(ascending(3 * leaf), leaf + quarter, 2 * leaf);
    assertEquals(List.of(leaf, quarter, leaf), leaves(index));
    RegionIndex apart = without(index, 0, leaf - quarter - 1);
    assertEquals(List.of(quarter + 1, quarter, leaf), leaves(apart));
    RegionIndex joined = without(apart, leaf - quarter - 1, leaf - quarter);
    assertEquals(List.of(2 * quarter, leaf), leaves(joined));
    assertEquals(without(index, 0, leaf - quarter).regions(), joined.regions());
    RegionIndex last = without(joined, 2 * leaf, 3 * leaf - 1);
    assertEquals(List.of(2 * quarter, 1), leaves(last));
    assertEquals(List.of(2 * quarter), leaves(without(last, 3 * leaf - 1, 3 * leaf)));
  }
}

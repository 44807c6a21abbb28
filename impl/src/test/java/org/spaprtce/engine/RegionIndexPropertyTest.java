package org.spaprtce.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.spaprtce.engine.Regions.region;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The index against a plain list, with enough blocks for several leaves. */
class RegionIndexPropertyTest {

  /** Slots of this many bytes all over the address space, so that half of it is signed. */
  private static final long SLOT = 1L << 52;

  private static Region inSlot(int slot, Random random) {
    long offset = random.nextInt(3) * 0x10000L;
    return region(slot * SLOT + offset, random.nextBoolean() ? 0x10000 : SLOT - 0x20000);
  }

  @Property(tries = 60)
  void index_randomChanges_agreesWithAList(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 900) int changes) {
    RegionIndex index = RegionIndex.EMPTY;
    var list = new ArrayList<Region>();
    for (int i = 0; i < changes; i++) {
      Region region = inSlot(random.nextInt(4095), random);
      boolean overlaps =
          list.stream()
              .anyMatch(r -> Words.overlap(r.start(), r.size(), region.start(), region.size()));
      assertEquals(overlaps, index.overlaps(region.start(), region.size()));
      if (!overlaps) {
        index = index.with(region);
        list.add(region);
      } else {
        Region gone = list.remove(random.nextInt(list.size()));
        index = index.without(gone);
      }
      if (i > changes / 2 && !list.isEmpty()) {
        index = index.without(list.removeLast());
      }
      look(index, list, region.start() + random.nextInt(0x40000));
    }
    list.sort(Comparator.comparing(Region::start, Long::compareUnsigned));
    assertEquals(list, index.regions());
    while (!list.isEmpty()) {
      index = index.without(list.remove(random.nextInt(list.size())));
      assertEquals(list, index.regions());
    }
  }

  private static void look(RegionIndex index, List<Region> list, long address) {
    Region expected = list.stream().filter(r -> r.holds(address)).findAny().orElse(null);
    assertSame(expected, index.find(address));
    if (expected != null) {
      assertSame(expected, index.named(expected.start(), expected.size()));
    }
  }
}

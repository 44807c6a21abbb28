package org.spaprtce.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The counts of a table. */
class LiveCountsTest {

  private final LiveCounts counts = new LiveCounts();

  private List<Integer> counted() {
    var regions = new ArrayList<Integer>();
    counts.forEach(regions::add);
    return regions;
  }

  @Test
  void get_neverMapped_isZero() {
    for (int region : new int[] {0, 63, 64, 128, 1_000_000}) {
      assertEquals(0, counts.get(region));
    }
    assertEquals(List.of(), counted());
  }

  @Test
  void add_severalChunks_keepsEachCount() {
    counts.add(5, 3);
    counts.add(64, 1L << 40);
    counts.add(100_000, 7);
    counts.add(64, -1);
    assertEquals(3, counts.get(5));
    assertEquals((1L << 40) - 1, counts.get(64));
    assertEquals(7, counts.get(100_000));
    assertEquals(0, counts.get(6));
    assertEquals(List.of(5, 64, 100_000), counted());
    counts.add(5, -3);
    assertEquals(List.of(64, 100_000), counted());
  }

  @Test
  void add_belowZero_isAnErrorAndChangesNothing() {
    counts.add(5, 3);
    assertThrows(AssertionError.class, () -> counts.add(5, -4));
    assertThrows(AssertionError.class, () -> counts.add(6, -1));
    assertEquals(3, counts.get(5));
    assertEquals(0, counts.get(6));
  }

  @Property
  void counts_anyChanges_areThoseOfAMap(
      @ForAll @Size(max = 80) List<@IntRange(max = 1000) Integer> regions) {
    var fresh = new LiveCounts();
    var naive = new TreeMap<Integer, Long>();
    for (int region : regions) {
      fresh.add(region, region + 1L);
      naive.merge(region, region + 1L, Long::sum);
      if (region % 3 == 0) {
        fresh.add(region, -naive.getOrDefault(region, 0L));
        naive.remove(region);
      }
    }
    var found = new ArrayList<Integer>();
    fresh.forEach(found::add);
    assertEquals(List.copyOf(naive.keySet()), found);
    naive.forEach((region, count) -> assertEquals(count, fresh.get(region)));
  }
}

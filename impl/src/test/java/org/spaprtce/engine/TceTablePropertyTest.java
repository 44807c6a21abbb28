package org.spaprtce.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.spaprtce.engine.Regions.region;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.spaprtce.DmaPermission;

/** The table against a map from each page to its TCE. */
class TceTablePropertyTest {

  private static final int SHIFT = 12;
  private static final int BLOCK_PAGES = 4096;

  private record Entry(long ua, DmaPermission permission, PreregisteredRegion region) {}

  private final List<PreregisteredRegion> regions = new ArrayList<>();

  /** The window lies around the middle of the unsigned range, where signed order jumps. */
  private static long iova(long entry) {
    return Long.MIN_VALUE + ((entry - 500) << SHIFT);
  }

  @Property(tries = 100)
  void table_randomChanges_agreesWithAMap(
      @ForAll Random random,
      @ForAll @IntRange(min = 1, max = 2500) int changes,
      @ForAll @IntRange(min = 1, max = 60) int longest) {
    regions.clear();
    regions.add(region(0, (long) BLOCK_PAGES << SHIFT));
    regions.add(region((long) BLOCK_PAGES << SHIFT, (long) BLOCK_PAGES << SHIFT));
    var table = new TceTable(SHIFT);
    var naive = new TreeMap<Long, Entry>();
    for (int i = 0; i < changes; i++) {
      int entry = random.nextInt(1000);
      int length = 1 + random.nextInt(random.nextInt(40) == 0 ? 1000 : longest);
      if (random.nextInt(3) == 0) {
        table.unmap(iova(entry), (long) length << SHIFT);
        naive.subMap((long) entry, (long) entry + length).clear();
      } else {
        map(table, naive, random, entry, length);
      }
    }
    agree(table, naive);
    table.unmap(iova(0), 3000L << SHIFT);
    assertEquals(List.of(), table.runs());
    regions.forEach(r -> assertEquals(0, r.live()));
  }

  private void map(
      TceTable table, NavigableMap<Long, Entry> naive, Random random, int entry, int length) {
    int block = random.nextInt(2);
    long page = random.nextInt(4) == 0 ? random.nextInt(BLOCK_PAGES - length) : entry;
    long ua = ((long) block * BLOCK_PAGES + page) << SHIFT;
    DmaPermission permission = random.nextBoolean() ? DmaPermission.READ : DmaPermission.READ_WRITE;
    table.map(regions.get(block), ua, iova(entry), (long) length << SHIFT, permission);
    for (int i = 0; i < length; i++) {
      naive.put(
          (long) entry + i, new Entry(ua + ((long) i << SHIFT), permission, regions.get(block)));
    }
  }

  private void agree(TceTable table, NavigableMap<Long, Entry> naive) {
    long last = naive.isEmpty() ? 0 : naive.lastKey();
    for (long entry = 0; entry <= last + 1; entry++) {
      TceRun run = table.find(iova(entry) + 7);
      Entry found =
          run == null
              ? null
              : new Entry(run.userAddress(iova(entry)), run.permission(), run.region());
      assertEquals(naive.get(entry), found);
    }
    List<TceRun> runs = table.runs();
    assertEquals(naive.size(), runs.stream().mapToLong(r -> r.size() >>> SHIFT).sum());
    for (int i = 1; i < runs.size(); i++) {
      assertTrue(Words.less(runs.get(i - 1).last(), runs.get(i).iova()));
      assertFalse(runs.get(i - 1).continuesTo(runs.get(i)));
    }
    for (PreregisteredRegion region : regions) {
      long expected = naive.values().stream().filter(e -> e.region() == region).count();
      assertEquals(expected, region.live());
    }
  }
}

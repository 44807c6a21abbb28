package org.spaprtce.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

  private record Entry(long ua, DmaPermission permission, int region) {}

  /** The window lies around the middle of the unsigned range, where signed order jumps. */
  private static long iova(long entry) {
    return Long.MIN_VALUE + ((entry - 500) << SHIFT);
  }

  @Property(tries = 100)
  void table_randomChanges_agreesWithAMap(
      @ForAll Random random,
      @ForAll @IntRange(min = 1, max = 2500) int changes,
      @ForAll @IntRange(min = 1, max = 60) int longest) {
    var table = new TceTable(SHIFT);
    var naive = new TreeMap<Long, Entry>();
    for (int i = 0; i < changes; i++) {
      int entry = random.nextInt(1000);
      int length = 1 + random.nextInt(random.nextInt(40) == 0 ? 1000 : longest);
      if (random.nextInt(3) == 0) {
        table.unmap(iova(entry), (long) length << SHIFT, null);
        naive.subMap((long) entry, (long) entry + length).clear();
      } else {
        map(table, naive, random, entry, length);
      }
    }
    agree(table, naive);
    table.unmap(iova(0), 3000L << SHIFT, null);
    assertEquals(List.of(), table.runs());
    assertEquals(List.of(0L, 0L), List.of(table.live(0), table.live(1)));
  }

  private void map(
      TceTable table, NavigableMap<Long, Entry> naive, Random random, int entry, int length) {
    int block = random.nextInt(2);
    long page = random.nextInt(4) == 0 ? random.nextInt(BLOCK_PAGES - length) : entry;
    long ua = ((long) block * BLOCK_PAGES + page) << SHIFT;
    DmaPermission permission = random.nextBoolean() ? DmaPermission.READ : DmaPermission.READ_WRITE;
    table.map(ua, iova(entry), (long) length << SHIFT, TceRun.tag(block, permission), null);
    for (int i = 0; i < length; i++) {
      naive.put((long) entry + i, new Entry(ua + ((long) i << SHIFT), permission, block));
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
      assertTrue(Words.less(last(runs.get(i - 1)), runs.get(i).iova()));
      assertFalse(continues(runs.get(i - 1), runs.get(i)));
    }
    for (int block = 0; block < 2; block++) {
      int number = block;
      long expected = naive.values().stream().filter(e -> e.region() == number).count();
      assertEquals(expected, table.live(block));
    }
  }

  private static long last(TceRun run) {
    return run.iova() + (run.size() - 1);
  }

  private static boolean continues(TceRun run, TceRun next) {
    return run.tag() == next.tag()
        && run.ua() + run.size() == next.ua()
        && run.iova() + run.size() == next.iova();
  }
}

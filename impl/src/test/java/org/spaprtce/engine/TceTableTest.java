package org.spaprtce.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.spaprtce.engine.Regions.region;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.spaprtce.DmaPermission;

/** Runs: how they split, join and are replaced. */
class TceTableTest {

  private static final long PAGE = 0x1000;
  private static final DmaPermission RW = DmaPermission.READ_WRITE;

  private final PreregisteredRegion a = region(0x100000, 0x100000);
  private final PreregisteredRegion b = region(0x200000, 0x100000);
  private final TceTable table = new TceTable(12);

  private static TceRun run(PreregisteredRegion region, long iova, long ua, long pages) {
    return new TceRun(iova, ua, pages * PAGE, RW, region);
  }

  @Test
  void map_continuation_joinsOnBothSides() {
    table.map(a, 0x100000, 0, PAGE, RW);
    table.map(a, 0x102000, 0x2000, PAGE, RW);
    table.map(a, 0x101000, 0x1000, PAGE, RW);
    assertEquals(List.of(run(a, 0, 0x100000, 3)), table.runs());
    assertEquals(3, a.live());
  }

  @Test
  void map_noContinuation_staysApart() {
    table.map(a, 0x100000, 0, PAGE, RW);
    table.map(a, 0x103000, 0x1000, PAGE, RW);
    table.map(a, 0x104000, 0x3000, PAGE, RW);
    table.map(a, 0x105000, 0x4000, PAGE, DmaPermission.READ);
    assertEquals(4, table.runs().size());
  }

  @Test
  void map_acrossBlocks_staysApart() {
    table.map(a, 0x1ff000, 0, PAGE, RW);
    table.map(b, 0x200000, 0x1000, PAGE, RW);
    assertEquals(List.of(run(a, 0, 0x1ff000, 1), run(b, 0x1000, 0x200000, 1)), table.runs());
  }

  @Test
  void map_insideARunOfAnotherBlock_splitsIt() {
    table.map(a, 0x100000, 0, 5 * PAGE, RW);
    table.map(b, 0x200000, 0x2000, PAGE, RW);
    assertEquals(
        List.of(run(a, 0, 0x100000, 2), run(b, 0x2000, 0x200000, 1), run(a, 0x3000, 0x103000, 2)),
        table.runs());
    assertEquals(4, a.live());
    assertEquals(1, b.live());
  }

  @Test
  void map_sameAgain_changesNothing() {
    table.map(a, 0x100000, 0, 5 * PAGE, RW);
    table.map(a, 0x102000, 0x2000, PAGE, RW);
    assertEquals(List.of(run(a, 0, 0x100000, 5)), table.runs());
    assertEquals(5, a.live());
  }

  @Test
  void runs_atBothEndsOfTheBus_areNotJoined() {
    table.map(a, 0x100000, -PAGE, PAGE, RW);
    table.map(a, 0x101000, 0, PAGE, RW);
    assertEquals(List.of(run(a, 0, 0x101000, 1), run(a, -PAGE, 0x100000, 1)), table.runs());
    assertEquals(run(a, -PAGE, 0x100000, 1), table.find(-1));
    table.unmap(-PAGE, PAGE);
    assertNull(table.find(-1));
    assertEquals(1, a.live());
  }

  @Test
  void unmap_runByRun_leavesTheOthers() {
    int runs = 300;
    for (int i = runs - 1; i >= 0; i--) {
      table.map(a, 0x100000, 2L * i * PAGE, PAGE, RW);
    }
    for (int i = 0; i < runs; i++) {
      assertEquals(runs - i, table.runs().size());
      assertEquals(run(a, 2L * i * PAGE, 0x100000, 1), table.find(2L * i * PAGE));
      table.unmap(2L * i * PAGE, PAGE);
      assertNull(table.find(2L * i * PAGE));
    }
    assertEquals(0, a.live());
    table.map(a, 0x100000, 0, PAGE, RW);
    assertEquals(List.of(run(a, 0, 0x100000, 1)), table.runs());
  }

  @Test
  void find_betweenRuns_isNothing() {
    assertNull(table.find(0));
    table.map(a, 0x100000, 0x1000, PAGE, RW);
    table.map(a, 0x100000, 0x3000, PAGE, RW);
    assertNull(table.find(0xfff));
    assertNull(table.find(0x2000));
    assertNull(table.find(0x4000));
    assertEquals(run(a, 0x3000, 0x100000, 1), table.find(0x3fff));
  }
}

package org.spaprtce.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spaprtce.DmaPermission;

/** Runs: how they split, join and are replaced. */
class TceTableTest {

  private static final long PAGE = 0x1000;
  private static final DmaPermission RW = DmaPermission.READ_WRITE;

  private static final int A = 3;
  private static final int B = 700;

  private final TceTable table = new TceTable(12);

  private static TceRun run(int region, long iova, long ua, long pages) {
    return new TceRun(iova, ua, pages * PAGE, TceRun.tag(region, RW));
  }

  private void map(int region, long ua, long iova, long size, DmaPermission permission) {
    table.map(ua, iova, size, TceRun.tag(region, permission), null);
  }

  @Test
  void map_continuation_joinsOnBothSides() {
    map(A, 0x100000, 0, PAGE, RW);
    map(A, 0x102000, 0x2000, PAGE, RW);
    map(A, 0x101000, 0x1000, PAGE, RW);
    assertEquals(List.of(run(A, 0, 0x100000, 3)), table.runs());
    assertEquals(3, table.live(A));
  }

  @Test
  void map_noContinuation_staysApart() {
    map(A, 0x100000, 0, PAGE, RW);
    map(A, 0x103000, 0x1000, PAGE, RW);
    map(A, 0x104000, 0x3000, PAGE, RW);
    map(A, 0x105000, 0x4000, PAGE, DmaPermission.READ);
    assertEquals(4, table.runs().size());
  }

  @Test
  void map_acrossBlocks_staysApart() {
    map(A, 0x1ff000, 0, PAGE, RW);
    map(B, 0x200000, 0x1000, PAGE, RW);
    assertEquals(List.of(run(A, 0, 0x1ff000, 1), run(B, 0x1000, 0x200000, 1)), table.runs());
  }

  @Test
  void map_insideARunOfAnotherBlock_splitsIt() {
    map(A, 0x100000, 0, 5 * PAGE, RW);
    map(B, 0x200000, 0x2000, PAGE, RW);
    assertEquals(
        List.of(run(A, 0, 0x100000, 2), run(B, 0x2000, 0x200000, 1), run(A, 0x3000, 0x103000, 2)),
        table.runs());
    assertEquals(4, table.live(A));
    assertEquals(1, table.live(B));
  }

  @Test
  void map_sameAgain_changesNothing() {
    map(A, 0x100000, 0, 5 * PAGE, RW);
    map(A, 0x102000, 0x2000, PAGE, RW);
    assertEquals(List.of(run(A, 0, 0x100000, 5)), table.runs());
    assertEquals(5, table.live(A));
  }

  @Test
  void runs_atBothEndsOfTheBus_areNotJoined() {
    map(A, 0x100000, -PAGE, PAGE, RW);
    map(A, 0x101000, 0, PAGE, RW);
    assertEquals(List.of(run(A, 0, 0x101000, 1), run(A, -PAGE, 0x100000, 1)), table.runs());
    assertEquals(run(A, -PAGE, 0x100000, 1), table.find(-1));
    table.unmap(-PAGE, PAGE, null);
    assertNull(table.find(-1));
    assertEquals(1, table.live(A));
  }

  @Test
  void unmap_runByRun_leavesTheOthers() {
    int runs = 300;
    for (int i = runs - 1; i >= 0; i--) {
      map(A, 0x100000, 2L * i * PAGE, PAGE, RW);
    }
    for (int i = 0; i < runs; i++) {
      assertEquals(runs - i, table.runs().size());
      assertEquals(run(A, 2L * i * PAGE, 0x100000, 1), table.find(2L * i * PAGE));
      table.unmap(2L * i * PAGE, PAGE, null);
      assertNull(table.find(2L * i * PAGE));
    }
    assertEquals(0, table.live(A));
    map(A, 0x100000, 0, PAGE, RW);
    assertEquals(List.of(run(A, 0, 0x100000, 1)), table.runs());
  }

  @Test
  void find_betweenRuns_isNothing() {
    assertNull(table.find(0));
    map(A, 0x100000, 0x1000, PAGE, RW);
    map(A, 0x100000, 0x3000, PAGE, RW);
    assertNull(table.find(0xfff));
    assertNull(table.find(0x2000));
    assertNull(table.find(0x4000));
    assertEquals(run(A, 0x3000, 0x100000, 1), table.find(0x3fff));
  }

  @Test
  void mapAndUnmap_collectTheBlocksThatTcesCeaseToReferTo() {
    map(A, 0x100000, 0, 4 * PAGE, RW);
    var lost = new BitSet();
    table.map(0x200000, 0x1000, PAGE, TceRun.tag(B, RW), lost);
    assertEquals(BitSet.valueOf(new long[] {1 << A}), lost);
    var referred = new BitSet();
    table.forEachRegion(referred::set);
    assertEquals(List.of(A, B), referred.stream().boxed().toList());
    lost.clear();
    table.unmap(0x8000, PAGE, lost);
    assertTrue(lost.isEmpty());
    table.unmap(0x1000, PAGE, lost);
    assertEquals(List.of(B), lost.stream().boxed().toList());
    lost.clear();
    table.unmap(0, 4 * PAGE, lost);
    assertEquals(List.of(A), lost.stream().boxed().toList());
    var left = new BitSet();
    table.forEachRegion(left::set);
    assertTrue(left.isEmpty());
  }

  @Test
  void tag_ofABlockAndAPermission_hasBoth() {
    for (DmaPermission permission : DmaPermission.values()) {
      var run = new TceRun(0, 0, PAGE, TceRun.tag(12345, permission));
      assertEquals(12345, run.region());
      assertEquals(permission, run.permission());
    }
  }
}

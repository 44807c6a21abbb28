package org.spaprtce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.spaprtce.TestProcess.PAGE;
import static org.spaprtce.TestProcess.SMALL;
import static org.spaprtce.TestProcess.done;
import static org.spaprtce.TestProcess.map;
import static org.spaprtce.TestProcess.register;
import static org.spaprtce.TestProcess.run;
import static org.spaprtce.TestProcess.unregister;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spaprtce.Command.Header;
import org.spaprtce.Command.MapDma;
import org.spaprtce.platform.ResourceLimits.Memlock;
import org.spaprtce.platform.SimulatedHostMemory.Range;

/** MAP_DMA, clause by clause, and the device's view of what it writes. */
class MapDmaTest {

  @RegisterExtension final StateInvariantExtension processes = new StateInvariantExtension();

  private final TestProcess p = processes.create();
  private final TceContainer c = p.open();

  private static MapDma withHeader(boolean readable, int argsz, int flags, long iova) {
    return new MapDma(
        new Header(readable, argsz, flags), new UserAddress(PAGE), new Iova(iova), SMALL);
  }

  private List<ProcessState.Run> runs(TceContainer container) {
    return p.state().containers().get(container.id().number()).runs();
  }

  private long live(int block) {
    return p.state().blocks().get(block).live();
  }

  @Test
  void map_registeredMemory_isSeenByTheDevice() {
    done(c, register(PAGE, PAGE));
    done(c, map(PAGE + SMALL, 0x5000, 2 * SMALL));

    assertEquals(List.of(run(0x5000, PAGE + SMALL, 2 * SMALL)), runs(c));
    assertEquals(2, live(0));
    var entry =
        new TceEntry(
            p.memory.physical(new UserAddress(PAGE + SMALL + 0x1234)), DmaPermission.READ_WRITE);
    assertEquals(Optional.of(entry), c.translate(new Iova(0x6234)));
    assertEquals(Optional.empty(), c.translate(new Iova(0x4fff)));
    assertEquals(Optional.empty(), c.translate(new Iova(0x7000)));
  }

  @Test
  void map_forReading_allowsNoWriting() {
    done(c, register(PAGE, PAGE));
    done(c, withHeader(true, 32, MapDma.READ, 0));
    assertEquals(DmaPermission.READ, c.translate(new Iova(0)).orElseThrow().permission());
  }

  @Test
  void map_forWriting_allowsReadingToo() {
    done(c, register(PAGE, PAGE));
    for (int flags : new int[] {MapDma.WRITE, MapDma.READ | MapDma.WRITE}) {
      done(c, withHeader(true, 32, flags, 0));
      assertEquals(DmaPermission.READ_WRITE, c.translate(new Iova(0)).orElseThrow().permission());
    }
  }

  @Test
  void permission_ofItsFlags_isItself() {
    for (DmaPermission permission : DmaPermission.values()) {
      assertEquals(permission, DmaPermission.ofFlags(permission.flags()));
    }
  }

  @Test
  void permission_ofOtherFlags_isMisuse() {
    assertThrows(IllegalArgumentException.class, () -> DmaPermission.ofFlags(0));
    assertThrows(IllegalArgumentException.class, () -> DmaPermission.ofFlags(4));
  }

  @Test
  void map_notEnabled_isRejectedBeforeAllElse() {
    done(p.open(), register(PAGE, PAGE));
    p.rejects(Errno.EPERM, "MAP-1", c, withHeader(false, 0, -1, -1));
  }

  @Test
  void map_afterTheLastBlockIsGone_isStillEnabled() {
    done(c, register(PAGE, PAGE));
    done(c, unregister(PAGE, PAGE));
    p.rejects(Errno.EINVAL, "MAP-6", c, map(PAGE, 0, SMALL));
  }

  @Test
  void map_badHeader_isRejectedInOrder() {
    done(c, register(PAGE, PAGE));
    p.rejects(Errno.EFAULT, "ABI-1", c, withHeader(false, 0, -1, -1));
    p.rejects(Errno.EINVAL, "ABI-2", c, withHeader(true, 31, -1, -1));
    p.rejects(Errno.EINVAL, "ABI-3", c, withHeader(true, 32, 4, -1));
    p.rejects(Errno.EINVAL, "ABI-3", c, withHeader(true, 32, -1, -1));
    done(c, withHeader(true, -1, 3, 0));
  }

  @Test
  void map_outsideTheWindow_isRejectedBeforeAlignment() {
    done(c, register(PAGE, PAGE));
    p.rejects(Errno.ENXIO, "MAP-2", c, map(PAGE + 1, 1L << 31, 1));
    p.rejects(Errno.ENXIO, "MAP-2", c, map(PAGE, -SMALL, 2 * SMALL));
  }

  @Test
  void map_misaligned_isRejected() {
    done(c, register(PAGE, PAGE));
    p.rejects(Errno.EINVAL, "MAP-3", c, map(PAGE + 1, 8, SMALL));
    p.rejects(Errno.EINVAL, "MAP-3", c, map(PAGE, 8, SMALL + 1));
    p.rejects(Errno.EINVAL, "MAP-11", c, map(PAGE, 8, SMALL));
    p.rejects(Errno.EINVAL, "MAP-11", c, map(PAGE, (1L << 31) - 8, SMALL));
  }

  @Test
  void map_neitherReadNorWrite_isRejected() {
    done(c, register(PAGE, PAGE));
    p.rejects(Errno.EINVAL, "MAP-4", c, withHeader(true, 32, 0, 0));
    p.rejects(Errno.EINVAL, "MAP-4", c, withHeader(true, 32, 0, 8));
  }

  @Test
  void map_leavingTheWindow_isRejected() {
    done(c, register(PAGE, PAGE));
    p.rejects(Errno.EINVAL, "MAP-5", c, map(PAGE, (1L << 31) - SMALL, 2 * SMALL));
    p.rejects(Errno.EINVAL, "MAP-5", c, map(PAGE, SMALL, -SMALL));
    done(c, map(PAGE, (1L << 31) - SMALL, SMALL));
  }

  @Test
  void map_partlyRegistered_isRejected() {
    done(c, register(2 * PAGE, PAGE));
    done(c, register(4 * PAGE, PAGE));
    p.rejects(Errno.EINVAL, "MAP-6", c, map(2 * PAGE - SMALL, 0, 2 * SMALL));
    p.rejects(Errno.EINVAL, "MAP-6", c, map(3 * PAGE - SMALL, 0, 2 * SMALL));
    p.rejects(Errno.EINVAL, "MAP-6", c, map(2 * PAGE, 0, 3 * PAGE));
  }

  @Test
  void map_failingAtAnEntry_clearsTheEntriesBeforeItAndKeepsTheRest() {
    done(c, register(PAGE, PAGE));
    done(c, register(2 * PAGE, PAGE));
    done(c, register(8 * PAGE, PAGE));
    done(c, map(8 * PAGE, SMALL, 8 * SMALL));
    done(c, map(PAGE, 9 * SMALL, SMALL));
    assertEquals(
        new Outcome.Rejected(Errno.EINVAL, "MAP-6"),
        c.execute(map(3 * PAGE - 3 * SMALL, 3 * SMALL, 7 * SMALL)));
    assertEquals(
        List.of(
            run(SMALL, 8 * PAGE, 2 * SMALL),
            run(6 * SMALL, 8 * PAGE + 5 * SMALL, 3 * SMALL),
            run(9 * SMALL, PAGE, SMALL)),
        runs(c));
    assertEquals(List.of(1L, 0L, 5L), List.of(live(0), live(1), live(2)));
    assertEquals(Optional.empty(), c.translate(new Iova(6 * SMALL - 1)));
    assertEquals(BigInteger.valueOf(67), p.state().lockedVm());
  }

  @Test
  void map_failingWhereNothingIsMapped_changesNothing() {
    done(c, register(PAGE, PAGE));
    done(c, map(PAGE, 2 * SMALL, SMALL));
    p.rejects(Errno.EINVAL, "MAP-6", c, map(2 * PAGE - 2 * SMALL, 0, 4 * SMALL));
    p.rejects(Errno.EINVAL, "MAP-6", c, map(2 * PAGE, 2 * SMALL, SMALL));
  }

  @Test
  void map_userRangePastTheTop_isRejected() {
    done(c, register(-2 * PAGE, PAGE));
    done(c, register(0, PAGE));
    p.rejects(Errno.EINVAL, "MAP-6", c, map(-2 * PAGE, 0, 3 * PAGE));
    p.rejects(Errno.EINVAL, "MAP-6", c, map(-PAGE, 0, 2 * PAGE));
  }

  @Test
  void map_sizeZero_isDoneAndChangesNothing() {
    done(c, register(PAGE, PAGE));
    ProcessState before = p.state();
    done(c, map(9 * PAGE, SMALL, 0));
    assertEquals(before, p.state());
    p.rejects(Errno.EINVAL, "MAP-3", c, map(PAGE + 1, 0, 0));
  }

  @Test
  void map_acrossAdjacentBlocks_countsEachBlockAndIsOneRun() {
    done(c, register(PAGE, PAGE));
    done(p.open(), register(2 * PAGE, PAGE));
    done(c, map(2 * PAGE - SMALL, 0, 3 * SMALL));
    assertEquals(1, live(0));
    assertEquals(2, live(1));
    assertEquals(List.of(run(0, 2 * PAGE - SMALL, 3 * SMALL)), runs(c));
  }

  @Test
  void map_overLiveEntries_replacesThem() {
    done(c, register(PAGE, PAGE));
    done(c, register(8 * PAGE, PAGE));
    done(c, map(PAGE, 0, 4 * SMALL));
    done(c, map(8 * PAGE, SMALL, 2 * SMALL));
    assertEquals(2, live(0));
    assertEquals(2, live(1));
    assertEquals(
        List.of(
            run(0, PAGE, SMALL),
            run(SMALL, 8 * PAGE, 2 * SMALL),
            run(3 * SMALL, PAGE + 3 * SMALL, SMALL)),
        runs(c));
    done(c, map(PAGE + SMALL, SMALL, 2 * SMALL));
    assertEquals(4, live(0));
    assertEquals(0, live(1));
    assertEquals(List.of(run(0, PAGE, 4 * SMALL)), runs(c));
  }

  @Test
  void map_pageOfTheWindowTooLargeForTheBlock_isRejected() {
    long large = 16 * PAGE;
    TceContainer big =
        p.process.openContainer(new DmaWindow(new Iova(1L << 59), large * 64, large, 1));
    p.memory.setBacking(new Range(new UserAddress(0), PAGE), PAGE);
    done(big, register(0, large));
    done(big, register(2 * large + PAGE, large));
    done(big, register(4 * large, large + PAGE));
    done(big, register(6 * large, large));
    done(big, register(8 * large, large / 2));
    done(big, register(8 * large + large / 2, large / 2));
    p.rejects(Errno.EINVAL, "MAP-7", big, map(0, 1L << 59, large));
    p.rejects(Errno.EINVAL, "MAP-6", big, map(2 * large, 1L << 59, large));
    p.rejects(Errno.EINVAL, "MAP-6", big, map(7 * large, 1L << 59, 3 * large));
    p.rejects(Errno.EINVAL, "MAP-7", big, map(4 * large, 1L << 59, large));
    p.rejects(Errno.EINVAL, "MAP-7", big, map(8 * large, 1L << 59, large));
    done(big, map(6 * large, 1L << 59, large));
    done(big, register(9 * large, large));
    p.rejects(Errno.EINVAL, "MAP-7", big, map(8 * large, 1L << 59, 2 * large));
    done(c, register(10 * large, PAGE));
    done(c, map(0, 0, SMALL));
  }

  @Test
  void map_failingAtABlockThatThePagesDoNotFit_clearsTheEntriesBeforeIt() {
    long large = 16 * PAGE;
    TceContainer big = p.process.openContainer(new DmaWindow(new Iova(0), large * 64, large, 1));
    done(big, register(large, large));
    done(big, register(2 * large, PAGE));
    done(big, map(large, 0, large));
    done(big, map(large, large, large));
    assertEquals(
        new Outcome.Rejected(Errno.EINVAL, "MAP-7"), big.execute(map(large, 0, 2 * large)));
    assertEquals(List.of(run(large, large, large)), runs(big));
    assertEquals(1, live(0));
  }

  @Test
  void map_lastPageOfAWindowThatEndsAtTheTop_isDone() {
    long size = 1L << 40;
    TceContainer top = p.process.openContainer(new DmaWindow(new Iova(-size), size, 1L << 30, 1));
    done(top, register(1L << 40, 1L << 40));
    done(top, map(1L << 40, -(1L << 30), 1L << 30));
    assertEquals(
        p.memory.physical(new UserAddress((1L << 40) + (1L << 30) - 1)),
        top.translate(new Iova(-1)).orElseThrow().address());
    p.rejects(Errno.EINVAL, "MAP-5", top, map(1L << 40, -(1L << 30), 1L << 31));
    done(top, map(1L << 40, -(1L << 40), 1L << 40));
    assertEquals(1024, live(0));
    assertEquals(List.of(run(-size, 1L << 40, 1L << 40)), runs(top));
  }

  @Test
  void map_hugeWindowAndBlock_isOneRun() {
    TceContainer all = p.process.openContainer(new DmaWindow(new Iova(0), -SMALL, SMALL, 1));
    p.limits.set(new Memlock(0, true));
    done(all, register(0, -PAGE));
    done(all, map(0, 0, -PAGE));
    assertEquals((1L << 52) - 16, live(0));
    assertEquals(
        p.memory.physical(new UserAddress(1L << 63)),
        all.translate(new Iova(1L << 63)).orElseThrow().address());
  }
}

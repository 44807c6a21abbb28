package org.spaprtce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.spaprtce.TestMachine.PAGE;
import static org.spaprtce.TestMachine.SECOND;
import static org.spaprtce.TestMachine.SMALL;
import static org.spaprtce.TestMachine.map;
import static org.spaprtce.TestMachine.register;
import static org.spaprtce.TestMachine.run;
import static org.spaprtce.TestMachine.unregister;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spaprtce.Command.Header;
import org.spaprtce.Command.MapDma;
import org.spaprtce.Command.TceCreate;
import org.spaprtce.platform.ResourceLimits.Memlock;
import org.spaprtce.platform.SimulatedHostMemory.Range;

/** MAP_DMA, clause by clause, and the device's view of what it writes. */
class MapDmaTest {

  @RegisterExtension final StateInvariantExtension machines = new StateInvariantExtension();

  private final TestMachine p = machines.create();
  private final TceContainer c = p.withWindow(0);

  private static MapDma withHeader(boolean readable, int argsz, int flags, long iova) {
    return new MapDma(
        new Header(readable, argsz, flags), new UserAddress(PAGE), new Iova(iova), SMALL);
  }

  @Test
  void map_registeredMemory_isSeenByTheDevice() {
    p.done(c, register(PAGE, PAGE));
    p.done(c, map(PAGE + SMALL, 0x5000, 2 * SMALL));

    assertEquals(List.of(run(c, 0x5000, PAGE + SMALL, 2 * SMALL)), p.mappings(c));
    assertEquals(2, p.live(0));
    TceEntry entry = p.entry(PAGE + SMALL + 0x1234, DmaPermission.READ_WRITE);
    assertEquals(Optional.of(entry), p.group(0).translate(new Iova(0x6234)));
    assertEquals(Optional.empty(), p.group(0).translate(new Iova(0x4fff)));
    assertEquals(Optional.empty(), p.group(0).translate(new Iova(0x7000)));
  }

  @Test
  void map_forReading_allowsNoWriting() {
    p.done(c, register(PAGE, PAGE));
    p.done(c, withHeader(true, 32, MapDma.READ, 0));
    assertEquals(DmaPermission.READ, p.group(0).translate(new Iova(0)).orElseThrow().permission());
  }

  @Test
  void map_forWriting_allowsReadingToo() {
    p.done(c, register(PAGE, PAGE));
    for (int flags : new int[] {MapDma.WRITE, MapDma.READ | MapDma.WRITE}) {
      p.done(c, withHeader(true, 32, flags, 0));
      assertEquals(
          DmaPermission.READ_WRITE, p.group(0).translate(new Iova(0)).orElseThrow().permission());
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
    p.done(p.withWindow(1), register(PAGE, PAGE));
    p.rejects(Errno.EPERM, "MAP-1", c, withHeader(false, 0, -1, -1));
  }

  @Test
  void map_afterTheLastBlockIsGone_isStillEnabled() {
    p.done(c, register(PAGE, PAGE));
    p.done(c, unregister(PAGE, PAGE));
    p.rejects(Errno.EINVAL, "MAP-6", c, map(PAGE, 0, SMALL));
  }

  @Test
  void map_badHeader_isRejectedInOrder() {
    p.done(c, register(PAGE, PAGE));
    p.rejects(Errno.EFAULT, "ABI-1", c, withHeader(false, 0, -1, -1));
    p.rejects(Errno.EINVAL, "ABI-2", c, withHeader(true, 31, -1, -1));
    p.rejects(Errno.EINVAL, "ABI-3", c, withHeader(true, 32, 4, -1));
    p.rejects(Errno.EINVAL, "ABI-3", c, withHeader(true, 32, -1, -1));
    p.done(c, withHeader(true, -1, 3, 0));
  }

  @Test
  void map_outsideTheWindow_isRejectedBeforeAlignment() {
    p.done(c, register(PAGE, PAGE));
    p.rejects(Errno.ENXIO, "MAP-2", c, map(PAGE + 1, 1L << 31, 1));
    p.rejects(Errno.ENXIO, "MAP-2", c, map(PAGE, -SMALL, 2 * SMALL));
  }

  @Test
  void map_misaligned_isRejected() {
    p.done(c, register(PAGE, PAGE));
    p.rejects(Errno.EINVAL, "MAP-3", c, map(PAGE + 1, 8, SMALL));
    p.rejects(Errno.EINVAL, "MAP-3", c, map(PAGE, 8, SMALL + 1));
    p.rejects(Errno.EINVAL, "MAP-11", c, map(PAGE, 8, SMALL));
    p.rejects(Errno.EINVAL, "MAP-11", c, map(PAGE, (1L << 31) - 8, SMALL));
  }

  @Test
  void map_neitherReadNorWrite_isRejected() {
    p.done(c, register(PAGE, PAGE));
    p.rejects(Errno.EINVAL, "MAP-4", c, withHeader(true, 32, 0, 0));
    p.rejects(Errno.EINVAL, "MAP-4", c, withHeader(true, 32, 0, 8));
  }

  @Test
  void map_leavingTheWindow_isRejected() {
    p.done(c, register(PAGE, PAGE));
    p.rejects(Errno.EINVAL, "MAP-5", c, map(PAGE, (1L << 31) - SMALL, 2 * SMALL));
    p.rejects(Errno.EINVAL, "MAP-5", c, map(PAGE, SMALL, -SMALL));
    p.done(c, map(PAGE, (1L << 31) - SMALL, SMALL));
  }

  @Test
  void map_partlyRegistered_isRejected() {
    p.done(c, register(2 * PAGE, PAGE));
    p.done(c, register(4 * PAGE, PAGE));
    p.rejects(Errno.EINVAL, "MAP-6", c, map(2 * PAGE - SMALL, 0, 2 * SMALL));
    p.rejects(Errno.EINVAL, "MAP-6", c, map(3 * PAGE - SMALL, 0, 2 * SMALL));
    p.rejects(Errno.EINVAL, "MAP-6", c, map(2 * PAGE, 0, 3 * PAGE));
  }

  @Test
  void map_failingAtAnEntry_clearsTheEntriesBeforeItAndKeepsTheRest() {
    p.done(c, register(PAGE, PAGE));
    p.done(c, register(2 * PAGE, PAGE));
    p.done(c, register(8 * PAGE, PAGE));
    p.done(c, map(8 * PAGE, SMALL, 8 * SMALL));
    p.done(c, map(PAGE, 9 * SMALL, SMALL));
    assertEquals(
        new Outcome.Rejected(Errno.EINVAL, "MAP-6"),
        c.execute(p.process, map(3 * PAGE - 3 * SMALL, 3 * SMALL, 7 * SMALL)));
    assertEquals(
        List.of(
            run(c, SMALL, 8 * PAGE, 2 * SMALL),
            run(c, 6 * SMALL, 8 * PAGE + 5 * SMALL, 3 * SMALL),
            run(c, 9 * SMALL, PAGE, SMALL)),
        p.mappings(c));
    assertEquals(List.of(1L, 0L, 5L), List.of(p.live(0), p.live(1), p.live(2)));
    assertEquals(Optional.empty(), p.group(0).translate(new Iova(6 * SMALL - 1)));
    assertEquals(BigInteger.valueOf(131), p.lockedVm());
  }

  @Test
  void map_failingWhereNothingIsMapped_changesNothing() {
    p.done(c, register(PAGE, PAGE));
    p.done(c, map(PAGE, 2 * SMALL, SMALL));
    p.rejects(Errno.EINVAL, "MAP-6", c, map(2 * PAGE - 2 * SMALL, 0, 4 * SMALL));
    p.rejects(Errno.EINVAL, "MAP-6", c, map(2 * PAGE, 2 * SMALL, SMALL));
  }

  @Test
  void map_userRangePastTheTop_isRejected() {
    p.done(c, register(-2 * PAGE, PAGE));
    p.done(c, register(0, PAGE));
    p.rejects(Errno.EINVAL, "MAP-6", c, map(-2 * PAGE, 0, 3 * PAGE));
    p.rejects(Errno.EINVAL, "MAP-6", c, map(-PAGE, 0, 2 * PAGE));
  }

  @Test
  void map_sizeZero_isDoneAndChangesNothing() {
    p.done(c, register(PAGE, PAGE));
    MachineState before = p.state();
    p.done(c, map(9 * PAGE, SMALL, 0));
    assertEquals(before, p.state());
    p.rejects(Errno.EINVAL, "MAP-3", c, map(PAGE + 1, 0, 0));
  }

  @Test
  void map_acrossAdjacentBlocks_countsEachBlockAndIsOneRun() {
    p.done(c, register(PAGE, PAGE));
    p.done(p.withWindow(1), register(2 * PAGE, PAGE));
    p.done(c, map(2 * PAGE - SMALL, 0, 3 * SMALL));
    assertEquals(1, p.live(0));
    assertEquals(2, p.live(1));
    assertEquals(List.of(run(c, 0, 2 * PAGE - SMALL, 3 * SMALL)), p.mappings(c));
  }

  @Test
  void map_overLiveEntries_replacesThem() {
    p.done(c, register(PAGE, PAGE));
    p.done(c, register(8 * PAGE, PAGE));
    p.done(c, map(PAGE, 0, 4 * SMALL));
    p.done(c, map(8 * PAGE, SMALL, 2 * SMALL));
    assertEquals(2, p.live(0));
    assertEquals(2, p.live(1));
    assertEquals(
        List.of(
            run(c, 0, PAGE, SMALL),
            run(c, SMALL, 8 * PAGE, 2 * SMALL),
            run(c, 3 * SMALL, PAGE + 3 * SMALL, SMALL)),
        p.mappings(c));
    p.done(c, map(PAGE + SMALL, SMALL, 2 * SMALL));
    assertEquals(4, p.live(0));
    assertEquals(0, p.live(1));
    assertEquals(List.of(run(c, 0, PAGE, 4 * SMALL)), p.mappings(c));
  }

  @Test
  void map_pageOfTheWindowTooLargeForTheBlock_isRejected() {
    long large = 1 << 21;
    TceContainer big = p.withWindow(1, 21, large * 64, 1);
    p.host.memory().setBacking(new Range(new UserAddress(0), PAGE), PAGE);
    p.done(big, register(0, large));
    p.done(big, register(2 * large + PAGE, large));
    p.done(big, register(4 * large, large + PAGE));
    p.done(big, register(6 * large, large));
    p.done(big, register(8 * large, large / 2));
    p.done(big, register(8 * large + large / 2, large / 2));
    p.rejects(Errno.EINVAL, "MAP-7", big, map(0, 0, large));
    p.rejects(Errno.EINVAL, "MAP-6", big, map(2 * large, 0, large));
    p.rejects(Errno.EINVAL, "MAP-6", big, map(7 * large, 0, 3 * large));
    p.rejects(Errno.EINVAL, "MAP-7", big, map(4 * large, 0, large));
    p.rejects(Errno.EINVAL, "MAP-7", big, map(8 * large, 0, large));
    p.done(big, map(6 * large, 0, large));
    p.done(big, register(9 * large, large));
    p.rejects(Errno.EINVAL, "MAP-7", big, map(8 * large, large, 2 * large));
    p.done(c, register(10 * large, PAGE));
    p.done(c, map(0, 0, SMALL));
  }

  @Test
  void map_failingAtABlockThatThePagesDoNotFit_clearsTheEntriesBeforeIt() {
    long large = 1 << 21;
    TceContainer big = p.withWindow(1, 21, large * 64, 1);
    p.done(big, register(large, large));
    p.done(big, register(2 * large, PAGE));
    p.done(big, map(large, 0, large));
    p.done(big, map(large, large, large));
    assertEquals(
        new Outcome.Rejected(Errno.EINVAL, "MAP-7"),
        big.execute(p.process, map(large, 0, 2 * large)));
    assertEquals(List.of(run(big, large, large, large)), p.mappings(big));
    assertEquals(1, p.live(0));
  }

  @Test
  void map_noRoomForTheTable_isRejectedAndClearsWhatHasRoom() {
    p.done(c, register(PAGE, PAGE));
    p.done(c, map(PAGE, 0, 4 * SMALL));
    p.host.allocations().setRoom(2 * SMALL + 1);
    assertEquals(
        new Outcome.Rejected(Errno.ENOMEM, "MAP-13"),
        c.execute(p.process, map(PAGE, 0, 4 * SMALL)));
    assertEquals(List.of(run(c, 2 * SMALL, PAGE + 2 * SMALL, 2 * SMALL)), p.mappings(c));
    p.done(c, map(PAGE, 0, 2 * SMALL));
    p.host.allocations().setRoom(0);
    p.rejects(Errno.ENOMEM, "MAP-13", c, map(PAGE, 0, SMALL));
    p.rejects(Errno.ENOMEM, "MAP-13", c, map(9 * PAGE, 0, SMALL));
  }

  @Test
  void map_noRoomBehindTheEndOfTheBlock_isRejectedForTheBlock() {
    p.done(c, register(PAGE, PAGE));
    p.host.allocations().setRoom(2 * SMALL);
    p.rejects(Errno.EINVAL, "MAP-6", c, map(2 * PAGE - SMALL, 0, 3 * SMALL));
    p.rejects(Errno.ENOMEM, "MAP-13", c, map(2 * PAGE - 2 * SMALL, 0, 3 * SMALL));
  }

  @Test
  void map_inTheSecondWindow_isSeenThere() {
    assertEquals(
        new Outcome.WindowCreated(new Iova(SECOND)),
        c.execute(p.process, new TceCreate(16, 1L << 40, 2)));
    p.done(c, register(PAGE, 4 * PAGE));
    p.rejects(Errno.EINVAL, "MAP-3", c, map(PAGE, SECOND, SMALL));
    p.rejects(Errno.EINVAL, "MAP-11", c, map(PAGE, SECOND + SMALL, PAGE));
    p.rejects(Errno.ENXIO, "MAP-2", c, map(PAGE, SECOND + (1L << 40), PAGE));
    p.rejects(Errno.EINVAL, "MAP-5", c, map(PAGE, SECOND + (1L << 40) - PAGE, 2 * PAGE));
    p.done(c, map(PAGE, SECOND + (1L << 40) - PAGE, PAGE));
    p.done(c, map(2 * PAGE, 0, SMALL));
    assertEquals(2, p.live(0));
    assertEquals(
        Optional.of(p.entry(PAGE + 5, DmaPermission.READ_WRITE)),
        p.group(0).translate(new Iova(SECOND + (1L << 40) - PAGE + 5)));
    assertEquals(Optional.empty(), p.group(0).translate(new Iova(SECOND)));
  }

  @Test
  void map_hugeWindowAndBlock_isOneRun() {
    TceContainer all = p.withWindow(1, 12, 1L << 51, 3);
    p.host.limits().set(new Memlock(0, true));
    p.done(all, register(0, -PAGE));
    p.done(all, map(1L << 62, 0, 1L << 51));
    assertEquals(1L << 39, p.live(0));
    assertEquals(List.of(run(all, 0, 1L << 62, 1L << 51)), p.mappings(all));
    assertEquals(
        Optional.of(p.entry((1L << 62) + (1L << 51) - 1, DmaPermission.READ_WRITE)),
        p.group(1).translate(new Iova((1L << 51) - 1)));
  }
}

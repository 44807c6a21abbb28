package org.spaprtce.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spaprtce.Machine;
import org.spaprtce.platform.PinnedBlock;
import org.spaprtce.platform.SimulatedPlatform;

/** The numbers of blocks, by which tables know them. */
class AddressSpaceTest {

  private static final long PAGE = 0x10000;

  private final MachineEngine machine =
      new MachineEngine(Machine.power9(1), new SimulatedPlatform().ports());
  private final AddressSpace space = machine.openProcess();

  private Region publish(long start) {
    PinnedBlock pinned = Regions.region(start, PAGE).pinned();
    Region region = space.newRegion(pinned, true);
    space.publish(space.index().with(region));
    space.lockedVm().chargeBlock(1);
    return region;
  }

  @Test
  void newRegion_numbersAscend() {
    List<Region> regions = IntStream.range(0, 200).mapToObj(i -> publish(i * PAGE)).toList();
    for (int i = 0; i < regions.size(); i++) {
      assertEquals(i, regions.get(i).number());
      assertSame(regions.get(i), space.region(i));
    }
  }

  @Test
  void newRegion_afterWithdrawing_takesTheLeastFreeNumber() {
    List<Region> regions = IntStream.range(0, 10).mapToObj(i -> publish(i * PAGE)).toList();
    for (int gone : new int[] {7, 2, 4}) {
      assertSame(regions.get(gone).pinned(), space.withdraw(regions.get(gone)));
    }
    assertEquals(BigInteger.valueOf(7), space.lockedVm().total());
    assertEquals(
        List.of(2, 4, 7, 10),
        IntStream.range(20, 24).map(i -> publish(i * PAGE).number()).boxed().toList());
  }

  /** A block and its number must be given back. */
  private void expectGone(Region region, List<PinnedBlock> spare) {
    assertEquals(List.of(region.pinned()), spare);
    assertThrows(NullPointerException.class, () -> space.region(region.number()));
    assertEquals(region.number(), publish(50 * PAGE).number());
  }

  @Test
  void dropUnused_blockThatVersion1Pinned_givesItsNumberBack() {
    Region region = space.newRegion(Regions.region(0, PAGE).pinned(), false);
    publish(PAGE);
    var spare = new ArrayList<PinnedBlock>();
    space.dropUnused(BitSet.valueOf(new long[] {1}), spare);
    expectGone(region, spare);
  }

  @Test
  void release_lastHolder_givesTheNumberBack() {
    ContainerEngine container = machine.openContainer();
    Region region = publish(0);
    region.holders().add(container.id());
    Region kept = publish(PAGE);
    kept.holders().add(machine.openContainer().id());
    var spare = new ArrayList<PinnedBlock>();
    space.release(container, new BitSet(), spare);
    assertEquals(BigInteger.ONE, space.lockedVm().total());
    expectGone(region, spare);
    assertSame(kept, space.region(1));
  }

  @Test
  void region_numberNotInUse_isAnError() {
    Region region = publish(0);
    space.withdraw(region);
    assertThrows(NullPointerException.class, () -> space.region(0));
  }
}

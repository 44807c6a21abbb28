package org.spaprtce.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spaprtce.Machine;
import org.spaprtce.platform.PinnedBlock;
import org.spaprtce.platform.SimulatedPlatform;

/** The numbers of blocks, by which tables know them. */
class AddressSpaceTest {

  private static final long PAGE = 0x10000;

  private final AddressSpace space =
      new MachineEngine(Machine.power9(1), new SimulatedPlatform().ports()).openProcess();

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

  @Test
  void region_numberNotInUse_isAnError() {
    Region region = publish(0);
    space.withdraw(region);
    assertThrows(NullPointerException.class, () -> space.region(0));
  }
}

package org.spaprtce.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The charges of a process. */
class LockedVmTest {

  private static BigInteger unsigned(long word) {
    return new BigInteger(Long.toUnsignedString(word));
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void admits_anyWords_isTheComparisonOfTheirSum(
      @ForAll long elsewhere,
      @ForAll long tables,
      @ForAll long blocks,
      @ForAll long pages,
      @ForAll long limit) {
    var lockedVm = new LockedVm();
    lockedVm.setElsewhere(elsewhere);
    lockedVm.chargeContainer(tables);
    lockedVm.chargeBlock(blocks);
    BigInteger total = unsigned(elsewhere).add(unsigned(tables)).add(unsigned(blocks));
    assertEquals(total, lockedVm.total());
    boolean within = total.add(unsigned(pages)).compareTo(unsigned(limit)) <= 0;
    assertEquals(within, lockedVm.admits(pages, limit));
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void admits_atTheLimit_isTrueAndOnePageMoreIsNot(
      @ForAll short elsewhere, @ForAll short tables, @ForAll short blocks, @ForAll short pages) {
    var lockedVm = new LockedVm();
    lockedVm.setElsewhere(elsewhere & 0xffff);
    lockedVm.chargeContainer(tables & 0xffff);
    lockedVm.chargeBlock(blocks & 0xffff);
    long limit = lockedVm.total().longValueExact() + (pages & 0xffff);
    assertTrue(lockedVm.admits(pages & 0xffff, limit));
    assertFalse(lockedVm.admits((pages & 0xffff) + 1, limit));
  }

  @Test
  void uncharge_whatWasCharged_isExact() {
    var lockedVm = new LockedVm();
    lockedVm.setElsewhere(5);
    lockedVm.chargeContainer(7);
    lockedVm.chargeBlock(11);
    lockedVm.unchargeBlock(4);
    assertEquals(BigInteger.valueOf(19), lockedVm.total());
    assertEquals(5, lockedVm.elsewhere());
    lockedVm.unchargeContainer(3);
    assertThrows(AssertionError.class, () -> lockedVm.unchargeBlock(8));
    assertThrows(AssertionError.class, () -> lockedVm.unchargeContainer(5));
    assertEquals(BigInteger.valueOf(16), lockedVm.total());
  }
}

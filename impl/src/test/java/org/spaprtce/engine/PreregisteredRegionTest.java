package org.spaprtce.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.spaprtce.engine.Regions.region;

import org.junit.jupiter.api.Test;

/** A block, its count of TCEs and its end. */
class PreregisteredRegionTest {

  private final PreregisteredRegion region = region(0x20000, 0x30000);

  @Test
  void retire_withLiveEntries_isRefused() {
    region.addLive(2);
    assertFalse(region.retire());
    region.addLive(-2);
    assertTrue(region.retire());
  }

  @Test
  void addLive_onceDead_isRefused() {
    assertTrue(region.retire());
    assertThrows(AssertionError.class, () -> region.addLive(1));
    assertFalse(region.retire());
  }

  @Test
  void addLive_belowZero_isRefusedAndChangesNothing() {
    region.addLive(1);
    assertThrows(AssertionError.class, () -> region.addLive(-2));
    assertEquals(1, region.live());
  }

  @Test
  void mappableBy_needsBackingAndAlignedBounds() {
    assertTrue(region.mappableBy(0x1000));
    assertTrue(region.mappableBy(0x10000));
    assertFalse(region.mappableBy(0x20000));
    assertFalse(region(0x21000, 0x10000).mappableBy(0x10000));
    assertFalse(region(0x20000, 0x11000).mappableBy(0x10000));
  }

  @Test
  void region_bounds_areHalfOpen() {
    assertTrue(region.holds(0x20000));
    assertTrue(region.holds(0x4ffff));
    assertFalse(region.holds(0x50000));
    assertFalse(region.holds(0x1ffff));
    assertEquals(0x50000, region.end());
    assertEquals(0x20123, region.physical(0x20123));
  }
}

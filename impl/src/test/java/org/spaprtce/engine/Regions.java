package org.spaprtce.engine;

import java.util.List;
import org.spaprtce.HostPhysicalAddress;
import org.spaprtce.UserAddress;
import org.spaprtce.platform.PhysicalRun;
import org.spaprtce.platform.PinnedBlock;

/** Registered blocks for tests. */
final class Regions {

  private Regions() {}

  /** A block whose physical addresses are its user addresses. */
  static Region region(long start, long size) {
    return region(0, start, size);
  }

  /** The same with a number. */
  static Region region(int number, long start, long size) {
    var run = new PhysicalRun(new HostPhysicalAddress(start), size);
    return new Region(number, true, new PinnedBlock(new UserAddress(start), 1 << 16, List.of(run)));
  }
}

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
  static PreregisteredRegion region(long start, long size) {
    return new PreregisteredRegion(
        new PinnedBlock(
            new UserAddress(start),
            size,
            1 << 16,
            List.of(new PhysicalRun(new HostPhysicalAddress(start), size))));
  }
}

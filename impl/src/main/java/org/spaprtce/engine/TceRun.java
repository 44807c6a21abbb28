package org.spaprtce.engine;

import org.spaprtce.DmaPermission;

/**
 * TCEs that refer to one block and whose bus and user addresses ascend together.
 *
 * @param iova first bus address
 * @param ua user address that it refers to
 * @param size bytes, unsigned, not zero; the run may end at 2^64 on the bus
 * @param permission what the device may do
 * @param region the block
 */
record TceRun(long iova, long ua, long size, DmaPermission permission, PreregisteredRegion region) {

  /** The last bus address. */
  long last() {
    return iova + (size - 1);
  }

  /** The user address that a bus address of the run refers to. */
  long userAddress(long address) {
    return ua + (address - iova);
  }

  /** What comes before a bus address above the first one. */
  TceRun before(long address) {
    return new TceRun(iova, ua, address - iova, permission, region);
  }

  /** What comes after a bus address below the last one. */
  TceRun after(long address) {
    long skip = address + 1 - iova;
    return new TceRun(iova + skip, ua + skip, size - skip, permission, region);
  }

  /** Whether another run, which lies above this one on the bus, goes on where this one ends. */
  boolean continuesTo(TceRun next) {
    return region == next.region
        && permission == next.permission
        && ua + size == next.ua
        && iova + size == next.iova;
  }

  /** This run and the one that continues it. */
  TceRun joinedWith(TceRun next) {
    return new TceRun(iova, ua, size + next.size, permission, region);
  }
}

package org.spaprtce.engine;

import org.spaprtce.DmaPermission;

/**
 * TCEs that refer to one block and whose bus and user addresses ascend together.
 *
 * @param iova first bus address
 * @param ua user address that it refers to
 * @param size bytes, unsigned, not zero; the run may end at 2^64 on the bus
 * @param tag the block's number and what the device may do
 */
record TceRun(long iova, long ua, long size, int tag) {

  /** The tag of TCEs that refer to a block. */
  static int tag(int region, DmaPermission permission) {
    return region << 1 | (permission == DmaPermission.READ ? 0 : 1);
  }

  /** The number of the block of a tag. */
  static int region(int tag) {
    return tag >>> 1;
  }

  int region() {
    return region(tag);
  }

  DmaPermission permission() {
    return (tag & 1) == 0 ? DmaPermission.READ : DmaPermission.READ_WRITE;
  }

  /** The user address that a bus address of the run refers to. */
  long userAddress(long address) {
    return ua + (address - iova);
  }
}

package org.spaprtce.platform;

import org.spaprtce.ProcessId;
import org.spaprtce.UserAddress;

/**
 * User memory, seen from the host: pinning, and the translation of addresses.
 *
 * <p>Threads call it at the same time, with no lock of the interface held, and overlapping blocks
 * may be pinned at the same time: each pin is undone by one unpin. REGISTER_MEMORY pins a block of
 * whole pages of the host. MAP_DMA of version 1 pins the pages of the host that a range of 4 KiB
 * pages touches.
 */
public interface HostMemory {

  /**
   * What becomes of an attempt to pin.
   *
   * @clause REG-6 MAP-12
   */
  sealed interface PinResult permits PinnedBlock, Unpinnable {}

  /**
   * Nothing was pinned, because a page cannot be pinned for writing.
   *
   * @param leading bytes before that page, unsigned, less than the size; MAP_DMA of version 1
   *     clears the whole IOMMU pages among them
   * @clause REG-6 MAP-12 MAP-14
   */
  record Unpinnable(long leading) implements PinResult {}

  /**
   * Pins every page of a range for writing, or none of them.
   *
   * @param owner the process whose memory it is
   * @param start first address, a multiple of 4 KiB
   * @param size bytes, unsigned, not zero, a multiple of 4 KiB; bytes past 2^64 cannot be pinned
   * @return the pinned block, of exactly this start and size, or how far it goes
   * @clause REG-6 MAP-12
   */
  PinResult pin(ProcessId owner, UserAddress start, long size);

  /**
   * Gives back a block.
   *
   * @param block what {@link #pin} returned, not given back before
   * @clause UNR-5 VER-9
   */
  void unpin(PinnedBlock block);
}

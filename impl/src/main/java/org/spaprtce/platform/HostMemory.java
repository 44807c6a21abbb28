package org.spaprtce.platform;

import java.util.Optional;
import org.spaprtce.UserAddress;

/**
 * The memory of the process, seen from the host.
 *
 * <p>Threads call it at the same time, and overlapping blocks may be pinned at the same time: each
 * pin is undone by one unpin.
 */
public interface HostMemory {

  /**
   * Pins every page of a block for writing, or none of them.
   *
   * @param start first address
   * @param size bytes, unsigned, not zero; the block ends below 2^64
   * @return the pinned block, of exactly this start and size, or nothing if a page cannot be pinned
   */
  Optional<PinnedBlock> pin(UserAddress start, long size);

  /**
   * Gives back a block.
   *
   * @param block what {@link #pin} returned, not given back before
   */
  void unpin(PinnedBlock block);
}

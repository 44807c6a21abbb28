package org.spaprtce.bench;

import org.spaprtce.ProcessId;
import org.spaprtce.UserAddress;
import org.spaprtce.platform.HostMemory;
import org.spaprtce.platform.PhysicalLayout;
import org.spaprtce.platform.PinnedBlock;

/**
 * Memory whose pages are in random physical places, no two of them side by side.
 *
 * <p>The places are drawn once: pinning a block costs next to nothing. It counts no pins.
 */
final class ScatteredMemory implements HostMemory {

  /** An odd number, so that its multiples reach each page once. */
  private static final long STRIDE = 0x9E3779B97F4A7C15L;

  private final PhysicalLayout layout;

  /**
   * Draws the places.
   *
   * @param size bytes of the blocks that will be pinned, a power of two of pages of the host
   */
  ScatteredMemory(long size) {
    var starts = new long[Math.toIntExact(size / World.HOST_PAGE)];
    for (int page = 0; page < starts.length; page++) {
      starts[page] = 2 * World.HOST_PAGE * (page * STRIDE & (starts.length - 1));
    }
    layout = PhysicalLayout.ofPages(World.HOST_PAGE, starts);
  }

  /**
   * Pins a block.
   *
   * @throws IllegalArgumentException if it has another size
   */
  @Override
  public PinResult pin(ProcessId owner, UserAddress start, long size) {
    if (size != layout.size()) {
      throw new IllegalArgumentException("size=" + size + " of " + layout.size());
    }
    return new PinnedBlock(start, World.HOST_PAGE, layout);
  }

  @Override
  public void unpin(PinnedBlock block) {}
}

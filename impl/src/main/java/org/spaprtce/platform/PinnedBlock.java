package org.spaprtce.platform;

import java.util.List;
import org.apache.commons.lang3.Validate;
import org.spaprtce.HostPhysicalAddress;
import org.spaprtce.UserAddress;
import org.spaprtce.platform.HostMemory.PinResult;

/**
 * A block of user memory whose pages stay where they are until it is unpinned. Each object stands
 * for one pin.
 *
 * @clause REG-8 MAP-7 DEV-1
 */
public final class PinnedBlock implements PinResult {

  private final UserAddress start;
  private final long backing;
  private final PhysicalLayout layout;

  /**
   * Creates a block.
   *
   * @param start first user address
   * @param backing bytes of the smallest page that backs the block, unsigned, a power of two
   * @param layout where the block lies; its size is that of the block
   * @throws IllegalArgumentException if the backing is no power of two
   */
  public PinnedBlock(UserAddress start, long backing, PhysicalLayout layout) {
    Validate.isTrue(
        Long.bitCount(backing) == 1,
        "backing=%s is not a power of two",
        Long.toUnsignedString(backing));
    this.start = start;
    this.backing = backing;
    this.layout = layout;
  }

  /**
   * Creates a block.
   *
   * @param start first user address
   * @param backing bytes of the smallest page that backs the block, unsigned, a power of two
   * @param runs where the block lies, in order, at least one; their sizes add up to that of the
   *     block
   * @throws IllegalArgumentException if the backing is no power of two, if there are no runs, or if
   *     they add up to 2^64 bytes or more
   */
  public PinnedBlock(UserAddress start, long backing, List<PhysicalRun> runs) {
    this(start, backing, PhysicalLayout.ofRuns(runs));
  }

  /** {@return the first user address} */
  public UserAddress start() {
    return start;
  }

  /** {@return the bytes of the block, unsigned, not zero} */
  public long size() {
    return layout.size();
  }

  /**
   * {@return the bytes of the smallest page that backs the block, unsigned, a power of two}
   *
   * @clause MAP-7
   */
  public long backing() {
    return backing;
  }

  /** {@return where the block lies} */
  public PhysicalLayout layout() {
    return layout;
  }

  /**
   * {@return where a byte of the block lies}
   *
   * @param offset bytes from the start, unsigned
   * @throws IllegalArgumentException if the byte is not in the block
   * @clause DEV-1
   */
  public HostPhysicalAddress at(long offset) {
    return layout.at(offset);
  }

  @Override
  public String toString() {
    return "PinnedBlock[start=%s, size=0x%x, backing=0x%x, pieces=%d]"
        .formatted(start, size(), backing, layout.runs().size());
  }
}

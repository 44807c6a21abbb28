package org.spaprtce.platform;

import java.util.List;
import org.apache.commons.lang3.Validate;
import org.spaprtce.HostPhysicalAddress;
import org.spaprtce.UserAddress;

/** A block of user memory whose pages stay where they are until it is unpinned. */
public final class PinnedBlock {

  private final UserAddress start;
  private final long size;
  private final long backing;
  private final List<PhysicalRun> runs;

  /** For each run, the bytes of the block that come before it. */
  private final long[] offsets;

  /**
   * Creates a block.
   *
   * @param start first address
   * @param size bytes, unsigned, not zero
   * @param backing bytes of the smallest page that backs the block, unsigned, a power of two
   * @param runs where the block lies, in order; their sizes add up to that of the block
   * @throws IllegalArgumentException if the sizes do not add up, or the backing is no power of two
   */
  public PinnedBlock(UserAddress start, long size, long backing, List<PhysicalRun> runs) {
    Validate.isTrue(
        Long.bitCount(backing) == 1,
        "backing=%s is not a power of two",
        Long.toUnsignedString(backing));
    this.start = start;
    this.size = size;
    this.backing = backing;
    this.runs = List.copyOf(runs);
    offsets = new long[this.runs.size()];
    long sum = 0;
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = sum;
      long left = size - sum;
      long next = this.runs.get(i).size();
      Validate.isTrue(
          Long.compareUnsigned(next, left) <= 0, "size=%#x is less than that of the runs", size);
      sum += next;
    }
    Validate.isTrue(
        sum == size && size != 0, "size=%#x differs from that of the runs, %#x", size, sum);
  }

  /** {@return the first address} */
  public UserAddress start() {
    return start;
  }

  /** {@return the bytes, unsigned} */
  public long size() {
    return size;
  }

  /** {@return the bytes of the smallest page that backs the block, unsigned} */
  public long backing() {
    return backing;
  }

  /** {@return where the block lies, in order} */
  public List<PhysicalRun> runs() {
    return runs;
  }

  /**
   * {@return where a byte of the block lies}
   *
   * @param offset bytes from the start, unsigned
   * @throws IllegalArgumentException if the byte is not in the block
   */
  public HostPhysicalAddress at(long offset) {
    if (Long.compareUnsigned(offset, size) >= 0) {
      throw new IllegalArgumentException("offset=0x%x size=0x%x".formatted(offset, size));
    }
    int low = 0;
    int high = offsets.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (Long.compareUnsigned(offsets[middle], offset) <= 0) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return new HostPhysicalAddress(runs.get(low).start().value() + (offset - offsets[low]));
  }

  @Override
  public String toString() {
    return "PinnedBlock[start=%s, size=0x%x, backing=0x%x, runs=%d]"
        .formatted(start, size, backing, runs.size());
  }
}

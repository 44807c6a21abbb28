package org.spaprtce.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.lang3.Validate;
import org.spaprtce.HostPhysicalAddress;
import org.spaprtce.UserAddress;

/**
 * Host memory that is computed instead of stored, and that counts its pins.
 *
 * <p>User memory is cut into slices of equal size and each slice changes places with its neighbour:
 * the physical address is the user address with the bit of the slice's size flipped. A block costs
 * as many runs as it has slices, so blocks of any size can be pinned.
 */
public final class SimulatedHostMemory implements HostMemory {

  /**
   * A range of user memory.
   *
   * @param start first address
   * @param size bytes, unsigned, not zero
   */
  public record Range(UserAddress start, long size) implements Comparable<Range> {

    boolean overlaps(UserAddress otherStart, long otherSize) {
      long ahead = otherStart.value() - start.value();
      return Long.compareUnsigned(ahead, size) < 0 || Long.compareUnsigned(-ahead, otherSize) < 0;
    }

    /** Compares starts, then sizes. */
    @Override
    public int compareTo(Range other) {
      int starts = start.compareTo(other.start);
      return starts != 0 ? starts : Long.compareUnsigned(size, other.size);
    }
  }

  private record Backed(Range range, long bytes) {}

  private final long slice;
  private final List<Range> refused = new ArrayList<>();
  private final List<Backed> backed = new ArrayList<>();
  private final SortedMap<Range, Integer> pins = new TreeMap<>();
  private long backing = 1L << 30;

  /** Memory in two slices, all of which can be pinned. */
  public SimulatedHostMemory() {
    this(1L << 63);
  }

  /**
   * Memory in slices, all of which can be pinned.
   *
   * @param slice bytes, unsigned, a power of two; a page should not be larger
   * @throws IllegalArgumentException if the slice is not a power of two
   */
  public SimulatedHostMemory(long slice) {
    this.slice = powerOfTwo("slice", slice);
  }

  /**
   * Sets the page that backs all memory.
   *
   * @param bytes unsigned, a power of two; 2^30 at the start
   * @throws IllegalArgumentException if the number is not a power of two
   */
  public synchronized void setBacking(long bytes) {
    backing = powerOfTwo("backing", bytes);
  }

  /**
   * Sets the page that backs a range; where several pages are set the smallest counts.
   *
   * @param range what the page backs
   * @param bytes unsigned, a power of two
   * @throws IllegalArgumentException if the number is not a power of two
   */
  public synchronized void setBacking(Range range, long bytes) {
    backed.add(new Backed(range, powerOfTwo("backing", bytes)));
  }

  /**
   * Refuses to pin some blocks from now on.
   *
   * @param range the blocks that overlap it are refused
   */
  public synchronized void refuse(Range range) {
    refused.add(range);
  }

  /** Takes back every {@link #refuse}. */
  public synchronized void refuseNothing() {
    refused.clear();
  }

  /** {@return the blocks that are pinned now, each with how often} */
  public synchronized SortedMap<Range, Integer> pins() {
    return new TreeMap<>(pins);
  }

  /**
   * {@return where a byte lies}
   *
   * @param address any user address
   */
  public HostPhysicalAddress physical(UserAddress address) {
    return new HostPhysicalAddress(address.value() ^ slice);
  }

  @Override
  public synchronized Optional<PinnedBlock> pin(UserAddress start, long size) {
    var range = new Range(start, size);
    if (refused.stream().anyMatch(r -> r.overlaps(start, size))) {
      return Optional.empty();
    }
    var block = new PinnedBlock(start, size, smallestPage(range), runs(start.value(), size));
    pins.merge(range, 1, Integer::sum);
    return Optional.of(block);
  }

  /**
   * Gives back a block.
   *
   * @throws IllegalStateException if the block is not pinned
   */
  @Override
  public synchronized void unpin(PinnedBlock block) {
    var range = new Range(block.start(), block.size());
    if (!pins.containsKey(range)) {
      throw new IllegalStateException("range=" + range + " is not pinned");
    }
    pins.computeIfPresent(range, (r, count) -> count == 1 ? null : count - 1);
  }

  private long smallestPage(Range range) {
    return backed.stream()
        .filter(b -> b.range().overlaps(range.start(), range.size()))
        .map(Backed::bytes)
        .reduce(backing, (a, b) -> Long.compareUnsigned(a, b) <= 0 ? a : b);
  }

  private List<PhysicalRun> runs(long start, long size) {
    var runs = new ArrayList<PhysicalRun>();
    long done = 0;
    while (done != size) {
      long address = start + done;
      long inSlice = slice - (address & (slice - 1));
      long left = size - done;
      long length = Long.compareUnsigned(inSlice, left) < 0 ? inSlice : left;
      runs.add(new PhysicalRun(physical(new UserAddress(address)), length));
      done += length;
    }
    return runs;
  }

  private static long powerOfTwo(String name, long value) {
    Validate.isTrue(
        Long.bitCount(value) == 1,
        "%s=%s is not a power of two",
        name,
        Long.toUnsignedString(value));
    return value;
  }
}

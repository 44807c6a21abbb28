package org.spaprtce.platform;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.lang3.Validate;
import org.spaprtce.HostPhysicalAddress;
import org.spaprtce.ProcessId;
import org.spaprtce.UserAddress;

/**
 * Host memory that is computed instead of stored, and that counts its pins. A call that fails finds
 * that the first page cannot be pinned.
 *
 * <p>User memory is cut into slices of equal size and each slice changes places with its neighbour:
 * the physical address is the user address with the bit of the slice's size flipped, and with the
 * bits of the process's number, from the highest one down, flipped as well. A block costs as many
 * runs as it has slices, so blocks of any size can be pinned.
 *
 * @clause REG-6 MAP-7 MAP-12 DEV-1
 */
public final class SimulatedHostMemory implements HostMemory {

  /**
   * A range of user memory.
   *
   * @param start first user address
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

  /**
   * A range of a process's memory.
   *
   * @param owner the process
   * @param range the range
   */
  public record OwnedRange(ProcessId owner, Range range) implements Comparable<OwnedRange> {

    /** Compares processes, then ranges. */
    @Override
    public int compareTo(OwnedRange other) {
      int owners = owner.compareTo(other.owner);
      return owners != 0 ? owners : range.compareTo(other.range);
    }
  }

  private record Backed(Range range, long bytes) {}

  private final long slice;
  private final List<Range> refused = new ArrayList<>();
  private final List<Backed> backed = new ArrayList<>();
  private final SortedMap<OwnedRange, Integer> pins = new TreeMap<>();
  private final IdentityHashMap<PinnedBlock, OwnedRange> given = new IdentityHashMap<>();
  private final FaultPoint pinCalls = new FaultPoint("HostMemory.pin");
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
   * @clause MAP-7
   */
  public synchronized void setBacking(long bytes) {
    backing = powerOfTwo("backing", bytes);
  }

  /**
   * Sets the page that backs a range; where several pages are set the smallest counts.
   *
   * @param range what the page backs, of every process
   * @param bytes unsigned, a power of two
   * @throws IllegalArgumentException if the number is not a power of two
   * @clause MAP-7
   */
  public synchronized void setBacking(Range range, long bytes) {
    backed.add(new Backed(range, powerOfTwo("backing", bytes)));
  }

  /**
   * Refuses to pin some memory of every process from now on.
   *
   * @param range the memory; what overlaps it is pinned up to it, and so not at all
   * @clause REG-6 MAP-12
   */
  public synchronized void refuse(Range range) {
    refused.add(range);
  }

  /** Takes back every {@link #refuse}. */
  public synchronized void refuseNothing() {
    refused.clear();
  }

  /** {@return the calls of {@link #pin}} */
  public FaultPoint pinCalls() {
    return pinCalls;
  }

  /** {@return what is pinned now, each range with how often} */
  public synchronized SortedMap<OwnedRange, Integer> pins() {
    return new TreeMap<>(pins);
  }

  /**
   * {@return where a byte lies}
   *
   * @param owner the process whose memory it is
   * @param address any user address
   * @clause DEV-1
   */
  public HostPhysicalAddress physical(ProcessId owner, UserAddress address) {
    return new HostPhysicalAddress(address.value() ^ flipped(owner));
  }

  @Override
  public synchronized PinResult pin(ProcessId owner, UserAddress start, long size) {
    if (pinCalls.fails()) {
      return new Unpinnable(0);
    }
    long leading = leading(start.value(), size);
    if (leading != size) {
      return new Unpinnable(leading);
    }
    var range = new Range(start, size);
    var block = new PinnedBlock(start, smallestPage(range), runs(owner, start.value(), size));
    var owned = new OwnedRange(owner, range);
    pins.merge(owned, 1, Integer::sum);
    given.put(block, owned);
    return block;
  }

  /**
   * Gives back a block.
   *
   * @param block what {@link #pin} returned, not given back before
   * @throws IllegalStateException if the block is not pinned
   * @clause UNR-5 VER-9
   */
  @Override
  public synchronized void unpin(PinnedBlock block) {
    OwnedRange owned = given.remove(block);
    if (owned == null) {
      throw new IllegalStateException("block=" + block + " is not pinned");
    }
    pins.computeIfPresent(owned, (r, count) -> count == 1 ? null : count - 1);
  }

  /** The bytes of a range before 2^64 and before the first that is refused. */
  private long leading(long start, long size) {
    long leading = start != 0 && Long.compareUnsigned(-start, size) < 0 ? -start : size;
    for (Range range : refused) {
      if (range.overlaps(new UserAddress(start), leading)) {
        long ahead = range.start().value() - start;
        leading = Long.compareUnsigned(ahead, leading) < 0 ? ahead : 0;
      }
    }
    return leading;
  }

  private long smallestPage(Range range) {
    return backed.stream()
        .filter(b -> b.range().overlaps(range.start(), range.size()))
        .map(Backed::bytes)
        .reduce(backing, (a, b) -> Long.compareUnsigned(a, b) <= 0 ? a : b);
  }

  private long flipped(ProcessId owner) {
    return slice ^ Long.reverse(owner.number());
  }

  private List<PhysicalRun> runs(ProcessId owner, long start, long size) {
    long flipped = flipped(owner);
    long unit = Long.lowestOneBit(flipped);
    var runs = new ArrayList<PhysicalRun>();
    long done = 0;
    while (done != size) {
      long address = start + done;
      long left = size - done;
      long inUnit = unit - (address & (unit - 1));
      long length = unit != 0 && Long.compareUnsigned(inUnit, left) < 0 ? inUnit : left;
      runs.add(new PhysicalRun(new HostPhysicalAddress(address ^ flipped), length));
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

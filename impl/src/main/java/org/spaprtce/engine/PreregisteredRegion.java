package org.spaprtce.engine;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import org.spaprtce.ContainerId;
import org.spaprtce.platform.PinnedBlock;

/**
 * A pinned block and what refers to it: the containers that hold it and the number of its TCEs.
 *
 * <p>The number of TCEs may be changed by several threads. The holders may not: the registration
 * lock of {@link AddressSpace} guards them.
 */
final class PreregisteredRegion {

  /** The number of TCEs of a block that is being released; such a block takes no TCE. */
  private static final long DEAD = Long.MIN_VALUE;

  private static final AtomicLongFieldUpdater<PreregisteredRegion> LIVE =
      AtomicLongFieldUpdater.newUpdater(PreregisteredRegion.class, "live");

  /* All that MAP and UNMAP need of a block: they follow no reference from here. */
  private final long start;
  private final long size;
  private final long backing;
  private volatile long live;

  private final PinnedBlock pinned;
  private final SortedSet<ContainerId> holders = new TreeSet<>();

  PreregisteredRegion(PinnedBlock pinned) {
    this.start = pinned.start().value();
    this.size = pinned.size();
    this.backing = pinned.backing();
    this.pinned = pinned;
  }

  long start() {
    return start;
  }

  long size() {
    return size;
  }

  /** The first address after the block; the block ends below 2^64. */
  long end() {
    return start + size;
  }

  PinnedBlock pinned() {
    return pinned;
  }

  boolean holds(long address) {
    return Words.holds(start, size, address);
  }

  /** Whether the block may be mapped in pages of this size. */
  boolean mappableBy(long page) {
    return !Words.less(backing, page) && ((start | size) & (page - 1)) == 0;
  }

  /** The physical address of an address of the block. */
  long physical(long address) {
    return pinned.at(address - start).value();
  }

  SortedSet<ContainerId> holders() {
    return holders;
  }

  /** Number of TCEs that refer to the block. */
  long live() {
    return live;
  }

  /**
   * Adds TCEs, or takes some away if {@code change} is negative.
   *
   * @throws AssertionError if the block is dead or the number would become negative; it is as
   *     before
   */
  void addLive(long change) {
    long before = LIVE.getAndAdd(this, change);
    if (before < 0 || before + change < 0) {
      LIVE.getAndAdd(this, -change);
      throw new AssertionError("live=" + before + " change=" + change);
    }
  }

  /** Makes the block dead for ever if no TCE refers to it; tells whether it did. */
  boolean retire() {
    return LIVE.compareAndSet(this, 0, DEAD);
  }
}

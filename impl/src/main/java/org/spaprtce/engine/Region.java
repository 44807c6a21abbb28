package org.spaprtce.engine;

import java.util.SortedSet;
import java.util.TreeSet;
import org.spaprtce.ContainerId;
import org.spaprtce.platform.PinnedBlock;

/**
 * A pinned block: one that was registered, or what a MAP_DMA of version 1 pinned.
 *
 * <p>Its TCEs are counted by each table, under its number. The lock R guards the holders.
 */
final class Region {

  /* All that MAP and UNMAP need of a block: they follow no reference from here. */
  private final long start;
  private final long size;
  private final long backing;
  private final int number;

  private final boolean registered;
  private final PinnedBlock pinned;
  private final SortedSet<ContainerId> holders = new TreeSet<>();

  /**
   * A block without holders.
   *
   * @param number small, and no other block's of the process
   * @param registered whether it is in the index, and charged
   */
  Region(int number, boolean registered, PinnedBlock pinned) {
    this.start = pinned.start().value();
    this.size = pinned.size();
    this.backing = pinned.backing();
    this.number = number;
    this.registered = registered;
    this.pinned = pinned;
  }

  long start() {
    return start;
  }

  long size() {
    return size;
  }

  /** The first address after the block; a registered one ends below 2^64. */
  long end() {
    return start + size;
  }

  int number() {
    return number;
  }

  boolean registered() {
    return registered;
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

  /** The containers that registered the block. */
  SortedSet<ContainerId> holders() {
    return holders;
  }
}

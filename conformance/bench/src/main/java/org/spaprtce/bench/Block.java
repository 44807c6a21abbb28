package org.spaprtce.bench;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spaprtce.platform.PinnedBlock;

/**
 * A pre-registered block of a baseline, with a plain count of its TCEs.
 *
 * <p>The monitor of its process guards it.
 */
class Block {

  final PinnedBlock pinned;
  final long start;
  final long size;
  final Set<PagedContainer> holders = Collections.newSetFromMap(new IdentityHashMap<>());

  /** The next block, where blocks are kept in a list. */
  volatile @Nullable Block next;

  private long live;

  Block(PinnedBlock pinned) {
    this.pinned = pinned;
    this.start = pinned.start().value();
    this.size = pinned.size();
  }

  final boolean holds(long address) {
    return Long.compareUnsigned(address - start, size) < 0;
  }

  final boolean isNamed(long otherStart, long otherSize) {
    return start == otherStart && size == otherSize;
  }

  final boolean overlaps(long otherStart, long otherSize) {
    return holds(otherStart) || Long.compareUnsigned(start - otherStart, otherSize) < 0;
  }

  final boolean mappableBy(long page) {
    return Long.compareUnsigned(pinned.backing(), page) >= 0 && ((start | size) & (page - 1)) == 0;
  }

  /** Counts one TCE more; tells whether it did, which it does not for a block that is gone. */
  boolean enter() {
    live++;
    return true;
  }

  /** Counts one TCE less. */
  void leave() {
    live--;
  }

  /** Makes the block gone for ever if it has no TCE; tells whether it did. */
  boolean retire() {
    return live == 0;
  }
}

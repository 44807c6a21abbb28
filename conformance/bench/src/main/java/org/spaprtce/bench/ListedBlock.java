package org.spaprtce.bench;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spaprtce.platform.PinnedBlock;

/** A pre-registered block and the link to the next one. The monitor of its process guards it. */
final class ListedBlock {

  final PinnedBlock pinned;
  final long start;
  final long size;
  final Set<ListedContainer> holders = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Number of TCEs that refer to the block. */
  long live;

  @Nullable ListedBlock next;

  ListedBlock(PinnedBlock pinned, @Nullable ListedBlock next) {
    this.pinned = pinned;
    this.start = pinned.start().value();
    this.size = pinned.size();
    this.next = next;
  }

  boolean holds(long address) {
    return Long.compareUnsigned(address - start, size) < 0;
  }

  boolean isNamed(long otherStart, long otherSize) {
    return start == otherStart && size == otherSize;
  }

  boolean overlaps(long otherStart, long otherSize) {
    return holds(otherStart) || Long.compareUnsigned(start - otherStart, otherSize) < 0;
  }

  boolean mappableBy(long page) {
    return Long.compareUnsigned(pinned.backing(), page) >= 0 && ((start | size) & (page - 1)) == 0;
  }
}

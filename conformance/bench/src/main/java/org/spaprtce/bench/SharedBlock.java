package org.spaprtce.bench;

import java.util.concurrent.atomic.AtomicLong;
import org.spaprtce.platform.PinnedBlock;

/** A block whose TCEs threads count at the same time. */
final class SharedBlock extends Block {

  private static final long GONE = Long.MIN_VALUE;

  private final AtomicLong live = new AtomicLong();

  SharedBlock(PinnedBlock pinned) {
    super(pinned);
  }

  @Override
  boolean enter() {
    long count = live.get();
    while (count != GONE) {
      if (live.compareAndSet(count, count + 1)) {
        return true;
      }
      count = live.get();
    }
    return false;
  }

  @Override
  void leave() {
    live.decrementAndGet();
  }

  @Override
  boolean retire() {
    return live.compareAndSet(0, GONE);
  }
}

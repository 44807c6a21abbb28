package org.spaprtce.engine;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.spaprtce.DmaWindow;

/** A DMA window of a container with its table and the lock T that guards it. */
final class Window {

  /* All that MAP and UNMAP need: they follow no reference from here. */
  private final long start;
  private final long size;
  private final long pageBytes;

  /** The order of windows in which their locks are taken. */
  static final Comparator<Window> BY_AGE = Comparator.comparingLong(w -> w.number);

  private final long number;
  private final DmaWindow range;
  private final TceTable table;
  private final TableLock lock = new TableLock();

  /**
   * A window without TCEs.
   *
   * @param number greater than that of every window made before
   */
  Window(long number, DmaWindow range) {
    this.number = number;
    this.range = range;
    this.start = range.start().value();
    this.size = range.size();
    this.pageBytes = range.pageBytes();
    this.table = new TceTable(Long.numberOfTrailingZeros(range.pageBytes()));
  }

  DmaWindow range() {
    return range;
  }

  long start() {
    return start;
  }

  long pageBytes() {
    return pageBytes;
  }

  /** Whoever uses it holds the lock. */
  TceTable table() {
    return table;
  }

  TableLock lock() {
    return lock;
  }

  boolean contains(long iova) {
    return Words.holds(start, size, iova);
  }

  /** Whether an address or a size is not made of whole pages of the window. */
  boolean misaligned(long bits) {
    return (bits & (pageBytes - 1)) != 0;
  }

  /** Whether a range that starts in the window ends outside it. */
  boolean leaves(long iova, long bytes) {
    return Words.less(size - (iova - start), bytes);
  }

  /**
   * Computes something while nobody else uses the tables of some windows.
   *
   * @param windows in the order in which locks are taken: that of their making
   */
  static <T extends @Nullable Object> T whileResting(List<Window> windows, Supplier<T> work) {
    int locked = 0;
    try {
      while (locked < windows.size()) {
        windows.get(locked).lock.lock();
        locked++;
      }
      return work.get();
    } finally {
      while (locked > 0) {
        windows.get(--locked).lock.unlock();
      }
    }
  }

  /** Does something while nobody else uses the tables of some windows. */
  static void whileResting(List<Window> windows, Runnable work) {
    Window.<@Nullable Object>whileResting(
        windows,
        () -> {
          work.run();
          return null;
        });
  }
}

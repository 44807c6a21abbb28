package org.spaprtce.bench;

import static org.spaprtce.bench.Rejections.rejected;

import org.jspecify.annotations.Nullable;
import org.spaprtce.Command.MapDma;
import org.spaprtce.Command.UnmapDma;
import org.spaprtce.DmaWindow;
import org.spaprtce.Errno;
import org.spaprtce.Iova;
import org.spaprtce.Outcome;

/**
 * The checks of MAP_DMA and UNMAP_DMA that need only the window.
 *
 * @param window of the container
 * @param pageShift binary logarithm of the window's page size
 */
record WindowChecks(DmaWindow window, int pageShift) {

  WindowChecks(DmaWindow window) {
    this(window, Long.numberOfTrailingZeros(window.pageBytes()));
  }

  /**
   * {@return the number of TCEs of the window}
   *
   * @throws IllegalArgumentException if there are more than 2^30
   */
  int entries() {
    long entries = window.size() >>> pageShift;
    if (entries > 1 << 30) {
      throw new IllegalArgumentException("entries=" + entries + " do not fit an array");
    }
    return (int) entries;
  }

  /** {@return the place of a bus address of the window} */
  int entry(Iova iova) {
    return (int) ((iova.value() - window.start().value()) >>> pageShift);
  }

  /** {@return the number of TCEs of a range of the window} */
  int pages(long size) {
    return (int) (size >>> pageShift);
  }

  /** Returns the rejection of a command, or null. */
  @Nullable Outcome failing(MapDma command, boolean enabled) {
    if (!enabled) {
      return rejected(Errno.EPERM, "MAP-1");
    }
    int flags = MapDma.READ | MapDma.WRITE;
    Outcome malformed = Rejections.ofHeader(command.header(), MapDma.ARGSZ, flags);
    if (malformed != null) {
      return malformed;
    }
    if (!window.contains(command.iova())) {
      return rejected(Errno.ENXIO, "MAP-2");
    }
    if (misaligned(command.vaddr().value() | command.size())) {
      return rejected(Errno.EINVAL, "MAP-3");
    }
    if (command.header().flags() == 0) {
      return rejected(Errno.EINVAL, "MAP-4");
    }
    if (misaligned(command.iova().value())) {
      return rejected(Errno.EINVAL, "MAP-11");
    }
    return leavesWindow(command.iova(), command.size()) ? rejected(Errno.EINVAL, "MAP-5") : null;
  }

  /** Returns the rejection of a command, or null. */
  @Nullable Outcome failing(UnmapDma command, boolean enabled) {
    if (!enabled) {
      return rejected(Errno.EPERM, "UNM-1");
    }
    Outcome malformed = Rejections.ofHeader(command.header(), UnmapDma.ARGSZ, 0);
    if (malformed != null) {
      return malformed;
    }
    if (!window.contains(command.iova())) {
      return rejected(Errno.ENXIO, "UNM-2");
    }
    if (misaligned(command.size())) {
      return rejected(Errno.EINVAL, "UNM-3");
    }
    if (misaligned(command.iova().value())) {
      return rejected(Errno.EINVAL, "UNM-7");
    }
    return leavesWindow(command.iova(), command.size()) ? rejected(Errno.EINVAL, "UNM-4") : null;
  }

  private boolean misaligned(long bits) {
    return (bits & (window.pageBytes() - 1)) != 0;
  }

  /** Whether a range that starts in the window ends outside it. */
  private boolean leavesWindow(Iova iova, long size) {
    long offset = iova.value() - window.start().value();
    return Long.compareUnsigned(window.size() - offset, size) < 0;
  }
}

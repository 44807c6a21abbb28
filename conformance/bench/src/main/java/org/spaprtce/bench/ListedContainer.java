package org.spaprtce.bench;

import static org.spaprtce.bench.Rejections.rejected;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spaprtce.Command;
import org.spaprtce.Command.MapDma;
import org.spaprtce.Command.RegisterMemory;
import org.spaprtce.Command.UnmapDma;
import org.spaprtce.Command.UnregisterMemory;
import org.spaprtce.DmaPermission;
import org.spaprtce.DmaWindow;
import org.spaprtce.Errno;
import org.spaprtce.HostPhysicalAddress;
import org.spaprtce.Iova;
import org.spaprtce.Outcome;
import org.spaprtce.TceEntry;
import org.spaprtce.UserAddress;
import org.spaprtce.platform.PinnedBlock;

/**
 * A container of a {@link ListedProcess}: arrays with a place for each TCE of its window.
 *
 * <p>Mapping walks the list of blocks for each page, and mapping and unmapping change the count of
 * a block for each page. The TCE remembers its block, so unmapping does not walk.
 */
final class ListedContainer implements Container {

  private final ListedProcess process;
  private final DmaWindow window;
  private final int pageShift;

  /** For each TCE the physical address of its page and, in the low bits, the permission's flags. */
  private final long[] words;

  /** For each TCE the block that it refers to; null where there is no TCE. */
  private final @Nullable ListedBlock[] blocks;

  /** The blocks of the pages of the command that is being judged. */
  private ListedBlock[] found = new ListedBlock[0];

  private boolean enabled;

  /**
   * Opens a container.
   *
   * @throws IllegalArgumentException if the window has more than 2^30 TCEs
   */
  ListedContainer(ListedProcess process, DmaWindow window) {
    this.process = process;
    this.window = window;
    this.pageShift = Long.numberOfTrailingZeros(window.pageBytes());
    long entries = window.size() >>> pageShift;
    if (entries > 1 << 30) {
      throw new IllegalArgumentException("entries=" + entries + " do not fit an array");
    }
    words = new long[(int) entries];
    blocks = new @Nullable ListedBlock[(int) entries];
    process.charge(window.tablePages());
  }

  void enable() {
    enabled = true;
  }

  boolean enabled() {
    return enabled;
  }

  @Override
  public Outcome execute(Command command) {
    return switch (command) {
      case RegisterMemory register -> process.register(this, register);
      case UnregisterMemory unregister -> process.unregister(this, unregister);
      case MapDma map -> map(map);
      case UnmapDma unmap -> unmap(unmap);
    };
  }

  @Override
  public Optional<TceEntry> translate(Iova iova) {
    synchronized (process) {
      if (!window.contains(iova)) {
        return Optional.empty();
      }
      int entry = entry(iova);
      if (blocks[entry] == null) {
        return Optional.empty();
      }
      int flags = MapDma.READ | MapDma.WRITE;
      long page = words[entry] & ~flags;
      long offset = iova.value() & (window.pageBytes() - 1);
      return Optional.of(
          new TceEntry(
              new HostPhysicalAddress(page + offset),
              DmaPermission.ofFlags((int) words[entry] & flags)));
    }
  }

  private Outcome map(MapDma command) {
    synchronized (process) {
      Outcome failing = failing(command);
      if (failing != null) {
        return failing;
      }
      int first = entry(command.iova());
      int pages = (int) (command.size() >>> pageShift);
      int writable = collect(command.vaddr(), pages);
      if (writable < pages) {
        clear(first, writable);
        boolean unregistered = process.find(address(command.vaddr(), writable)) == null;
        return rejected(Errno.EINVAL, unregistered ? "MAP-6" : "MAP-7");
      }
      for (int i = 0; i < pages; i++) {
        write(first + i, found[i], address(command.vaddr(), i), command.header().flags());
      }
      return Outcome.Done.DONE;
    }
  }

  private @Nullable Outcome failing(MapDma command) {
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

  /** Finds the block of each page; tells how many pages come before the first that has none. */
  private int collect(UserAddress ua, int pages) {
    if (found.length < pages) {
      found = new ListedBlock[pages];
    }
    for (int i = 0; i < pages; i++) {
      ListedBlock block = process.find(address(ua, i));
      if (block == null || !block.mappableBy(window.pageBytes())) {
        return i;
      }
      found[i] = block;
    }
    return pages;
  }

  private void write(int entry, ListedBlock block, long address, int flags) {
    clear(entry);
    PinnedBlock pinned = block.pinned;
    int granted = DmaPermission.ofFlags(flags).flags();
    words[entry] = pinned.at(address - block.start).value() | granted;
    blocks[entry] = block;
    block.live++;
  }

  private void clear(int first, int pages) {
    for (int i = 0; i < pages; i++) {
      clear(first + i);
    }
  }

  private void clear(int entry) {
    ListedBlock old = blocks[entry];
    if (old != null) {
      old.live--;
      blocks[entry] = null;
      words[entry] = 0;
    }
  }

  private Outcome unmap(UnmapDma command) {
    synchronized (process) {
      Outcome failing = failing(command);
      if (failing != null) {
        return failing;
      }
      clear(entry(command.iova()), (int) (command.size() >>> pageShift));
      return Outcome.Done.DONE;
    }
  }

  private @Nullable Outcome failing(UnmapDma command) {
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
    if (leavesWindow(command.iova(), command.size())) {
      return rejected(Errno.EINVAL, "UNM-4");
    }
    return null;
  }

  /** The place of a bus address of the window. */
  private int entry(Iova iova) {
    return (int) ((iova.value() - window.start().value()) >>> pageShift);
  }

  private long address(UserAddress first, int page) {
    return first.value() + ((long) page << pageShift);
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

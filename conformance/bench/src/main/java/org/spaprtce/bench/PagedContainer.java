package org.spaprtce.bench;

import static org.spaprtce.bench.Rejections.rejected;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.concurrent.atomic.AtomicLongArray;
import org.spaprtce.Command;
import org.spaprtce.Command.CheckExtension;
import org.spaprtce.Command.Disable;
import org.spaprtce.Command.EehPeOp;
import org.spaprtce.Command.Enable;
import org.spaprtce.Command.GetApiVersion;
import org.spaprtce.Command.GetInfo;
import org.spaprtce.Command.MapDma;
import org.spaprtce.Command.RegisterMemory;
import org.spaprtce.Command.SetIommu;
import org.spaprtce.Command.TceCreate;
import org.spaprtce.Command.TceRemove;
import org.spaprtce.Command.Unknown;
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
 * A container of a {@link PagedProcess}: arrays with a place for each TCE of its window, and for
 * the user address that it refers to.
 *
 * <p>Mapping and unmapping look for the block of each page and change its count.
 */
final class PagedContainer implements Container {

  private final PagedProcess process;

  /** Guards the table. */
  private final Object lock;

  private final DmaWindow window;
  private final WindowChecks checks;

  /** For each TCE the physical address of its page and the permission's flags; 0 where none is. */
  private final AtomicLongArray words;

  /** For each TCE the user address of its page: the mirror of the table. */
  private final long[] mirror;

  /** The blocks that it registered, in that order. The monitor of the process guards them. */
  private final SequencedSet<Block> held = new LinkedHashSet<>();

  /** The blocks of the pages of the command that is being judged. */
  private Block[] found = new Block[0];

  private volatile boolean enabled;

  /**
   * Opens a container.
   *
   * @throws IllegalArgumentException if the window has more than 2^30 TCEs
   */
  PagedContainer(PagedProcess process, DmaWindow window) {
    this.process = process;
    this.lock = process.tableLock();
    this.window = window;
    checks = new WindowChecks(window);
    words = new AtomicLongArray(checks.entries());
    mirror = new long[words.length()];
    process.charge(window.tablePages());
  }

  void enable() {
    enabled = true;
  }

  SequencedSet<Block> held() {
    return held;
  }

  @Override
  public Outcome execute(Command command) {
    return switch (command) {
      case RegisterMemory register -> process.register(this, register);
      case UnregisterMemory unregister -> process.unregister(this, unregister);
      case MapDma map -> map(map);
      case UnmapDma unmap -> unmap(unmap);
      case GetApiVersion _,
          CheckExtension _,
          SetIommu _,
          GetInfo _,
          Enable _,
          Disable _,
          TceCreate _,
          TceRemove _,
          EehPeOp _,
          Unknown _ ->
          throw Rejections.foreign(command);
    };
  }

  @Override
  public Optional<TceEntry> translate(Iova iova) {
    synchronized (lock) {
      if (!window.contains(iova)) {
        return Optional.empty();
      }
      int entry = checks.entry(iova);
      long word = words.getPlain(entry);
      if (word == 0) {
        return Optional.empty();
      }
      int flags = MapDma.READ | MapDma.WRITE;
      long page = word & ~flags;
      long offset = iova.value() & (window.pageBytes() - 1);
      return Optional.of(
          new TceEntry(
              new HostPhysicalAddress(page + offset), DmaPermission.ofFlags((int) word & flags)));
    }
  }

  @Override
  public void restart() {
    synchronized (lock) {
      clear(0, words.length());
      enabled = false;
    }
    process.release(this);
  }

  private Outcome map(MapDma command) {
    synchronized (lock) {
      Outcome failing = checks.failing(command, enabled);
      if (failing != null) {
        return failing;
      }
      int first = checks.entry(command.iova());
      int pages = checks.pages(command.size());
      int writable = collect(command.vaddr(), pages);
      if (writable < pages) {
        for (int i = 0; i < writable; i++) {
          found[i].leave();
        }
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

  /**
   * Finds the block of each page and counts the page there.
   *
   * @return how many pages come before the first that has no block; only these are counted
   */
  private int collect(UserAddress ua, int pages) {
    if (found.length < pages) {
      found = new Block[pages];
    }
    for (int i = 0; i < pages; i++) {
      Block block = process.find(address(ua, i));
      if (block == null || !block.mappableBy(window.pageBytes()) || !block.enter()) {
        return i;
      }
      found[i] = block;
    }
    return pages;
  }

  private void write(int entry, Block block, long address, int flags) {
    PinnedBlock pinned = block.pinned;
    int granted = DmaPermission.ofFlags(flags).flags();
    exchange(entry, pinned.at(address - block.start).value() | granted);
    mirror[entry] = address;
  }

  /** Writes a word and takes the TCE that was there off its block. */
  private void exchange(int entry, long word) {
    long old;
    if (process.shared()) {
      old = words.getAndSet(entry, word);
    } else {
      old = words.getPlain(entry);
      words.setPlain(entry, word);
    }
    if (old != 0) {
      Objects.requireNonNull(process.find(mirror[entry])).leave();
    }
  }

  private void clear(int first, int pages) {
    for (int i = 0; i < pages; i++) {
      exchange(first + i, 0);
    }
  }

  private Outcome unmap(UnmapDma command) {
    synchronized (lock) {
      Outcome failing = checks.failing(command, enabled);
      if (failing != null) {
        return failing;
      }
      clear(checks.entry(command.iova()), checks.pages(command.size()));
      return Outcome.Done.DONE;
    }
  }

  private long address(UserAddress first, int page) {
    return first.value() + ((long) page << checks.pageShift());
  }
}

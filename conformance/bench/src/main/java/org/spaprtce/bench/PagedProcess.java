package org.spaprtce.bench;

import static org.spaprtce.bench.Rejections.rejected;

import org.jspecify.annotations.Nullable;
import org.spaprtce.Command.RegisterMemory;
import org.spaprtce.Command.UnregisterMemory;
import org.spaprtce.Errno;
import org.spaprtce.Outcome;
import org.spaprtce.ProcessId;
import org.spaprtce.platform.PinnedBlock;
import org.spaprtce.platform.ResourceLimits.Memlock;

/**
 * The memory of a process of a baseline.
 *
 * <p>The monitor of the process makes registrations atomic; it is held while memory is pinned. It
 * guards the containers as well, unless these are to have locks of their own.
 */
final class PagedProcess {

  /** All memory is this process's. */
  private static final ProcessId OWNER = new ProcessId(0);

  private final Host host;
  private final Blocks blocks;
  private final boolean shared;

  /** Pages charged, unsigned. */
  private long locked;

  /**
   * Creates a process.
   *
   * @param blocks empty; safe for threads if it is shared
   * @param shared whether containers have locks of their own, and change counts and TCEs atomically
   */
  PagedProcess(Host host, Blocks blocks, boolean shared) {
    this.host = host;
    this.blocks = blocks;
    this.shared = shared;
  }

  /** {@return whether containers change counts and TCEs atomically} */
  boolean shared() {
    return shared;
  }

  /** {@return the lock of the next container} */
  Object tableLock() {
    return shared ? new Object() : this;
  }

  /**
   * Charges the table of a container.
   *
   * @throws IllegalArgumentException if what is charged would pass 2^64 pages
   */
  synchronized void charge(long pages) {
    if (Long.compareUnsigned(locked + pages, pages) < 0) {
      throw new IllegalArgumentException("pages=%#x locked=%#x".formatted(pages, locked));
    }
    locked += pages;
  }

  /** {@return the block that holds an address, or null} The caller holds its container's lock. */
  @Nullable Block find(long address) {
    return blocks.find(address);
  }

  synchronized Outcome register(PagedContainer container, RegisterMemory command) {
    Outcome malformed = Rejections.ofHeader(command.header(), RegisterMemory.ARGSZ, 0);
    if (malformed != null) {
      return malformed;
    }
    long start = command.vaddr().value();
    long size = command.size();
    if (misaligned(start | size)) {
      return rejected(Errno.EINVAL, "REG-1");
    }
    if (size == 0) {
      return rejected(Errno.EINVAL, "REG-2");
    }
    if (Long.compareUnsigned(start + size, start) <= 0) {
      return rejected(Errno.EINVAL, "REG-3");
    }
    Block named = blocks.named(start, size);
    if (named == null) {
      return registerNew(container, command);
    }
    if (!named.holders.add(container)) {
      return rejected(Errno.EBUSY, "REG-4");
    }
    container.held().add(named);
    container.enable();
    return Outcome.Done.DONE;
  }

  private Outcome registerNew(PagedContainer container, RegisterMemory command) {
    long start = command.vaddr().value();
    long size = command.size();
    long pages = pages(size);
    if (!admits(pages)) {
      return rejected(Errno.ENOMEM, "REG-5");
    }
    if (blocks.overlaps(start, size)) {
      return rejected(Errno.EINVAL, "REG-7");
    }
    if (!(host.memory().pin(OWNER, command.vaddr(), size) instanceof PinnedBlock pinned)) {
      return rejected(Errno.EFAULT, "REG-6");
    }
    Block block = shared ? new SharedBlock(pinned) : new Block(pinned);
    block.holders.add(container);
    container.held().add(block);
    locked += pages;
    container.enable();
    blocks.add(block);
    return Outcome.Done.DONE;
  }

  /** Whether pages stay within the limit; equality does. */
  private boolean admits(long pages) {
    Memlock memlock = host.limits().memlock();
    if (memlock.capIpcLock()) {
      return true;
    }
    long limit = pages(memlock.bytes());
    return Long.compareUnsigned(locked, limit) <= 0
        && Long.compareUnsigned(pages, limit - locked) <= 0;
  }

  synchronized Outcome unregister(PagedContainer container, UnregisterMemory command) {
    Outcome malformed = Rejections.ofHeader(command.header(), UnregisterMemory.ARGSZ, 0);
    if (malformed != null) {
      return malformed;
    }
    long start = command.vaddr().value();
    long size = command.size();
    if (misaligned(start | size)) {
      return rejected(Errno.EINVAL, "UNR-2");
    }
    Block named = blocks.named(start, size);
    if (named == null || !named.holders.contains(container)) {
      return rejected(Errno.ENOENT, "UNR-3");
    }
    if (!giveUp(container, named)) {
      return rejected(Errno.EBUSY, "UNR-4");
    }
    container.held().remove(named);
    return Outcome.Done.DONE;
  }

  /** Takes a container's hold from a block; tells whether it did: TCEs keep the last one. */
  private boolean giveUp(PagedContainer container, Block block) {
    if (block.holders.size() > 1) {
      block.holders.remove(container);
      return true;
    }
    if (!block.retire()) {
      return false;
    }
    blocks.remove(block);
    locked -= pages(block.size);
    host.memory().unpin(block.pinned);
    return true;
  }

  /**
   * Gives back the blocks of a container that has no TCEs, the last one first: there a list finds
   * it at once.
   *
   * @throws IllegalStateException if another container maps a block that only this one holds
   */
  synchronized void release(PagedContainer container) {
    for (Block block : container.held().reversed()) {
      if (!giveUp(container, block)) {
        throw new IllegalStateException("start=%#x is mapped".formatted(block.start));
      }
    }
    container.held().clear();
  }

  private long pages(long bytes) {
    return Long.divideUnsigned(bytes, host.pageSize());
  }

  private boolean misaligned(long bits) {
    return (bits & (host.pageSize() - 1)) != 0;
  }
}

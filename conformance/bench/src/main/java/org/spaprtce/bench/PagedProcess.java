package org.spaprtce.bench;

import static org.spaprtce.bench.Rejections.rejected;

import org.jspecify.annotations.Nullable;
import org.spaprtce.Command.RegisterMemory;
import org.spaprtce.Command.UnregisterMemory;
import org.spaprtce.Errno;
import org.spaprtce.Outcome;
import org.spaprtce.platform.HostMemory;
import org.spaprtce.platform.PinnedBlock;
import org.spaprtce.platform.ResourceLimits;
import org.spaprtce.platform.ResourceLimits.Memlock;

/**
 * The memory of a process of a baseline.
 *
 * <p>The monitor of the process makes registrations atomic; it is held while memory is pinned. It
 * guards the containers as well, unless these are to have locks of their own.
 */
final class PagedProcess {

  private final long pageSize;
  private final HostMemory memory;
  private final ResourceLimits limits;
  private final Blocks blocks;
  private final boolean shared;

  /** Pages charged, unsigned. */
  private long locked;

  /**
   * Creates a process.
   *
   * @param blocks empty; safe for threads if it is shared
   * @param shared whether containers have locks of their own, and so share the blocks
   */
  PagedProcess(
      long pageSize, HostMemory memory, ResourceLimits limits, Blocks blocks, boolean shared) {
    this.pageSize = pageSize;
    this.memory = memory;
    this.limits = limits;
    this.blocks = blocks;
    this.shared = shared;
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
    container.enable();
    return Outcome.Done.DONE;
  }

  private Outcome registerNew(PagedContainer container, RegisterMemory command) {
    long start = command.vaddr().value();
    long size = command.size();
    long pages = Long.divideUnsigned(size, pageSize);
    if (!admits(pages)) {
      return rejected(Errno.ENOMEM, "REG-5");
    }
    if (blocks.overlaps(start, size)) {
      return rejected(Errno.EINVAL, "REG-7");
    }
    PinnedBlock pinned = memory.pin(command.vaddr(), size).orElse(null);
    if (pinned == null) {
      return rejected(Errno.EFAULT, "REG-6");
    }
    Block block = shared ? new SharedBlock(pinned) : new Block(pinned);
    block.holders.add(container);
    locked += pages;
    container.enable();
    blocks.add(block);
    return Outcome.Done.DONE;
  }

  /** Whether pages stay within the limit; equality does. */
  private boolean admits(long pages) {
    Memlock memlock = limits.memlock();
    if (memlock.capIpcLock()) {
      return true;
    }
    long limit = Long.divideUnsigned(memlock.bytes(), pageSize);
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
    if (named.holders.size() > 1) {
      named.holders.remove(container);
      return Outcome.Done.DONE;
    }
    if (!named.retire()) {
      return rejected(Errno.EBUSY, "UNR-4");
    }
    blocks.remove(named);
    locked -= Long.divideUnsigned(size, pageSize);
    memory.unpin(named.pinned);
    return Outcome.Done.DONE;
  }

  private boolean misaligned(long bits) {
    return (bits & (pageSize - 1)) != 0;
  }
}

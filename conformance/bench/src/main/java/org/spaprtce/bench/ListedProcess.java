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
 * The memory of a process as a linked list of blocks, the latest first.
 *
 * <p>Every question about a block walks the list. One monitor, that of the process, makes every
 * call atomic; it is held while memory is pinned.
 */
final class ListedProcess {

  private final long pageSize;
  private final HostMemory memory;
  private final ResourceLimits limits;

  private @Nullable ListedBlock head;

  /** Pages charged, unsigned. */
  private long locked;

  ListedProcess(long pageSize, HostMemory memory, ResourceLimits limits) {
    this.pageSize = pageSize;
    this.memory = memory;
    this.limits = limits;
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

  /** {@return the block that holds an address, or null} The caller holds the monitor. */
  @Nullable ListedBlock find(long address) {
    ListedBlock block = head;
    while (block != null && !block.holds(address)) {
      block = block.next;
    }
    return block;
  }

  synchronized Outcome register(ListedContainer container, RegisterMemory command) {
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
    ListedBlock named = named(start, size);
    if (named == null) {
      return registerNew(container, command);
    }
    if (!named.holders.add(container)) {
      return rejected(Errno.EBUSY, "REG-4");
    }
    container.enable();
    return Outcome.Done.DONE;
  }

  private Outcome registerNew(ListedContainer container, RegisterMemory command) {
    long start = command.vaddr().value();
    long size = command.size();
    long pages = Long.divideUnsigned(size, pageSize);
    if (!admits(pages)) {
      return rejected(Errno.ENOMEM, "REG-5");
    }
    for (ListedBlock block = head; block != null; block = block.next) {
      if (block.overlaps(start, size)) {
        return rejected(Errno.EINVAL, "REG-7");
      }
    }
    PinnedBlock pinned = memory.pin(command.vaddr(), size).orElse(null);
    if (pinned == null) {
      return rejected(Errno.EFAULT, "REG-6");
    }
    head = new ListedBlock(pinned, head);
    head.holders.add(container);
    locked += pages;
    container.enable();
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

  synchronized Outcome unregister(ListedContainer container, UnregisterMemory command) {
    Outcome malformed = Rejections.ofHeader(command.header(), UnregisterMemory.ARGSZ, 0);
    if (malformed != null) {
      return malformed;
    }
    long start = command.vaddr().value();
    long size = command.size();
    if (misaligned(start | size)) {
      return rejected(Errno.EINVAL, "UNR-2");
    }
    ListedBlock named = named(start, size);
    if (named == null || !named.holders.contains(container)) {
      return rejected(Errno.ENOENT, "UNR-3");
    }
    if (named.holders.size() > 1) {
      named.holders.remove(container);
      return Outcome.Done.DONE;
    }
    if (named.live != 0) {
      return rejected(Errno.EBUSY, "UNR-4");
    }
    unlink(named);
    locked -= Long.divideUnsigned(size, pageSize);
    memory.unpin(named.pinned);
    return Outcome.Done.DONE;
  }

  private @Nullable ListedBlock named(long start, long size) {
    ListedBlock block = head;
    while (block != null && !block.isNamed(start, size)) {
      block = block.next;
    }
    return block;
  }

  private void unlink(ListedBlock gone) {
    if (head == gone) {
      head = gone.next;
      return;
    }
    ListedBlock block = head;
    while (block != null && block.next != gone) {
      block = block.next;
    }
    if (block != null) {
      block.next = gone.next;
    }
  }

  private boolean misaligned(long bits) {
    return (bits & (pageSize - 1)) != 0;
  }
}

package org.spaprtce.engine;

import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.spaprtce.Command.RegisterMemory;
import org.spaprtce.Command.UnregisterMemory;
import org.spaprtce.ContainerId;
import org.spaprtce.DmaWindow;
import org.spaprtce.Outcome;
import org.spaprtce.ProcessState;
import org.spaprtce.UserAddress;
import org.spaprtce.platform.HostMemory;
import org.spaprtce.platform.PinnedBlock;
import org.spaprtce.platform.ResourceLimits;
import org.spaprtce.platform.ResourceLimits.Memlock;

/**
 * The memory of a process: its registered blocks, its locked_vm and the containers that share them.
 */
public final class AddressSpace {

  /*
   * When calls take effect
   *
   * The registration lock orders REGISTER, UNREGISTER, the opening of containers, the charges of
   * others and state(). Each container has a lock for its table; MAP and UNMAP write under it,
   * translate() reads under it. The order of locks is: registration, then tables by number.
   *
   * - MAP and UNMAP hold the table lock from their first check to the end. One that is done takes
   *   effect when it releases the lock; a MAP that is rejected, when it reads the index, which it
   *   does once: a block that is published after this does not help it. What such a MAP clears goes
   *   later than that, but whoever could see it waits for the lock. The index is good to the end:
   *   under the lock no block can go. The numbers of TCEs of several blocks change one after the
   *   other, but whoever decides by them (UNREGISTER, state()) holds all table locks and so sees
   *   none or all changes.
   * - REGISTER decides under the registration lock, twice. The first decision rejects, shares a
   *   block, or finds the block acceptable. Then the pages are pinned with no lock held. A refusal
   *   takes effect as of the first decision, when every check before it passed. After pinning the
   *   decision is made again, since the state may be another one: the block may be shared by now,
   *   or be out of the question, and then the new pin is given back. So a pin that loses a race
   *   exists for a moment without a charge, and a charge never exists without a block.
   * - A new block takes effect when the index is published, by one volatile write. A container's
   *   first success also enables the container. Both changes are visible to MAP, in any container,
   *   so the writes are made under that container's table lock, and "enabled" is written first: a
   *   MAP of this container waits, and one of another container only sees the index.
   * - UNREGISTER by one of several holders only changes the holders. By the last one it takes the
   *   table locks (for reading: translate() goes on), so that no MAP or UNMAP is under way. Then
   *   the number of TCEs is exact. Zero makes the block dead and publishes an index without it; any
   *   MAP after that reads this index. Unpinning comes last, with no lock held.
   */

  private final int pageShift;
  private final HostMemory memory;
  private final ResourceLimits limits;

  private final ReentrantLock registration = new ReentrantLock();
  private final LockedVm lockedVm = new LockedVm();
  private final CopyOnWriteArrayList<ContainerEngine> containers = new CopyOnWriteArrayList<>();
  private volatile RegionIndex index = RegionIndex.EMPTY;

  /**
   * Creates the memory of a process that has registered nothing.
   *
   * @param pageShift binary logarithm of the page size
   */
  public AddressSpace(int pageShift, HostMemory memory, ResourceLimits limits) {
    this.pageShift = pageShift;
    this.memory = memory;
    this.limits = limits;
  }

  /**
   * Adds a container and charges its table.
   *
   * @throws IllegalArgumentException if the tables would pass 2^64 pages
   */
  public ContainerEngine openContainer(DmaWindow window) {
    registration.lock();
    try {
      lockedVm.chargeTable(window.tablePages());
      var container = new ContainerEngine(this, new ContainerId(containers.size()), window);
      containers.add(container);
      return container;
    } finally {
      registration.unlock();
    }
  }

  /** Sets the pages that others charged, unsigned. */
  public void setLockedElsewhere(long pages) {
    registration.lock();
    try {
      lockedVm.setElsewhere(pages);
    } finally {
      registration.unlock();
    }
  }

  /** The registered blocks now. */
  RegionIndex index() {
    return index;
  }

  Outcome register(ContainerEngine container, RegisterMemory command) {
    Clause malformed = malformed(command);
    if (malformed != null) {
      return malformed.rejection();
    }
    long ua = command.vaddr().value();
    long size = command.size();
    Memlock memlock = limits.memlock();
    Outcome decided = decide(container, ua, size, memlock, null);
    if (decided != null) {
      return decided;
    }
    PinnedBlock pinned = memory.pin(command.vaddr(), size).orElse(null);
    if (pinned == null) {
      return Clause.REG_6.rejection(); // [REG-6]
    }
    boolean published = false;
    try {
      if (pinned.start().value() != ua || pinned.size() != size) {
        throw new IllegalStateException(
            "asked for ua=%s size=0x%x, pinned %s".formatted(command.vaddr(), size, pinned));
      }
      decided = decide(container, ua, size, memlock, pinned);
      published = decided == null;
    } finally {
      if (!published) {
        memory.unpin(pinned);
      }
    }
    return decided == null ? Outcome.Done.DONE : decided;
  }

  /** The clause that rejects a command whatever the state is, or null. */
  private @Nullable Clause malformed(RegisterMemory command) {
    Clause header = HeaderChecks.failing(command.header(), RegisterMemory.ARGSZ, 0);
    if (header != null) {
      return header;
    }
    long ua = command.vaddr().value();
    long size = command.size();
    if (misaligned(ua, size)) {
      return Clause.REG_1; // [REG-1]
    }
    if (size == 0) {
      return Clause.REG_2; // [REG-2]
    }
    if (!Words.less(ua, ua + size)) {
      return Clause.REG_3; // [REG-3]
    }
    return null;
  }

  /**
   * Rejects or shares a block, or finds that it is new; then publishes it if it is pinned already.
   *
   * @return what the command answers, or null for a new block
   */
  private @Nullable Outcome decide(
      ContainerEngine container,
      long ua,
      long size,
      Memlock memlock,
      @Nullable PinnedBlock pinned) {
    registration.lock();
    try {
      PreregisteredRegion named = index.named(ua, size);
      if (named != null) {
        if (!named.holders().add(container.id())) {
          return Clause.REG_4.rejection(); // [REG-4]
        }
        container.enable(() -> {}); // [REG-9] [REG-10]
        return Outcome.Done.DONE;
      }
      long pages = size >>> pageShift;
      if (!memlock.capIpcLock() && !lockedVm.admits(pages, memlock.bytes() >>> pageShift)) {
        return Clause.REG_5.rejection(); // [REG-5]
      }
      if (index.overlaps(ua, size)) {
        return Clause.REG_7.rejection(); // [REG-7]
      }
      if (pinned != null) {
        var region = new PreregisteredRegion(pinned);
        region.holders().add(container.id());
        RegionIndex next = index.with(region);
        lockedVm.chargeBlock(pages);
        container.enable(() -> index = next); // [REG-8] [REG-10]
      }
      return null;
    } finally {
      registration.unlock();
    }
  }

  Outcome unregister(ContainerEngine container, UnregisterMemory command) {
    Clause malformed = malformed(command);
    if (malformed != null) {
      return malformed.rejection();
    }
    PreregisteredRegion region;
    registration.lock();
    try {
      region = index.named(command.vaddr().value(), command.size());
      if (region == null || !region.holders().contains(container.id())) {
        return Clause.UNR_3.rejection(); // [UNR-3]
      }
      if (region.holders().size() > 1) {
        region.holders().remove(container.id()); // [UNR-6]
        return Outcome.Done.DONE;
      }
      if (!withdraw(region)) {
        return Clause.UNR_4.rejection(); // [UNR-4]
      }
      lockedVm.unchargeBlock(region.size() >>> pageShift); // [UNR-5]
    } finally {
      registration.unlock();
    }
    memory.unpin(region.pinned());
    return Outcome.Done.DONE;
  }

  /** The clause that rejects a command whatever the state is, or null. */
  private @Nullable Clause malformed(UnregisterMemory command) {
    Clause header = HeaderChecks.failing(command.header(), UnregisterMemory.ARGSZ, 0);
    if (header != null) {
      return header;
    }
    if (misaligned(command.vaddr().value(), command.size())) {
      return Clause.UNR_2; // [UNR-2]
    }
    return null;
  }

  /** Takes a block out of the index unless TCEs refer to it; tells whether it did. */
  private boolean withdraw(PreregisteredRegion region) {
    RegionIndex next = index.without(region);
    return ContainerEngine.whileTablesRest(
        containers,
        () -> {
          boolean retired = region.retire();
          if (retired) {
            index = next;
          }
          return retired;
        });
  }

  private boolean misaligned(long ua, long size) {
    return ((ua | size) & ((1L << pageShift) - 1)) != 0;
  }

  /** The whole state at one moment. */
  public ProcessState state() {
    registration.lock();
    try {
      return ContainerEngine.whileTablesRest(
          containers,
          () ->
              new ProcessState(
                  lockedVm.total(),
                  lockedVm.elsewhere(),
                  index.regions().stream().map(AddressSpace::block).toList(),
                  containers.stream().map(ContainerEngine::stateAtRest).toList()));
    } finally {
      registration.unlock();
    }
  }

  private static ProcessState.Block block(PreregisteredRegion region) {
    return new ProcessState.Block(
        new UserAddress(region.start()),
        region.size(),
        region.pinned().backing(),
        region.holders(),
        region.live());
  }
}

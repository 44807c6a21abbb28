package org.spaprtce.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.spaprtce.Command;
import org.spaprtce.Command.MapDma;
import org.spaprtce.Command.RegisterMemory;
import org.spaprtce.Command.UnmapDma;
import org.spaprtce.Command.UnregisterMemory;
import org.spaprtce.ContainerId;
import org.spaprtce.DmaPermission;
import org.spaprtce.DmaWindow;
import org.spaprtce.HostPhysicalAddress;
import org.spaprtce.Iova;
import org.spaprtce.Outcome;
import org.spaprtce.ProcessState;
import org.spaprtce.TceEntry;
import org.spaprtce.UserAddress;

/**
 * A container: its window, its TCEs and the commands that it judges.
 *
 * <p>{@link AddressSpace} says which lock guards what and when a call takes effect.
 */
public final class ContainerEngine {

  private final AddressSpace addressSpace;
  private final ContainerId id;
  private final DmaWindow window;

  private final StampedLock tableLock = new StampedLock();

  /** Guarded by the table lock. */
  private final TceTable table;

  /**
   * Written under the registration lock and the table lock, so that either is enough to read it.
   */
  private boolean enabled;

  ContainerEngine(AddressSpace addressSpace, ContainerId id, DmaWindow window) {
    this.addressSpace = addressSpace;
    this.id = id;
    this.window = window;
    this.table = new TceTable(Long.numberOfTrailingZeros(window.pageBytes()));
  }

  /** {@return the number of this container} */
  public ContainerId id() {
    return id;
  }

  /** {@return the DMA window} */
  public DmaWindow window() {
    return window;
  }

  /** Executes a command; a rejection changes nothing but what a failing MAP_DMA clears. */
  public Outcome execute(Command command) {
    return switch (command) {
      case RegisterMemory register -> addressSpace.register(this, register);
      case UnregisterMemory unregister -> addressSpace.unregister(this, unregister);
      case MapDma map -> map(map);
      case UnmapDma unmap -> unmap(unmap);
    };
  }

  /** {@return what a device finds at a bus address} */
  public Optional<TceEntry> translate(long iova) {
    long stamp = tableLock.readLock();
    try {
      TceRun run = table.find(iova);
      if (run == null) {
        return Optional.empty();
      }
      long physical = run.region().physical(run.userAddress(iova));
      return Optional.of(new TceEntry(new HostPhysicalAddress(physical), run.permission()));
    } finally {
      tableLock.unlockRead(stamp);
    }
  }

  private Outcome map(MapDma command) {
    long stamp = tableLock.writeLock();
    try {
      Clause failing = failing(command);
      if (failing != null) {
        return failing.rejection();
      }
      failing = write(addressSpace.index(), command);
      return failing == null ? Outcome.Done.DONE : failing.rejection();
    } finally {
      tableLock.unlockWrite(stamp);
    }
  }

  /** The clause that rejects a command whatever is registered, or null. */
  private @Nullable Clause failing(MapDma command) {
    if (!enabled) {
      return Clause.MAP_1; // [MAP-1]
    }
    Clause header =
        HeaderChecks.failing(command.header(), MapDma.ARGSZ, MapDma.READ | MapDma.WRITE);
    if (header != null) {
      return header;
    }
    if (!window.contains(command.iova())) {
      return Clause.MAP_2; // [MAP-2]
    }
    if (misaligned(command.vaddr().value() | command.size())) {
      return Clause.MAP_3; // [MAP-3]
    }
    if (command.header().flags() == 0) {
      return Clause.MAP_4; // [MAP-4]
    }
    if (misaligned(command.iova().value())) {
      return Clause.MAP_11; // [MAP-11]
    }
    if (leavesWindow(command.iova(), command.size())) {
      return Clause.MAP_5; // [MAP-5]
    }
    return null;
  }

  /**
   * Writes the TCEs of a command, or clears those before the first that cannot be written and
   * returns the clause that says why it cannot.
   */
  private @Nullable Clause write(RegionIndex index, MapDma command) {
    long ua = command.vaddr().value();
    long size = command.size();
    if (size == 0) {
      return null; // [MAP-9]
    }
    PreregisteredRegion region = index.find(ua);
    if (region == null) {
      return Clause.MAP_6; // [MAP-6]
    }
    if (!region.mappableBy(window.pageBytes())) {
      return Clause.MAP_7; // [MAP-7]
    }
    long iova = command.iova().value();
    DmaPermission permission = DmaPermission.ofFlags(command.header().flags());
    if (Words.less(region.end() - ua, size)) {
      return writeAcross(index, ua, iova, size, permission);
    }
    table.map(region, ua, iova, size, permission); // [MAP-8]
    return null;
  }

  /** Writes TCEs of several blocks, block by block, once it is known how far they go. */
  private @Nullable Clause writeAcross(
      RegionIndex index, long ua, long iova, long size, DmaPermission permission) {
    long writable = writable(index, ua, size);
    if (writable != size) {
      table.unmap(iova, writable); // [MAP-14]
      return index.find(ua + writable) == null ? Clause.MAP_6 : Clause.MAP_7; // [MAP-6] [MAP-7]
    }
    long done = 0;
    while (done != size) {
      long address = ua + done;
      PreregisteredRegion region = index.find(address);
      if (region == null) {
        throw new AssertionError(
            "ua=" + Long.toHexString(address) + " was registered a moment ago");
      }
      long length = Words.min(size - done, region.end() - address);
      table.map(region, address, iova + done, length, permission); // [MAP-8]
      done += length;
    }
    return null;
  }

  /**
   * The bytes of a range of user memory before the first that lies in no block, or in one that the
   * pages of the window do not fit: whole pages of the window, as such blocks consist of them.
   */
  private long writable(RegionIndex index, long ua, long size) {
    long done = 0;
    while (done != size) {
      long address = ua + done;
      PreregisteredRegion region = index.find(address);
      if (region == null || !region.mappableBy(window.pageBytes())) {
        return done;
      }
      done += Words.min(size - done, region.end() - address);
    }
    return size;
  }

  private Outcome unmap(UnmapDma command) {
    long stamp = tableLock.writeLock();
    try {
      Clause failing = failing(command);
      if (failing != null) {
        return failing.rejection();
      }
      if (command.size() != 0) {
        table.unmap(command.iova().value(), command.size()); // [UNM-5]
      }
      return Outcome.Done.DONE;
    } finally {
      tableLock.unlockWrite(stamp);
    }
  }

  private @Nullable Clause failing(UnmapDma command) {
    if (!enabled) {
      return Clause.UNM_1; // [UNM-1]
    }
    Clause header = HeaderChecks.failing(command.header(), UnmapDma.ARGSZ, 0);
    if (header != null) {
      return header;
    }
    if (!window.contains(command.iova())) {
      return Clause.UNM_2; // [UNM-2]
    }
    if (misaligned(command.size())) {
      return Clause.UNM_3; // [UNM-3]
    }
    if (misaligned(command.iova().value())) {
      return Clause.UNM_7; // [UNM-7]
    }
    if (leavesWindow(command.iova(), command.size())) {
      return Clause.UNM_4; // [UNM-4]
    }
    return null;
  }

  private boolean misaligned(long bits) {
    return (bits & (window.pageBytes() - 1)) != 0;
  }

  /** Whether a range that starts in the window ends outside it. */
  private boolean leavesWindow(Iova iova, long size) {
    long offset = iova.value() - window.start().value();
    return Words.less(window.size() - offset, size);
  }

  /** Enables the container and publishes, at one moment. The caller holds the registration lock. */
  void enable(Runnable publish) {
    if (enabled) {
      publish.run();
      return;
    }
    long stamp = tableLock.writeLock();
    try {
      enabled = true;
      publish.run();
    } finally {
      tableLock.unlockWrite(stamp);
    }
  }

  /** Computes something while no container of the list changes its table. */
  static <T> T whileTablesRest(List<ContainerEngine> containers, Supplier<T> work) {
    long[] stamps = new long[containers.size()];
    int locked = 0;
    try {
      while (locked < stamps.length) {
        stamps[locked] = containers.get(locked).tableLock.readLock();
        locked++;
      }
      return work.get();
    } finally {
      while (locked > 0) {
        locked--;
        containers.get(locked).tableLock.unlockRead(stamps[locked]);
      }
    }
  }

  /** The state of the container. The caller holds both locks. */
  ProcessState.Container stateAtRest() {
    var runs = new ArrayList<ProcessState.Run>();
    for (TceRun run : table.runs()) {
      var next =
          new ProcessState.Run(
              new Iova(run.iova()), new UserAddress(run.ua()), run.size(), run.permission());
      if (!runs.isEmpty() && continues(runs.getLast(), next)) {
        ProcessState.Run last = runs.removeLast();
        next =
            new ProcessState.Run(
                last.iova(), last.ua(), last.size() + next.size(), next.permission());
      }
      runs.add(next);
    }
    return new ProcessState.Container(id, window, runs, enabled);
  }

  /** Whether a run goes on in the next one of the table, which lies above it. */
  private static boolean continues(ProcessState.Run run, ProcessState.Run next) {
    return run.permission() == next.permission()
        && run.iova().value() + run.size() == next.iova().value()
        && run.ua().value() + run.size() == next.ua().value();
  }
}

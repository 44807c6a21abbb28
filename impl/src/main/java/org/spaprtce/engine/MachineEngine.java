package org.spaprtce.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.spaprtce.ContainerId;
import org.spaprtce.GroupId;
import org.spaprtce.Machine;
import org.spaprtce.MachineState;
import org.spaprtce.ProcessId;
import org.spaprtce.platform.PinnedBlock;
import org.spaprtce.platform.Platform;
import org.spaprtce.platform.ResourceLimits.Memlock;

/** A machine: its constants and ports, who takes part, and the lock R that orders what is rare. */
public final class MachineEngine {

  private final Machine machine;
  private final Platform platform;
  private final int pageShift;
  private final TableSize tableSize;
  private final Registrations registrations;
  private final WindowCommands windowCommands;
  private final TableCommands tableCommands;

  private final ReentrantLock lock = new ReentrantLock();
  private final List<GroupEngine> groups;
  private final List<AddressSpace> processes = new ArrayList<>();
  private final List<ContainerEngine> containers = new ArrayList<>();

  /** Starts a machine without processes and containers. */
  public MachineEngine(Machine machine, Platform platform) {
    this.machine = machine;
    this.platform = platform;
    pageShift = Long.numberOfTrailingZeros(machine.pageSize());
    tableSize = new TableSize(machine.pageSize());
    registrations = new Registrations(this);
    windowCommands = new WindowCommands(this);
    tableCommands = new TableCommands(this);
    groups =
        IntStream.range(0, machine.groups().size())
            .mapToObj(i -> new GroupEngine(this, new GroupId(i), machine.groups().get(i)))
            .toList();
  }

  /** {@return a new process} */
  public AddressSpace openProcess() {
    return exclusively(_ -> {
      var process = new AddressSpace(this, new ProcessId(processes.size()));
      processes.add(process);
      return process;
    });
  }

  /** {@return a new container} */
  public ContainerEngine openContainer() {
    return exclusively(_ -> {
      var container = new ContainerEngine(this, new ContainerId(containers.size()));
      containers.add(container);
      return container;
    });
  }

  /** {@return a group} */
  public GroupEngine group(int number) {
    return groups.get(number);
  }

  /** {@return the whole state at one moment} */
  public MachineState state() {
    return exclusively(_ -> {
      List<Window> all =
          processes.stream().flatMap(p -> p.tables().stream()).sorted(Window.BY_AGE).toList();
      return Window.whileResting(all, () -> new StateReader(processes, containers, groups).state());
    });
  }

  Machine machine() {
    return machine;
  }

  Platform platform() {
    return platform;
  }

  TableSize tableSize() {
    return tableSize;
  }

  Registrations registrations() {
    return registrations;
  }

  WindowCommands windowCommands() {
    return windowCommands;
  }

  TableCommands tableCommands() {
    return tableCommands;
  }

  /**
   * The container of a number.
   *
   * @throws IllegalArgumentException if there is none
   */
  ContainerEngine container(ContainerId id) {
    if (id.number() >= containers.size()) {
      throw new IllegalArgumentException("container=" + id + " of " + containers.size());
    }
    return containers.get(id.number());
  }

  /**
   * Checks that a process is of this machine.
   *
   * @throws IllegalArgumentException if it is not
   */
  void requireOwn(AddressSpace caller) {
    if (caller.machine() != this) {
      throw new IllegalArgumentException("process=" + caller.id() + " is another machine's");
    }
  }

  /** Whole pages of the host. */
  long pages(long bytes) {
    return bytes >>> pageShift;
  }

  /** Whether an address or a size is not made of whole pages of the host. */
  boolean misaligned(long bits) {
    return (bits & (machine.pageSize() - 1)) != 0;
  }

  /** Whether so many pages more may be charged to a process by a task with this limit [ACC-2]. */
  boolean within(AddressSpace caller, long pages, Memlock memlock) {
    return memlock.capIpcLock() || caller.lockedVm().admits(pages, memlock.bytes() >>> pageShift);
  }

  /** Does something under the lock R. */
  <T extends @Nullable Object> T exclusively(Supplier<T> work) {
    return exclusively(_ -> work.get());
  }

  /**
   * Does something under the lock R, and then, under no lock, unpins what the work left over.
   *
   * @throws IllegalStateException if a port, called under the lock, calls the interface
   */
  <T extends @Nullable Object> T exclusively(Function<List<PinnedBlock>, T> work) {
    if (lock.isHeldByCurrentThread()) {
      throw new IllegalStateException("a port called the interface");
    }
    var spare = new ArrayList<PinnedBlock>();
    lock.lock();
    try {
      return work.apply(spare);
    } finally {
      lock.unlock();
      spare.forEach(platform.memory()::unpin);
    }
  }
}

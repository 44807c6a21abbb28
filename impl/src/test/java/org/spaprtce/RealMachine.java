package org.spaprtce;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Set;
import org.apache.commons.lang3.Validate;
import org.spaprtce.Command.MapDma;
import org.spaprtce.Command.RegisterMemory;
import org.spaprtce.Command.SetIommu;
import org.spaprtce.Command.UnmapDma;
import org.spaprtce.Command.UnregisterMemory;
import org.spaprtce.GroupCommand.OpenGroup;
import org.spaprtce.GroupCommand.SetContainer;
import org.spaprtce.platform.Allocations;
import org.spaprtce.platform.AnonymousMemory;
import org.spaprtce.platform.LinuxHostMemory;
import org.spaprtce.platform.LinuxHostMemory.Placement;
import org.spaprtce.platform.LinuxProcess;
import org.spaprtce.platform.LinuxResourceLimits;
import org.spaprtce.platform.Platform;
import org.spaprtce.platform.SimulatedFirmware;

/**
 * A machine whose one process is this one: real memory in pages of the system, and two containers
 * of version 2 with a group each.
 */
final class RealMachine {

  final long page = LinuxProcess.pageSize();
  final LinuxHostMemory host;
  final SpaprTce tce;
  final TceProcess process;
  final TceContainer c;
  final TceContainer d;

  private final MemorySegment memory;

  /**
   * Maps memory and opens the containers.
   *
   * @param pages size of the memory
   * @param arena unmaps it
   * @param window bytes of the default window, which costs one page; 0: there is none
   */
  RealMachine(Placement placement, int pages, Arena arena, long window) {
    host = new LinuxHostMemory(placement);
    memory = AnonymousMemory.map(pages * page, arena);
    TableGroup group = new TableGroup(new Iova(0), window, Set.of(12), 1, 1, "");
    tce =
        new SpaprTce(
            new Machine(page, List.of(group, group), false),
            new Platform(
                host, new LinuxResourceLimits(), Allocations.UNLIMITED, new SimulatedFirmware()));
    process = tce.openProcess();
    c = open(0);
    d = open(1);
  }

  private TceContainer open(int group) {
    TceContainer container = tce.openContainer();
    requireDone(tce.group(group).execute(process, new OpenGroup()));
    requireDone(tce.group(group).execute(process, new SetContainer(container.id())));
    done(container, new SetIommu(SetIommu.VERSION_2));
    return container;
  }

  /** {@return the address of a page of the memory} */
  long at(int number) {
    return memory.address() + number * page;
  }

  RegisterMemory register(int from, int pages) {
    return new RegisterMemory(new UserAddress(at(from)), pages * page);
  }

  UnregisterMemory unregister(int from, int pages) {
    return new UnregisterMemory(new UserAddress(at(from)), pages * page);
  }

  MapDma map(int from, long iova, int pages) {
    return new MapDma(
        new UserAddress(at(from)), new Iova(iova), pages * page, DmaPermission.READ_WRITE);
  }

  UnmapDma unmap(long iova, long size) {
    return new UnmapDma(new Iova(iova), size);
  }

  Outcome execute(TceContainer container, Command command) {
    return container.execute(process, command);
  }

  void done(TceContainer container, Command command) {
    requireDone(execute(container, command));
  }

  /** Without JUnit, which a process of its own does not have. */
  private static void requireDone(Outcome outcome) {
    Validate.validState(outcome == Outcome.Done.DONE, "outcome=%s", outcome);
  }

  /** {@return the pages charged to the process, less what the tables cost} */
  long lockedVmWithoutTables() {
    MachineState state = tce.state();
    long tables = state.windows().stream().mapToLong(w -> w.range().tablePages()).sum();
    return state.charges().getFirst().lockedVm().longValueExact() - tables;
  }
}

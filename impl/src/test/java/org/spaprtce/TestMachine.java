package org.spaprtce;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.spaprtce.Command.MapDma;
import org.spaprtce.Command.RegisterMemory;
import org.spaprtce.Command.SetIommu;
import org.spaprtce.Command.TceCreate;
import org.spaprtce.Command.TceRemove;
import org.spaprtce.Command.UnmapDma;
import org.spaprtce.Command.UnregisterMemory;
import org.spaprtce.GroupCommand.OpenGroup;
import org.spaprtce.GroupCommand.SetContainer;
import org.spaprtce.MachineState.Container;
import org.spaprtce.MachineState.Mapping;
import org.spaprtce.MachineState.Region;
import org.spaprtce.platform.Platform;
import org.spaprtce.platform.SimulatedPlatform;

/**
 * A machine on a simulated host with pages of 64 KiB, a process, and short words for what tests do
 * with them.
 */
final class TestMachine {

  /** Bytes of a page of the host. */
  static final long PAGE = 0x10000;

  /** Bytes of an IOMMU page of the default window. */
  static final long SMALL = 0x1000;

  /** Bytes of the default window. */
  static final long WINDOW = 1L << 31;

  /** Pages that the table of the default window is charged. */
  static final long TABLE = 128;

  /** Start of the second window. */
  static final long SECOND = DmaWindow.SECOND_START;

  /** A group that is like groups 0 to 3, but of another family. */
  static final int STRANGER = 4;

  /** A group for which no windows can be created. */
  static final int STATIC = 5;

  /** A group without a default window. */
  static final int BARE = 6;

  static final Machine MACHINE =
      new Machine(
          PAGE,
          List.of(
              TableGroup.POWER9,
              TableGroup.POWER9,
              TableGroup.POWER9,
              TableGroup.POWER9,
              new TableGroup(new Iova(0), WINDOW, Set.of(12, 16), 1, 2, "stranger"),
              new TableGroup(new Iova(0), WINDOW, Set.of(), 0, 0, ""),
              new TableGroup(new Iova(0), 0, Set.of(12), 1, 1, "bare")),
          true);

  final SimulatedPlatform host = new SimulatedPlatform();
  final SpaprTce tce;
  final TceProcess process;

  TestMachine() {
    this(platform -> platform);
  }

  /** A machine with ports of the test's own, which may use those of {@link #host}. */
  TestMachine(UnaryOperator<Platform> ports) {
    tce = new SpaprTce(MACHINE, ports.apply(host.ports()));
    process = tce.openProcess();
  }

  IommuGroup group(int number) {
    return tce.group(number);
  }

  MachineState state() {
    return tce.state();
  }

  /** Opens a group and puts it into a container. */
  void join(int group, TceContainer container) {
    done(group(group), new OpenGroup());
    done(group(group), new SetContainer(container.id()));
  }

  /** A new container of a type with a group. */
  TceContainer container(int group, int type) {
    TceContainer container = tce.openContainer();
    join(group, container);
    done(container, new SetIommu(type));
    return container;
  }

  /** A new container of version 2 that is owed its default window. */
  TceContainer version2(int group) {
    return container(group, SetIommu.VERSION_2);
  }

  /** A new container of version 2 with its default window, which is not enabled. */
  TceContainer withWindow(int group) {
    TceContainer container = version2(group);
    assertEquals(
        new Outcome.Rejected(Errno.EINVAL, "WIN-7"),
        container.execute(process, new TceCreate(0, 0, 0)));
    return container;
  }

  /** A new container of version 2 whose only window, at the start of the default one, is this. */
  TceContainer withWindow(int group, int pageShift, long size, int levels) {
    TceContainer container = version2(group);
    done(container, new TceRemove(new Iova(0)));
    assertEquals(
        new Outcome.WindowCreated(new Iova(0)),
        container.execute(process, new TceCreate(pageShift, size, levels)));
    return container;
  }

  void done(TceContainer container, Command command) {
    assertEquals(Outcome.Done.DONE, container.execute(process, command));
  }

  void done(IommuGroup group, GroupCommand command) {
    assertEquals(Outcome.Done.DONE, group.execute(process, command));
  }

  /** Expects a rejection by a clause, and that the state stays as it was. */
  void rejects(Errno errno, String clause, TceContainer container, Command command) {
    rejects(errno, clause, process, container, command);
  }

  /** The same for another process. */
  void rejects(
      Errno errno, String clause, TceProcess caller, TceContainer container, Command command) {
    MachineState before = state();
    assertEquals(new Outcome.Rejected(errno, clause), container.execute(caller, command));
    assertEquals(before, state());
  }

  /** The same for a group. */
  void rejects(Errno errno, String clause, IommuGroup group, GroupCommand command) {
    MachineState before = state();
    assertEquals(new Outcome.Rejected(errno, clause), group.execute(process, command));
    assertEquals(before, state());
  }

  /** Fails if the state violates an invariant, or if it does not fit what the host has. */
  void check() {
    MachineState state = state();
    assertEquals(List.of(), StateInvariants.violated(state, MACHINE), state::toString);
    assertEquals(List.of(), HostTrace.faults(state, host), state::toString);
  }

  /** Pages that the process is charged. */
  BigInteger lockedVm() {
    return state().charges().get(process.id().number()).lockedVm();
  }

  /** Expects that the process is charged so many pages. */
  void charged(long pages) {
    assertEquals(BigInteger.valueOf(pages), lockedVm());
  }

  Container state(TceContainer container) {
    return state().containers().get(container.id().number());
  }

  /** The blocks of all processes. */
  List<Region> regions() {
    return state().regions();
  }

  /** The number of TCEs that refer to a block, by its place among all. */
  long live(int region) {
    return regions().get(region).live();
  }

  /** The TCEs of a container. */
  List<Mapping> mappings(TceContainer container) {
    return state().mappings().stream().filter(m -> m.container().equals(container.id())).toList();
  }

  /** What the bytes of the process's memory are for a device. */
  TceEntry entry(long ua, DmaPermission permission) {
    return new TceEntry(host.memory().physical(process.id(), new UserAddress(ua)), permission);
  }

  static RegisterMemory register(long vaddr, long size) {
    return new RegisterMemory(new UserAddress(vaddr), size);
  }

  static UnregisterMemory unregister(long vaddr, long size) {
    return new UnregisterMemory(new UserAddress(vaddr), size);
  }

  static MapDma map(long vaddr, long iova, long size) {
    return new MapDma(new UserAddress(vaddr), new Iova(iova), size, DmaPermission.READ_WRITE);
  }

  static UnmapDma unmap(long iova, long size) {
    return new UnmapDma(new Iova(iova), size);
  }

  static TceRemove remove(long start) {
    return new TceRemove(new Iova(start));
  }

  /** TCEs of the window that starts at 0, for reading and writing. */
  static Mapping run(TceContainer container, long iova, long ua, long size) {
    return new Mapping(
        container.id(),
        new Iova(0),
        new Iova(iova),
        new UserAddress(ua),
        size,
        DmaPermission.READ_WRITE);
  }
}

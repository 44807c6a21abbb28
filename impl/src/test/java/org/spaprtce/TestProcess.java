package org.spaprtce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Function;
import org.spaprtce.Command.MapDma;
import org.spaprtce.Command.RegisterMemory;
import org.spaprtce.Command.UnmapDma;
import org.spaprtce.Command.UnregisterMemory;
import org.spaprtce.platform.HostMemory;
import org.spaprtce.platform.SimulatedHostMemory;
import org.spaprtce.platform.SimulatedResourceLimits;

/**
 * A process on a simulated host with pages of 64 KiB, and short words for what tests do with it.
 */
final class TestProcess {

  /** Bytes of a page of the host. */
  static final long PAGE = 0x10000;

  /** Bytes of an IOMMU page of {@link #WINDOW}. */
  static final long SMALL = 0x1000;

  /** 2^31 bytes of 4 KiB pages from bus address 0; its table is charged with 64 pages. */
  static final DmaWindow WINDOW = new DmaWindow(new Iova(0), 1L << 31, SMALL, 64);

  final SimulatedHostMemory memory = new SimulatedHostMemory();
  final SimulatedResourceLimits limits = new SimulatedResourceLimits(-1);
  final SpaprTce process;

  TestProcess() {
    process = new SpaprTce(PAGE, memory, limits);
  }

  /** A process that pins through a port of the test's own, which may use {@link #memory}. */
  TestProcess(Function<SimulatedHostMemory, HostMemory> port) {
    process = new SpaprTce(PAGE, port.apply(memory), limits);
  }

  TceContainer open() {
    return process.openContainer(WINDOW);
  }

  ProcessState state() {
    return process.state();
  }

  /** Fails if the state violates an invariant or other blocks are pinned than registered. */
  void check() {
    ProcessState state = state();
    assertEquals(List.of(), StateInvariants.violated(state, PAGE), state::toString);
    assertTrue(StateInvariants.pinned(state, memory.pins()), () -> "pins=" + memory.pins());
  }

  /** Expects a rejection by a clause, and that the state stays as it was. */
  void rejects(Errno errno, String clause, TceContainer container, Command command) {
    ProcessState before = state();
    assertEquals(new Outcome.Rejected(errno, clause), container.execute(command));
    assertEquals(before, state());
  }

  static void done(TceContainer container, Command command) {
    assertEquals(Outcome.Done.DONE, container.execute(command));
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

  static ProcessState.Run run(long iova, long ua, long size) {
    return new ProcessState.Run(
        new Iova(iova), new UserAddress(ua), size, DmaPermission.READ_WRITE);
  }
}

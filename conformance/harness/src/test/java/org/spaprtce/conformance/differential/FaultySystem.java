package org.spaprtce.conformance.differential;

import java.util.Optional;
import org.spaprtce.Command;
import org.spaprtce.Command.MapDma;
import org.spaprtce.Command.RegisterMemory;
import org.spaprtce.Command.UnmapDma;
import org.spaprtce.Command.UnregisterMemory;
import org.spaprtce.DmaWindow;
import org.spaprtce.Iova;
import org.spaprtce.Outcome;
import org.spaprtce.ProcessState;
import org.spaprtce.TceEntry;
import org.spaprtce.UserAddress;
import org.spaprtce.conformance.sut.Environment;
import org.spaprtce.conformance.sut.ImplementationSystem;
import org.spaprtce.conformance.sut.Scenario;
import org.spaprtce.conformance.sut.Step;
import org.spaprtce.conformance.sut.SystemUnderTest;

/** The implementation with a fault that kernels have had, made by changing what reaches it. */
final class FaultySystem implements SystemUnderTest {
  /** A fault. */
  enum Fault {
    /** UNREGISTER_MEMORY accepts a part of a block and takes all of it. */
    BISECTING_UNREGISTER,
    /** The limit is rounded up to pages. */
    LIMIT_ROUNDED_UP,
    /** MAP_DMA compares only the start of the range with the window. */
    MAP_PAST_THE_WINDOW,
    /** UNMAP_DMA forgets the last page of a range. */
    HALF_DONE_UNMAP,
    /** UNREGISTER_MEMORY of a mapped block answers success and leaves it. */
    BUSY_FORGOTTEN,
    /** The size of a block is kept in 32 bits. */
    SIZE_TRUNCATED
  }

  private final Fault fault;
  private final Scenario scenario;
  private final SystemUnderTest system;

  FaultySystem(Fault fault, Scenario scenario) {
    this.fault = fault;
    this.scenario = scenario;
    this.system = new ImplementationSystem(scenario);
  }

  @Override
  public Outcome execute(Step step) {
    Outcome outcome =
        system.execute(
            new Step(
                step.container(), damaged(step.container(), step.command()), environment(step)));
    boolean busy =
        outcome instanceof Outcome.Rejected rejected && rejected.clause().equals("UNR-4");
    return fault == Fault.BUSY_FORGOTTEN && busy ? Outcome.Done.DONE : outcome;
  }

  private Environment environment(Step step) {
    Environment given = step.environment();
    if (fault != Fault.LIMIT_ROUNDED_UP || given.memlock() == -1) {
      return given;
    }
    long roundedUp = given.memlock() + scenario.pageSize() - 1;
    return new Environment(roundedUp, given.capIpcLock(), given.pinnable(), given.backing());
  }

  private Command damaged(int container, Command command) {
    DmaWindow window = scenario.windows().get(container);
    return switch (command) {
      case UnregisterMemory unregister when fault == Fault.BISECTING_UNREGISTER ->
          new UnregisterMemory(unregister.header(), unregister.vaddr(), sizeOfBlockAt(unregister));
      case MapDma map
          when fault == Fault.MAP_PAST_THE_WINDOW
              && window.contains(map.iova())
              && Long.compareUnsigned(map.size(), roomAfter(window, map.iova())) > 0 ->
          new MapDma(map.header(), map.vaddr(), map.iova(), roomAfter(window, map.iova()));
      case UnmapDma unmap
          when fault == Fault.HALF_DONE_UNMAP && unmap.size() > window.pageBytes() ->
          new UnmapDma(unmap.header(), unmap.iova(), unmap.size() - window.pageBytes());
      case RegisterMemory register when fault == Fault.SIZE_TRUNCATED ->
          new RegisterMemory(
              register.header(), register.vaddr(), Integer.toUnsignedLong((int) register.size()));
      case RegisterMemory _, UnregisterMemory _, MapDma _, UnmapDma _ -> command;
    };
  }

  private static long roomAfter(DmaWindow window, Iova iova) {
    return window.size() - (iova.value() - window.start().value());
  }

  private long sizeOfBlockAt(UnregisterMemory unregister) {
    UserAddress start = unregister.vaddr();
    return system.state().blocks().stream()
        .filter(block -> block.ua().equals(start))
        .filter(block -> Long.compareUnsigned(unregister.size(), block.size()) < 0)
        .mapToLong(ProcessState.Block::size)
        .findFirst()
        .orElse(unregister.size());
  }

  @Override
  public ProcessState state() {
    return system.state();
  }

  @Override
  public Optional<TceEntry> translate(int container, Iova iova) {
    return system.translate(container, iova);
  }
}

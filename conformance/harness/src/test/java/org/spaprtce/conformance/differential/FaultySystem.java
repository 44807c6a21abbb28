package org.spaprtce.conformance.differential;

import java.util.Optional;
import java.util.Set;
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
import org.spaprtce.conformance.sut.HostAnswers;
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
    SIZE_TRUNCATED,
    /** MAP_DMA that fails at an entry leaves what it has written. */
    FAILED_MAP_LEFT,
    /** MAP_DMA that fails at an entry puts back what was there. */
    FAILED_MAP_UNDONE,
    /** MAP_DMA that fails at an entry clears the whole range. */
    FAILED_MAP_CLEARS_ALL
  }

  private static final Set<String> MEMORY = Set.of("MAP-6", "MAP-7");

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
    ProcessState before = system.state();
    Outcome outcome =
        system.execute(
            new Step(step.container(), damaged(step.container(), step.command()), host(step)));
    String clause = outcome instanceof Outcome.Rejected rejected ? rejected.clause() : "";
    if (step.command() instanceof MapDma map && MEMORY.contains(clause)) {
      afterFailedMap(step, map, before);
    }
    return fault == Fault.BUSY_FORGOTTEN && clause.equals("UNR-4") ? Outcome.Done.DONE : outcome;
  }

  private void afterFailedMap(Step failed, MapDma map, ProcessState before) {
    switch (fault) {
      case FAILED_MAP_LEFT -> leave(failed, map);
      case FAILED_MAP_UNDONE ->
          before
              .containers()
              .get(failed.container())
              .runs()
              .forEach(run ->
                  send(failed, new MapDma(run.ua(), run.iova(), run.size(), run.permission())));
      case FAILED_MAP_CLEARS_ALL -> send(failed, new UnmapDma(map.iova(), map.size()));
      default -> {}
    }
  }

  /** Maps page by page until one fails. */
  private void leave(Step failed, MapDma map) {
    long page = scenario.windows().get(failed.container()).pageBytes();
    long done = 0;
    while (send(
            failed,
            new MapDma(
                map.header(),
                new UserAddress(map.vaddr().value() + done),
                new Iova(map.iova().value() + done),
                page))
        == Outcome.Done.DONE) {
      done += page;
    }
  }

  private Outcome send(Step instead, Command command) {
    return system.execute(new Step(instead.container(), command, instead.host()));
  }

  private HostAnswers host(Step step) {
    HostAnswers given = step.host();
    if (fault != Fault.LIMIT_ROUNDED_UP || given.memlock() == -1) {
      return given;
    }
    long roundedUp = given.memlock() + scenario.pageSize() - 1;
    return new HostAnswers(roundedUp, given.capIpcLock(), given.pinnable(), given.backing());
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

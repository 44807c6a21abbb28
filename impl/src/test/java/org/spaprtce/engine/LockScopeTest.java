package org.spaprtce.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.spaprtce.Command;
import org.spaprtce.Command.GetInfo;
import org.spaprtce.Command.MapDma;
import org.spaprtce.Command.RegisterMemory;
import org.spaprtce.Command.SetIommu;
import org.spaprtce.Command.TceCreate;
import org.spaprtce.Command.TceRemove;
import org.spaprtce.Command.UnmapDma;
import org.spaprtce.Command.UnregisterMemory;
import org.spaprtce.ContainerId;
import org.spaprtce.DmaPermission;
import org.spaprtce.Errno;
import org.spaprtce.GroupCommand;
import org.spaprtce.GroupCommand.CloseGroup;
import org.spaprtce.GroupCommand.OpenGroup;
import org.spaprtce.GroupCommand.SetContainer;
import org.spaprtce.Iova;
import org.spaprtce.Machine;
import org.spaprtce.Outcome;
import org.spaprtce.Outcome.Done;
import org.spaprtce.Outcome.WindowCreated;
import org.spaprtce.TceEntry;
import org.spaprtce.UserAddress;
import org.spaprtce.platform.SimulatedPlatform;
import org.spaprtce.testing.OtherThread;

/**
 * Who waits for the lock of a table, and what is visible meanwhile. The test has the lock, as a
 * MAP_DMA in the middle of its work would, and another thread sends commands.
 */
class LockScopeTest {

  private static final long PAGE = 0x10000;
  private static final long SMALL = 0x1000;

  private final MachineEngine machine =
      new MachineEngine(Machine.power9(4), new SimulatedPlatform().ports());
  private final AddressSpace process = machine.openProcess();
  private final ContainerEngine c = open(0);
  private final ContainerEngine d = open(1);

  private ContainerEngine open(int group) {
    ContainerEngine container = machine.openContainer();
    execute(group, new OpenGroup());
    execute(group, new SetContainer(container.id()));
    container.execute(process, new SetIommu(SetIommu.VERSION_2));
    container.execute(process, new TceCreate(0, 0, 0));
    assertEquals(1, container.session().windows().size());
    return container;
  }

  private Outcome execute(int group, GroupCommand command) {
    return machine.group(group).execute(process, command);
  }

  private static RegisterMemory register(long start) {
    return new RegisterMemory(new UserAddress(start), PAGE);
  }

  private static UnregisterMemory unregister(long start) {
    return new UnregisterMemory(new UserAddress(start), PAGE);
  }

  private static MapDma map(long ua, long iova) {
    return new MapDma(new UserAddress(ua), new Iova(iova), SMALL, DmaPermission.READ);
  }

  private static Window window(ContainerEngine container) {
    return container.session().windows().getFirst();
  }

  @BeforeEach
  void registerBlocks() {
    assertEquals(Done.DONE, c.execute(process, register(PAGE)));
    assertEquals(Done.DONE, c.execute(process, register(4 * PAGE)));
    assertEquals(Done.DONE, c.execute(process, map(4 * PAGE, SMALL)));
  }

  /** Runs a command in another thread while the table of c is held; it must wait. */
  private <T> T waits(Callable<T> command, Runnable whileHeld) throws Exception {
    return waits(c, command, whileHeld);
  }

  private static <T> T waits(ContainerEngine holding, Callable<T> command, Runnable whileHeld)
      throws Exception {
    TableLock held = window(holding).lock();
    held.lock();
    OtherThread<T> other;
    try {
      other = OtherThread.start(command);
      assertTrue(other.waitsFor(lock -> lock == held));
      whileHeld.run();
    } finally {
      held.unlock();
    }
    return other.result();
  }

  /** Runs a command in another thread while the table of c is held; it must not wait. */
  private <T> T goesOn(Callable<T> command) throws Exception {
    TableLock held = window(c).lock();
    held.lock();
    try {
      OtherThread<T> other = OtherThread.start(command);
      assertFalse(other.waitsFor(lock -> lock == held));
      return other.result();
    } finally {
      held.unlock();
    }
  }

  private Callable<Outcome> of(ContainerEngine container, Command command) {
    return () -> container.execute(process, command);
  }

  @Test
  void unregister_waitsForTheTableAndShowsTheBlockTillThen() throws Exception {
    Outcome outcome =
        waits(of(c, unregister(PAGE)), () -> assertTrue(process.index().find(PAGE) != null));
    assertEquals(Done.DONE, outcome);
    assertNull(process.index().find(PAGE));
  }

  @Test
  void firstRegister_waitsForTheTableAndShowsNothingTillThen() throws Exception {
    ContainerEngine fresh = open(2);
    Outcome outcome =
        waits(
            fresh,
            of(fresh, register(8 * PAGE)),
            () -> {
              assertNull(process.index().find(8 * PAGE));
              assertFalse(fresh.session().enabled());
            });
    assertEquals(Done.DONE, outcome);
    assertTrue(fresh.session().enabled());
  }

  @Test
  void remove_waitsForTheTableAndKeepsTheWindowTillThen() throws Exception {
    Outcome outcome =
        waits(
            of(c, new TceRemove(new Iova(0))), () -> assertEquals(1, c.session().windows().size()));
    assertEquals(Done.DONE, outcome);
    assertEquals(0, c.session().windows().size());
  }

  @Test
  void release_waitsForAllTablesOfTheProcess() throws Exception {
    Outcome outcome =
        waits(
            () -> execute(1, new CloseGroup()),
            () -> assertEquals(SetIommu.VERSION_2, d.session().type()));
    assertEquals(Done.DONE, outcome);
    assertEquals(0, d.session().type());
  }

  @Test
  void commandsThatChangeTheSession_waitForTheTable() throws Exception {
    execute(3, new OpenGroup());
    assertEquals(Done.DONE, waits(() -> execute(3, new SetContainer(c.id())), () -> {}));
    assertEquals(
        new Outcome.WindowCreated(new Iova(1L << 59)),
        waits(
            of(c, new TceCreate(12, 1L << 20, 1)),
            () -> assertEquals(1, c.session().windows().size())));
  }

  @Test
  void state_waitsForTheTable() throws Exception {
    assertEquals(machine.state(), waits(machine::state, () -> {}));
  }

  @Test
  void commandsThatDoNotTouchTheTable_goOn() throws Exception {
    assertEquals(Done.DONE, goesOn(of(c, register(8 * PAGE))));
    assertTrue(goesOn(of(c, new GetInfo())) instanceof Outcome.TceInfo);
    assertEquals(Done.DONE, goesOn(of(d, register(PAGE))));
    assertEquals(Done.DONE, goesOn(of(d, map(8 * PAGE, 0))));
    assertTrue(goesOn(() -> machine.group(1).translate(0)).isPresent());
    assertEquals(Done.DONE, goesOn(of(c, unregister(PAGE))));
  }

  @Test
  void translate_windowGoneMeanwhile_findsNothing() throws Exception {
    Optional<TceEntry> found =
        waits(
            () -> machine.group(0).translate(SMALL),
            () -> c.become(c.session().without(window(c))));
    assertEquals(Optional.empty(), found);
  }

  @Test
  void translate_groupGoneMeanwhile_findsNothing() throws Exception {
    Optional<TceEntry> found =
        waits(
            () -> machine.group(0).translate(SMALL),
            () -> {
              c.become(c.session().without(machine.group(0)));
              machine.group(0).enter(null);
            });
    assertEquals(Optional.empty(), found);
  }

  @Test
  void unmap_windowGoneMeanwhile_isJudgedAnew() throws Exception {
    Outcome unmapped =
        waits(
            of(c, new UnmapDma(new Iova(SMALL), SMALL)),
            () -> c.become(c.session().without(window(c))));
    assertEquals(new Outcome.Rejected(Errno.ENXIO, "UNM-2"), unmapped);
  }

  @Test
  void map_windowGoneMeanwhile_isJudgedAnew() throws Exception {
    Outcome mapped = waits(of(c, map(PAGE, 0)), () -> c.become(c.session().without(window(c))));
    assertEquals(new Outcome.Rejected(Errno.ENXIO, "MAP-2"), mapped);
  }

  @Test
  void tables_ofAProcess_areInTheOrderInWhichLocksAreTaken() {
    for (ContainerEngine container : List.of(d, c)) {
      assertInstanceOf(
          WindowCreated.class, container.execute(process, new TceCreate(16, 1L << 30, 1)));
    }
    assertEquals(4, process.tables().size());
    assertEquals(process.tables(), process.tables().stream().sorted(Window.BY_AGE).toList());
  }

  @Test
  void register_blockWithoutAHolder_leavesMapsToTheirOwnTable() {
    assertEquals(Done.DONE, d.execute(process, register(9 * PAGE)));
    assertEquals(Done.DONE, d.execute(process, map(PAGE, 0)));
    assertEquals(Done.DONE, execute(0, new CloseGroup()));
    assertTrue(process.hasOrphans());
    assertEquals(Done.DONE, d.execute(process, register(PAGE)));
    assertFalse(process.hasOrphans());
  }

  @Test
  void unmap_ofABlockWithoutAHolder_leavesNoneBehind() {
    assertEquals(Done.DONE, d.execute(process, register(9 * PAGE)));
    assertEquals(Done.DONE, d.execute(process, map(PAGE, 0)));
    assertEquals(Done.DONE, execute(0, new CloseGroup()));
    assertEquals(Done.DONE, d.execute(process, new UnmapDma(new Iova(0), SMALL)));
    assertFalse(process.hasOrphans());
  }

  @Test
  void container_ofNoNumber_isMisuse() {
    var misuse =
        assertThrows(IllegalArgumentException.class, () -> machine.container(new ContainerId(2)));
    assertEquals("container=%s of 2".formatted(new ContainerId(2)), misuse.getMessage());
  }
}

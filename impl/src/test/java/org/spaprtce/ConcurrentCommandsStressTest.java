package org.spaprtce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.spaprtce.TestMachine.PAGE;
import static org.spaprtce.TestMachine.SMALL;
import static org.spaprtce.TestMachine.map;
import static org.spaprtce.TestMachine.register;
import static org.spaprtce.TestMachine.remove;
import static org.spaprtce.TestMachine.unmap;
import static org.spaprtce.TestMachine.unregister;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spaprtce.Command.SetIommu;
import org.spaprtce.Command.TceCreate;
import org.spaprtce.GroupCommand.CloseGroup;
import org.spaprtce.GroupCommand.OpenGroup;
import org.spaprtce.GroupCommand.SetContainer;

/** Threads that use one process at the same time. */
class ConcurrentCommandsStressTest {

  @RegisterExtension final StateInvariantExtension machines = new StateInvariantExtension();

  private final TestMachine p = machines.create();
  private final TceContainer c = p.withWindow(0);
  private final TceContainer d = p.withWindow(1);

  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    threads.close();
  }

  /** Runs tasks at the same time, as far as the machine can. */
  private <T> List<T> together(List<Callable<T>> tasks) throws Exception {
    var start = new CyclicBarrier(tasks.size());
    var futures = new ArrayList<Future<T>>();
    for (Callable<T> task : tasks) {
      futures.add(
          threads.submit(() -> {
            start.await();
            return task.call();
          }));
    }
    var results = new ArrayList<T>();
    for (Future<T> future : futures) {
      results.add(future.get());
    }
    return results;
  }

  private static Command random(Random random) {
    long block = random.nextInt(4) * 2L * PAGE;
    long entry = random.nextInt(48) * SMALL;
    return switch (random.nextInt(8)) {
      case 0, 1 -> register(block, 2 * PAGE);
      case 2 -> unregister(block, 2 * PAGE);
      case 3, 4 -> unmap(entry, (1L + random.nextInt(40)) * SMALL);
      default -> map(random.nextInt(128) * SMALL, entry, (1L + random.nextInt(40)) * SMALL);
    };
  }

  private int randomCommands(TceContainer container, long seed) {
    var random = new Random(seed);
    int done = 0;
    for (int i = 0; i < 5_000; i++) {
      done += container.execute(p.process, random(random)) == Outcome.Done.DONE ? 1 : 0;
    }
    return done;
  }

  /** Every state seen on the way satisfies the invariants, pins aside: they precede a block. */
  private int observe() {
    for (int i = 0; i < 300; i++) {
      MachineState state = p.state();
      assertEquals(
          List.of(), StateInvariants.violated(state, TestMachine.MACHINE), state::toString);
    }
    return 1;
  }

  @Test
  void execute_randomCommandsByFourThreads_keepsInvariants() throws Exception {
    List<Integer> done =
        together(
            List.of(
                () -> randomCommands(c, 1),
                () -> randomCommands(c, 2),
                () -> randomCommands(d, 3),
                () -> randomCommands(d, 4),
                this::observe));
    assertTrue(done.stream().allMatch(n -> n > 0), done::toString);
    p.check();
  }

  /**
   * One UNMAP clears TCEs of two blocks, and both blocks are given back meanwhile: after the first
   * is free the second cannot be busy, since the UNMAP took effect.
   */
  @Test
  void unmapOfTwoBlocks_whileBothAreUnregistered_isSeenByBothOrNone() throws Exception {
    for (int round = 0; round < 1_000; round++) {
      p.done(c, register(0, PAGE));
      p.done(c, register(PAGE, PAGE));
      p.done(c, map(0, 0, 2 * PAGE));
      List<String> seen =
          together(
              List.of(
                  () -> c.execute(p.process, unmap(0, 2 * PAGE)).toString(),
                  () ->
                      c.execute(p.process, unregister(0, PAGE)) instanceof Outcome.Done
                          ? "free, then " + c.execute(p.process, unregister(PAGE, PAGE))
                          : "busy"));
      assertTrue(
          seen.get(1).equals("busy") || seen.get(1).equals("free, then DONE"), seen::toString);
      c.execute(p.process, unregister(0, PAGE));
      c.execute(p.process, unregister(PAGE, PAGE));
      assertEquals(List.of(), p.regions());
    }
  }

  /** Repeats a command until it is done or rejected by another clause than the one expected. */
  private static Outcome persist(
      TceProcess caller, TceContainer container, Command command, String expected) {
    for (int i = 0; i < 10_000_000; i++) {
      Outcome outcome = container.execute(caller, command);
      if (!(outcome instanceof Outcome.Rejected(_, String clause)) || !clause.equals(expected)) {
        return outcome;
      }
    }
    throw new AssertionError("rejected for ever by " + expected);
  }

  /** The first REGISTER of a container publishes the block and enables the container at once. */
  @Test
  void registerOfTheFirstBlock_whileItIsMapped_isSeenWholeOrNotAtAll() throws Exception {
    for (int round = 0; round < 500; round++) {
      var fresh = new TestMachine();
      TceContainer first = fresh.withWindow(0);
      TceContainer second = fresh.withWindow(1);
      fresh.done(second, register(8 * PAGE, PAGE));
      List<Outcome> seen =
          together(
              List.of(
                  () -> first.execute(fresh.process, register(0, PAGE)),
                  () -> {
                    persist(fresh.process, second, map(0, 0, SMALL), "MAP-6");
                    return first.execute(fresh.process, map(0, 0, SMALL));
                  },
                  () -> persist(fresh.process, first, map(0, SMALL, SMALL), "MAP-1")));
      assertEquals(List.of(Outcome.Done.DONE, Outcome.Done.DONE, Outcome.Done.DONE), seen);
      fresh.check();
    }
  }

  @Test
  void registerOfOneBlock_byTwoContainers_shares() throws Exception {
    for (int round = 0; round < 300; round++) {
      assertEquals(
          List.of(Outcome.Done.DONE, Outcome.Done.DONE),
          together(
              List.of(
                  () -> c.execute(p.process, register(PAGE, PAGE)),
                  () -> d.execute(p.process, register(PAGE, PAGE)))));
      p.check();
      p.done(c, unregister(PAGE, PAGE));
      p.done(d, unregister(PAGE, PAGE));
    }
  }

  /** Repeats a pair of commands of one thread while another one does something else. */
  private int mapAndUnmap(TceContainer container, long ua, int times) {
    int done = 0;
    for (int i = 0; i < times; i++) {
      boolean mapped = container.execute(p.process, map(ua, 0, SMALL)) == Outcome.Done.DONE;
      boolean unmapped = container.execute(p.process, unmap(0, SMALL)) == Outcome.Done.DONE;
      done += mapped && unmapped ? 1 : 0;
    }
    return done;
  }

  /** A block is registered and released by one container while another one maps it. */
  @Test
  void releaseOfTheHolder_whileTheBlockIsMapped_leavesItOrTakesIt() throws Exception {
    p.done(c, register(8 * PAGE, PAGE));
    Callable<Integer> holder =
        () -> {
          for (int round = 0; round < 300; round++) {
            TceContainer holding = p.version2(2);
            p.done(holding, register(PAGE, PAGE));
            p.done(p.group(2), new CloseGroup());
          }
          return 300;
        };
    List<Integer> done =
        together(List.of(holder, () -> mapAndUnmap(c, PAGE, 5_000), this::observe));
    assertTrue(done.getFirst() == 300, done::toString);
    p.check();
    assertEquals(1, p.regions().size());
  }

  /** Windows are removed and made again while they are mapped. */
  @Test
  void removeOfTheWindow_whileItIsMapped_leavesNoTce() throws Exception {
    p.done(c, register(PAGE, PAGE));
    Callable<Integer> remover =
        () -> {
          for (int round = 0; round < 500; round++) {
            p.done(c, remove(0));
            assertEquals(
                new Outcome.WindowCreated(new Iova(0)),
                c.execute(p.process, new TceCreate(12, 1L << 20, 1)));
          }
          return 500;
        };
    Callable<Integer> device =
        () -> {
          int seen = 0;
          for (int i = 0; i < 5_000; i++) {
            seen += p.group(0).translate(new Iova(0)).isPresent() ? 1 : 0;
          }
          return seen;
        };
    List<Integer> done =
        together(List.of(remover, () -> mapAndUnmap(c, PAGE, 5_000), device, this::observe));
    assertEquals(500, done.getFirst());
    p.check();
    p.done(c, unmap(0, SMALL));
    p.done(c, unregister(PAGE, PAGE));
  }

  /** One of two threads makes the owed window, and both map in it. */
  @Test
  void mapByTwoThreads_whileTheWindowIsOwed_makesItOnce() throws Exception {
    for (int round = 0; round < 200; round++) {
      TceContainer fresh = p.version2(2);
      p.done(fresh, register(PAGE, PAGE));
      assertEquals(
          List.of(Outcome.Done.DONE, Outcome.Done.DONE),
          together(
              List.of(
                  () -> fresh.execute(p.process, map(PAGE, 0, SMALL)),
                  () -> fresh.execute(p.process, map(PAGE, SMALL, SMALL)))));
      assertEquals(3, p.state().windows().size());
      assertEquals(2, p.live(0));
      p.done(p.group(2), new CloseGroup());
    }
  }

  /** A container gets its type while a group joins it. */
  @Test
  void setIommu_whileAGroupJoins_countsItOrAttachesIt() throws Exception {
    for (int round = 0; round < 200; round++) {
      TceContainer fresh = p.tce.openContainer();
      p.join(2, fresh);
      p.done(p.group(3), new OpenGroup());
      assertEquals(
          List.of(Outcome.Done.DONE, Outcome.Done.DONE),
          together(
              List.of(
                  () -> fresh.execute(p.process, new SetIommu(SetIommu.VERSION_2)),
                  () -> p.group(3).execute(p.process, new SetContainer(fresh.id())))));
      p.check();
      p.done(p.group(2), new CloseGroup());
      p.done(p.group(3), new CloseGroup());
    }
  }

  /** All kinds of commands by two processes, by four threads. */
  @Test
  void execute_allKindsOfCommandsByFourThreads_keepsInvariants() throws Exception {
    var all = new TestMachine();
    var streams = new ArrayList<RandomCommands>();
    streams.add(new RandomCommands(all, 1));
    for (int seed = 2; seed <= 4; seed++) {
      streams.add(streams.getFirst().again(seed));
    }
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (RandomCommands stream : streams) {
      tasks.add(() -> {
        int done = 0;
        for (int i = 0; i < 3_000; i++) {
          done += stream.step() instanceof Outcome.Success ? 1 : 0;
        }
        return done;
      });
    }
    tasks.add(() -> {
      for (int i = 0; i < 300; i++) {
        MachineState state = all.state();
        assertEquals(
            List.of(), StateInvariants.violated(state, TestMachine.MACHINE), state::toString);
      }
      return 1;
    });
    List<Integer> done = together(tasks);
    assertTrue(done.stream().allMatch(n -> n > 0), done::toString);
    all.check();
  }
}

package org.spaprtce.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spaprtce.Command;
import org.spaprtce.Command.Header;
import org.spaprtce.Command.RegisterMemory;
import org.spaprtce.Command.UnmapDma;
import org.spaprtce.Command.UnregisterMemory;
import org.spaprtce.DmaWindow;
import org.spaprtce.Iova;
import org.spaprtce.Outcome;
import org.spaprtce.TceEntry;
import org.spaprtce.platform.ResourceLimits.Memlock;
import org.spaprtce.platform.SimulatedHostMemory;

/** The baselines answer and do what the implementation answers and does. */
class PeerTest {

  private static final int SEEDS = 8;
  private static final int COMMANDS = 500;

  /** What the commands must have met for the comparison to mean something. */
  private static final Set<String> ANSWERS =
      new TreeSet<>(
          List.of(
              "DONE", "ABI-1", "ABI-2", "ABI-3", "REG-1", "REG-2", "REG-3", "REG-4", "REG-5",
              "REG-6", "REG-7", "UNR-2", "UNR-3", "UNR-4", "MAP-1", "MAP-2", "MAP-3", "MAP-4",
              "MAP-5", "MAP-6", "MAP-7", "MAP-11", "UNM-1", "UNM-2", "UNM-3", "UNM-4", "UNM-7"));

  /** The first difference of each seed that shows one. */
  private static List<String> differences(
      Peer baseline, UnaryOperator<Container> fault, Census census) {
    return IntStream.range(0, SEEDS)
        .mapToObj(
            seed -> new Pair(baseline, fault).differenceIn(new Random(seed), COMMANDS, census))
        .flatMap(Optional::stream)
        .toList();
  }

  @ParameterizedTest
  @EnumSource(names = {"LIST", "TREE", "SKIP_LIST"})
  void execute_randomCommands_differNowhere(Peer baseline) {
    var census = new Census();
    assertEquals(List.of(), differences(baseline, UnaryOperator.identity(), census));
    assertEquals(ANSWERS, census.answers().keySet());
  }

  /** A container of a baseline with a fault; this one has none. */
  private static class Faulty implements Container {

    final Container container;

    Faulty(Container container) {
      this.container = container;
    }

    @Override
    public Outcome execute(Command command) {
      return container.execute(command);
    }

    @Override
    public Optional<TceEntry> translate(Iova iova) {
      return container.translate(iova);
    }

    @Override
    public void restart() {
      container.restart();
    }
  }

  private static void differsIn(String what, UnaryOperator<Container> fault) {
    List<String> differences = differences(Peer.TREE, fault, new Census());
    assertTrue(differences.stream().anyMatch(d -> d.startsWith(what)), differences::toString);
  }

  @Test
  void execute_unregisterAlwaysDone_differsInAnAnswer() {
    differsIn(
        "answer",
        tree ->
            new Faulty(tree) {
              @Override
              public Outcome execute(Command command) {
                Outcome outcome = container.execute(command);
                return command instanceof UnregisterMemory ? Outcome.Done.DONE : outcome;
              }
            });
  }

  @Test
  void execute_unmapOfOnePageForgotten_differsInTheTable() {
    differsIn(
        "table",
        tree ->
            new Faulty(tree) {
              @Override
              public Outcome execute(Command command) {
                return command instanceof UnmapDma(Header header, Iova iova, long size)
                        && size == 1 << 12
                    ? container.execute(new UnmapDma(header, iova, 0))
                    : container.execute(command);
              }
            });
  }

  @Test
  void execute_unregisterTakenBack_differsInThePins() {
    differsIn(
        "pins",
        tree ->
            new Faulty(tree) {
              @Override
              public Outcome execute(Command command) {
                Outcome outcome = container.execute(command);
                if (outcome == Outcome.Done.DONE && command instanceof UnregisterMemory gone) {
                  container.execute(new RegisterMemory(gone.vaddr(), gone.size()));
                }
                return outcome;
              }
            });
  }

  @Test
  void translate_evenAddresses_differsInTheTable() {
    differsIn(
        "table",
        tree ->
            new Faulty(tree) {
              @Override
              public Optional<TceEntry> translate(Iova iova) {
                return container.translate(new Iova(iova.value() & -2));
              }
            });
  }

  @Test
  void process_windowTooLargeForArrays_isRefused() {
    var window = new DmaWindow(new Iova(0), 1L << 43, 1 << 12, 0);
    var process =
        Peer.LIST.process(
            new Host(1 << 16, new Iova(0), new SimulatedHostMemory(), () -> new Memlock(0, true)));
    var thrown = assertThrows(IllegalArgumentException.class, () -> process.apply(window));
    assertEquals("entries=2147483648 do not fit an array", thrown.getMessage());
  }
}

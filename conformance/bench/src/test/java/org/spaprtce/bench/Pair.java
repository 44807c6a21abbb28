package org.spaprtce.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.spaprtce.Command;
import org.spaprtce.Command.Header;
import org.spaprtce.Command.MapDma;
import org.spaprtce.Command.RegisterMemory;
import org.spaprtce.Command.UnmapDma;
import org.spaprtce.Command.UnregisterMemory;
import org.spaprtce.DmaWindow;
import org.spaprtce.Iova;
import org.spaprtce.Outcome;
import org.spaprtce.UserAddress;
import org.spaprtce.platform.ResourceLimits.Memlock;
import org.spaprtce.platform.SimulatedHostMemory;
import org.spaprtce.platform.SimulatedHostMemory.Range;
import org.spaprtce.platform.SimulatedResourceLimits;

/**
 * The implementation and a baseline, each on a simulated host of its own, and the first difference
 * that they show.
 */
final class Pair {

  private static final long PAGE = 1 << 16;
  private static final long SMALL = 1 << 12;
  private static final int ENTRIES = 64;

  /** Pages of the host that are charged for a table and its mirror. */
  private static final int TABLE = 2;

  /** The number of containers of each process; the last one has a window of large pages. */
  private static final int CONTAINERS = 3;

  private final SimulatedHostMemory otherMemory = memory();
  private final SimulatedHostMemory engineMemory = memory();
  private final List<Container> other;
  private final List<Container> engine;

  /**
   * Opens the containers.
   *
   * @param fault changes each container of the baseline
   */
  Pair(Peer baseline, UnaryOperator<Container> fault) {
    other = containers(baseline, otherMemory).stream().map(fault).toList();
    engine = containers(Peer.ENGINE, engineMemory);
  }

  private static SimulatedHostMemory memory() {
    var memory = new SimulatedHostMemory();
    memory.refuse(new Range(new UserAddress(5 * PAGE), 1));
    memory.setBacking(new Range(new UserAddress(2 * PAGE), 1), SMALL);
    return memory;
  }

  private static List<Container> containers(Peer peer, SimulatedHostMemory memory) {
    var limits = new SimulatedResourceLimits(0);
    limits.set(new Memlock((TABLE * CONTAINERS + 5) * PAGE + 1, false));
    Function<DmaWindow, Container> process =
        peer.process(new Host(PAGE, new Iova(PAGE), memory, limits));
    var containers = new ArrayList<Container>();
    for (int i = 1; i <= CONTAINERS; i++) {
      long page = i == CONTAINERS ? PAGE : SMALL;
      containers.add(process.apply(new DmaWindow(new Iova(PAGE), ENTRIES * page, page, TABLE)));
    }
    return containers;
  }

  /**
   * Sends both peers the same random commands.
   *
   * @return what differed first (answer, table or pins) and after which command, or nothing
   */
  Optional<String> differenceIn(Random random, int commands, Census census) {
    for (int i = 0; i < commands; i++) {
      int number = random.nextInt(CONTAINERS);
      Command command = command(random, number == CONTAINERS - 1 ? PAGE : SMALL);
      Outcome expected = engine.get(number).execute(command);
      Outcome got = other.get(number).execute(command);
      census.count(expected);
      String different = !expected.equals(got) ? "answer" : differentState();
      if (different != null) {
        return Optional.of(
            "%s: container=%d command=%s engine=%s other=%s"
                .formatted(different, number, command, expected, got));
      }
    }
    return Optional.empty();
  }

  private @Nullable String differentState() {
    if (!sameTables()) {
      return "table";
    }
    return otherMemory.pins().equals(engineMemory.pins()) ? null : "pins";
  }

  private boolean sameTables() {
    for (int number = 0; number < CONTAINERS; number++) {
      long page = number == CONTAINERS - 1 ? PAGE : SMALL;
      for (long iova = 7; iova < PAGE + (ENTRIES + 1) * page; iova += page) {
        var address = new Iova(iova);
        if (!Objects.equals(
            other.get(number).translate(address), engine.get(number).translate(address))) {
          return false;
        }
      }
    }
    return true;
  }

  private static Command command(Random random, long page) {
    long odd = random.nextInt(40) == 0 ? 1 : 0;
    long top = random.nextInt(40) == 0 ? -8 * PAGE : 0;
    var block = new UserAddress(random.nextInt(8) * PAGE + odd + top);
    long blockSize = random.nextInt(3) * PAGE;
    var ua = new UserAddress(random.nextLong(8 * PAGE / page) * page + odd);
    long oddIova = random.nextInt(40) == 0 ? 1 : 0;
    var iova = new Iova(PAGE + random.nextLong(-1, ENTRIES + 1) * page + oddIova);
    long size = random.nextInt(random.nextInt(5) == 0 ? ENTRIES : 6) * page;
    return switch (random.nextInt(10)) {
      case 0, 1 -> new RegisterMemory(header(random, RegisterMemory.ARGSZ, 0), block, blockSize);
      case 2 -> new UnregisterMemory(header(random, UnregisterMemory.ARGSZ, 0), block, blockSize);
      case 3, 4 -> new UnmapDma(header(random, UnmapDma.ARGSZ, 0), iova, size + odd);
      default -> {
        int flags = random.nextInt(20) == 0 ? 0 : 1 + random.nextInt(3);
        yield new MapDma(header(random, MapDma.ARGSZ, flags), ua, iova, size);
      }
    };
  }

  /** A header of which few are not as they should be. */
  private static Header header(Random random, int argsz, int flags) {
    return switch (random.nextInt(60)) {
      case 0 -> new Header(false, argsz, flags);
      case 1 -> new Header(true, argsz - 1, flags);
      case 2 -> new Header(true, argsz, flags | 4);
      default -> new Header(true, argsz, flags);
    };
  }
}

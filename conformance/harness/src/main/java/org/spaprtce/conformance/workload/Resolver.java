package org.spaprtce.conformance.workload;

import java.util.ArrayList;
import java.util.List;
import org.spaprtce.Command;
import org.spaprtce.Command.Header;
import org.spaprtce.Command.MapDma;
import org.spaprtce.Command.RegisterMemory;
import org.spaprtce.Command.UnmapDma;
import org.spaprtce.Command.UnregisterMemory;
import org.spaprtce.Iova;
import org.spaprtce.ProcessState;
import org.spaprtce.UserAddress;
import org.spaprtce.conformance.sut.HostAnswers;
import org.spaprtce.conformance.sut.Scenario;
import org.spaprtce.conformance.sut.Step;

/**
 * Turns a selector into a step, by the state that it meets.
 *
 * <p>Addresses and sizes are drawn from the edges of what is there: starts and ends of blocks, runs
 * and windows, a page or a byte beside them, and the ends of a 64-bit word.
 */
public final class Resolver {
  private static final long UNLIMITED = -1;
  private static final int TWISTS = 12;

  /** The operations from this one on mostly name what is there instead of something new. */
  private static final int LEAST_NAMING = 5;

  private final long page;
  private final ProcessState state;
  private final ProcessState.Container container;
  private final Selector selector;

  private Resolver(Selector selector, Scenario scenario, ProcessState state) {
    this.page = scenario.pageSize();
    this.state = state;
    this.container = state.containers().get(selector.container() % state.containers().size());
    this.selector = selector;
  }

  /** The step that the selector means in this state. */
  public static Step resolve(Selector selector, Scenario scenario, ProcessState state) {
    return new Resolver(selector, scenario, state).step();
  }

  private Step step() {
    long[] block = block();
    Command command =
        switch (selector.operation()) {
          case 0, 1, 2, 3, 4 ->
              new RegisterMemory(
                  header(RegisterMemory.ARGSZ, 0), new UserAddress(block[0]), block[1]);
          case 5, 6, 7 ->
              new UnregisterMemory(
                  header(UnregisterMemory.ARGSZ, 0), new UserAddress(block[0]), block[1]);
          case 8, 9, 10, 11, 12 -> map();
          default -> unmap();
        };
    return new Step(container.id().number(), command, host(block[1]));
  }

  /** Start and size of a block to name: an existing one, something beside one, or a new one. */
  private long[] block() {
    List<ProcessState.Block> blocks = state.blocks();
    boolean named = selector.operation() >= LEAST_NAMING || selector.address() % 4 == 0;
    boolean known = !blocks.isEmpty() && named && selector.address() % 8 != 7;
    if (!known) {
      return new long[] {freshAddress(selector.address() / 2), freshSize(selector.size())};
    }
    ProcessState.Block block = blocks.get(selector.address() / 4 % blocks.size());
    long start = block.ua().value();
    long size = block.size();
    return switch (selector.size() % 12) {
      case 0 -> new long[] {start + page, size};
      case 1 -> new long[] {start, size + page};
      case 2 -> new long[] {start, size - page};
      case 3 -> new long[] {start + size, page};
      case 4 -> new long[] {start - page, page};
      case 5 -> new long[] {start + page, size - page};
      case 6 -> new long[] {start - page, size + 2 * page};
      case 7 -> new long[] {start + 1, size};
      default -> new long[] {start, size};
    };
  }

  private long freshAddress(int choice) {
    return switch (choice % 16) {
      case 0, 1, 2, 3, 4, 5, 6, 7 -> choice % 8 * page;
      case 8 -> Long.MIN_VALUE - page;
      case 9 -> Long.MIN_VALUE;
      case 10 -> -page;
      case 11 -> -2 * page;
      case 12 -> -3 * page;
      case 13 -> 1L << 21;
      case 14 -> page + 1;
      default -> -1;
    };
  }

  private long freshSize(int choice) {
    return switch (choice % 16) {
      case 0, 1, 2, 3, 4 -> page;
      case 5, 6, 7 -> 2 * page;
      case 8, 9 -> 3 * page;
      case 10 -> 0;
      case 11 -> page - 1;
      case 12 -> -page;
      case 13 -> Long.MIN_VALUE;
      case 14 -> 1L << 40;
      default -> 1L << 22;
    };
  }

  private MapDma map() {
    int usual = MapDma.READ | MapDma.WRITE;
    int flags = selector.twist() % 8 == 7 ? 1 + selector.twist() / 8 % 2 : usual;
    Header header =
        selector.twist() == 6 ? new Header(true, MapDma.ARGSZ, 0) : header(MapDma.ARGSZ, flags);
    boolean known = !state.blocks().isEmpty() && !container.runs().isEmpty();
    if (known && selector.twist() % 8 == 3) {
      return runningOut(header);
    }
    long size = mapSize();
    return new MapDma(header, new UserAddress(mapAddress()), new Iova(busAddress(size)), size);
  }

  /** A range over TCEs that begins in the last page of a block and goes on for another page. */
  private MapDma runningOut(Header header) {
    long unit = container.window().pageBytes();
    ProcessState.Block block = state.blocks().get(selector.address() % state.blocks().size());
    ProcessState.Run run = container.runs().get(selector.bus() % container.runs().size());
    long last = block.ua().value() + block.size() - unit;
    return new MapDma(header, new UserAddress(last), run.iova(), 2 * unit);
  }

  private UnmapDma unmap() {
    List<ProcessState.Run> runs = container.runs();
    Header header = header(UnmapDma.ARGSZ, 0);
    if (runs.isEmpty() || selector.address() % 4 == 0) {
      long size = mapSize();
      return new UnmapDma(header, new Iova(busAddress(size)), size);
    }
    ProcessState.Run run = runs.get(selector.address() / 4 % runs.size());
    long unit = container.window().pageBytes();
    long start = run.iova().value();
    return switch (selector.size() % 8) {
      case 0 -> new UnmapDma(header, new Iova(start), unit);
      case 1 -> new UnmapDma(header, new Iova(start + unit), unit);
      case 2 -> new UnmapDma(header, new Iova(start + run.size() - unit), 2 * unit);
      case 3 -> new UnmapDma(header, new Iova(start - unit), 2 * unit);
      case 4 -> new UnmapDma(header, container.window().start(), container.window().size());
      default -> new UnmapDma(header, run.iova(), run.size());
    };
  }

  /** A user address inside a block, at its edges, or nowhere. */
  private long mapAddress() {
    List<ProcessState.Block> blocks = state.blocks();
    long unit = container.window().pageBytes();
    if (blocks.isEmpty() || selector.address() % 16 == 15) {
      return freshAddress(selector.address() / 2);
    }
    ProcessState.Block block = blocks.get(selector.address() % blocks.size());
    long start = block.ua().value();
    return switch (selector.address() / 4 % 8) {
      case 0 -> start + unit;
      case 1 -> start + block.size() - unit;
      case 2 -> start - unit;
      case 3 -> start + 1;
      default -> start;
    };
  }

  private long mapSize() {
    long unit = container.window().pageBytes();
    return switch (selector.size() % 16) {
      case 0, 1, 2, 3, 4, 5 -> unit;
      case 6, 7 -> 2 * unit;
      case 8 -> 3 * unit;
      case 9, 10 -> Math.max(unit, page);
      case 11 -> 2 * page;
      case 12 -> 0;
      case 13 -> unit - 1;
      case 14 -> -unit;
      default -> state.blocks().isEmpty() ? page : state.blocks().getFirst().size();
    };
  }

  /** A bus address in the window, at its edges, or outside. */
  private long busAddress(long size) {
    long unit = container.window().pageBytes();
    long start = container.window().start().value();
    long end = start + container.window().size();
    List<Long> edges = new ArrayList<>();
    container.runs().stream()
        .limit(8)
        .forEach(run -> {
          edges.add(run.iova().value());
          edges.add(run.iova().value() + run.size());
        });
    if (!edges.isEmpty() && selector.bus() % 4 == 3) {
      return edges.get(selector.bus() / 4 % edges.size());
    }
    return switch (selector.bus() % 32) {
      case 16 -> end - size;
      case 17 -> end - unit;
      case 18 -> end;
      case 20 -> start - unit;
      case 21 -> start + 1;
      case 22 -> -unit;
      default -> start + selector.bus() % 8 * unit;
    };
  }

  private Header header(int argsz, int flags) {
    return switch (selector.twist()) {
      case 0, 12 -> new Header(false, argsz, flags);
      case 1 -> new Header(true, argsz - 1, flags);
      case 2 -> new Header(true, argsz, flags | 4);
      case 3 -> new Header(true, argsz, flags | Integer.MIN_VALUE);
      case 4 -> new Header(true, -1, flags);
      case 5 -> new Header(true, 0, flags);
      default -> new Header(true, argsz, flags);
    };
  }

  private HostAnswers host(long size) {
    int twist = selector.twist() % TWISTS;
    return new HostAnswers(
        memlock(twist, size),
        twist == 10 || (passesEveryLimit() && selector.bus() % 2 == 0),
        twist != 11,
        selector.bus() % 4 == 0 ? Math.max(page, 1L << 21) : page);
  }

  /**
   * Others charged more than any limit, so that nothing can be registered without the capability.
   */
  private boolean passesEveryLimit() {
    return Long.compareUnsigned(state.elsewhere(), Long.divideUnsigned(UNLIMITED, page)) > 0;
  }

  /** A limit at which the block just fits, just does not, or that plays no part. */
  private long memlock(int twist, long size) {
    long exact = (state.lockedVm().longValue() + Long.divideUnsigned(size, page)) * page;
    return switch (twist) {
      case 7 -> exact;
      case 8 -> exact - 1;
      case 9 -> exact + page - 1;
      case 10 -> 0;
      default -> UNLIMITED;
    };
  }
}

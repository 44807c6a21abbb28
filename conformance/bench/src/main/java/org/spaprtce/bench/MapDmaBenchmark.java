package org.spaprtce.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.spaprtce.Iova;
import org.spaprtce.Outcome;

/** MAP_DMA followed by UNMAP_DMA of the same range: one operation is the pair. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 250, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 160, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class MapDmaBenchmark {

  /** Blocks of 256 pages, of which one is chosen at random for every operation. */
  @State(Scope.Benchmark)
  @SuppressWarnings("NullAway.Init") // JMH sets the fields.
  public static class OnePage {

    private static final int BLOCK_PAGES = 256;
    private static final int PLACES = 1024;

    /** What is measured. */
    @Param({"ENGINE", "LIST", "TREE", "SKIP_LIST"})
    public Peer peer;

    /** Registered blocks. */
    @Param({"1", "16", "256", "4096", "16384"})
    public int blocks;

    private World world;
    private Guest guest;
    private Draws draws;

    /** Registers the blocks. */
    @Setup
    public void open() {
      world = new World(peer, blocks, BLOCK_PAGES * World.PAGE);
      guest = world.guest();
      draws = new Draws(1);
    }

    private Outcome mapAndUnmap() {
      int page = draws.below(BLOCK_PAGES);
      Iova iova = World.place(2L * draws.below(PLACES));
      guest.map(world.pageAt(draws.below(blocks), page), iova, World.PAGE);
      return guest.unmap(iova, World.PAGE);
    }
  }

  /** One block, and a window in which every second page is mapped, all to one page. */
  @State(Scope.Benchmark)
  @SuppressWarnings("NullAway.Init") // JMH sets the fields.
  public static class Crowded {

    private static final int BLOCK_PAGES = 256;

    /** What is measured. */
    @Param({"ENGINE", "LIST", "TREE", "SKIP_LIST"})
    public Peer peer;

    /** TCEs that stay. */
    @Param("65536")
    public int resident;

    private World world;
    private Guest guest;
    private Draws draws;

    /** Maps the TCEs that stay. */
    @Setup
    public void open() {
      world = new World(peer, 1, BLOCK_PAGES * World.PAGE);
      guest = world.guest();
      draws = new Draws(1);
      for (int i = 0; i < resident; i++) {
        guest.map(world.blockAt(0), World.place(2L * i + 1), World.PAGE);
      }
    }

    private Outcome mapAndUnmap() {
      Iova iova = World.place(2L * draws.below(resident));
      guest.map(world.pageAt(0, draws.below(BLOCK_PAGES)), iova, World.PAGE);
      return guest.unmap(iova, World.PAGE);
    }
  }

  /** One block, mapped in a contiguous piece. */
  @State(Scope.Benchmark)
  @SuppressWarnings("NullAway.Init") // JMH sets the fields.
  public static class Bulk {

    private static final int BLOCK_PAGES = 1 << 19;
    private static final int PLACES = 16;

    /** What is measured. */
    @Param({"ENGINE", "LIST", "TREE", "SKIP_LIST"})
    public Peer peer;

    /** Pages of a command. */
    @Param({"16", "256", "4096", "262144"})
    public int pages;

    private World world;
    private Guest guest;
    private Draws draws;

    /** Registers the block. */
    @Setup
    public void open() {
      world = new World(peer, 1, BLOCK_PAGES * World.PAGE);
      guest = world.guest();
      draws = new Draws(1);
    }

    private Outcome mapAndUnmap() {
      long size = pages * World.PAGE;
      int places = (int) Math.min(PLACES, World.WINDOW.size() / size);
      Iova iova = World.place((long) draws.below(places) * pages);
      guest.map(world.pageAt(0, draws.below(BLOCK_PAGES - pages)), iova, size);
      return guest.unmap(iova, size);
    }
  }

  /**
   * A window of which every second page was unmapped and mapped to other memory, so that no TCE
   * continues its neighbour.
   */
  @State(Scope.Benchmark)
  @SuppressWarnings("NullAway.Init") // JMH sets the fields.
  public static class Fragmented {

    /** Pages of a range. */
    static final int RANGE = 256;

    /** Ranges of the window. */
    static final int RANGES = 64;

    /** Pages of the window, and of the memory that ranges are mapped to. */
    static final int PAGES = RANGES * RANGE;

    /** What is measured. */
    @Param({"ENGINE", "LIST", "TREE", "SKIP_LIST"})
    public Peer peer;

    World world;
    private Guest guest;

    /** Registers a block, of which the second half is for single pages. */
    @Setup
    public void open() {
      world = new World(peer, 1, 2 * PAGES * World.PAGE);
      guest = world.guest();
      for (int range = 0; range < RANGES; range++) {
        mapRange(range);
      }
    }

    /** Fragments the window: this is not measured. */
    @Setup(Level.Invocation)
    public void fragment() {
      fragmentRanges();
    }

    final void fragmentRanges() {
      for (long page = 0; page < PAGES; page += 2) {
        guest.unmap(World.place(page), World.PAGE);
      }
      for (long page = 0; page < PAGES; page += 2) {
        guest.map(world.pageAt(0, PAGES + page), World.place(page), World.PAGE);
      }
    }

    final Outcome unmapRange(int range) {
      return guest.unmap(World.place((long) range * RANGE), RANGE * World.PAGE);
    }

    final Outcome mapRange(int range) {
      long first = (long) range * RANGE;
      return guest.map(world.pageAt(0, first), World.place(first), RANGE * World.PAGE);
    }
  }

  /** The same window, which is fragmented in the measured time only. */
  @State(Scope.Benchmark)
  public static class Fragmenting extends Fragmented {

    @Override
    @Setup(Level.Invocation)
    public void fragment() {}
  }

  /** One page of a random block. */
  @Benchmark
  public Outcome onePage(OnePage state) {
    return state.mapAndUnmap();
  }

  /** One page between others. */
  @Benchmark
  public Outcome crowded(Crowded state) {
    return state.mapAndUnmap();
  }

  /** Many pages of one block. */
  @Benchmark
  public Outcome bulk(Bulk state) {
    return state.mapAndUnmap();
  }

  /** A page of a fragmented range that is unmapped and mapped in one piece. */
  @Benchmark
  @OperationsPerInvocation(Fragmented.PAGES)
  public void fragmented(Fragmented state) {
    for (int range = 0; range < Fragmented.RANGES; range++) {
      state.unmapRange(range);
      state.mapRange(range);
    }
  }

  /** The same with the unmapping and mapping of every second page. */
  @Benchmark
  @OperationsPerInvocation(Fragmented.PAGES)
  public void fragmenting(Fragmenting state) {
    state.fragmentRanges();
    fragmented(state);
  }
}

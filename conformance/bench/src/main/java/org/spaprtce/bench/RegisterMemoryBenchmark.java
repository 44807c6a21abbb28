package org.spaprtce.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.spaprtce.Outcome;
import org.spaprtce.UserAddress;

/** The coming and going of blocks: one operation is both, of one block. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 250, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 160, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class RegisterMemoryBenchmark {

  /** Blocks of one page of the host, with gaps. */
  @State(Scope.Benchmark)
  @SuppressWarnings("NullAway.Init") // JMH sets the fields.
  public static class OnePage {

    /** What is measured. */
    @Param({"ENGINE", "LIST", "TREE", "SKIP_LIST"})
    public Peer peer;

    /** Blocks that stay registered. */
    @Param({"1", "4096", "16384"})
    public int blocks;

    private World world;
    private Guest guest;
    private Draws draws;

    /** Registers the blocks that stay. */
    @Setup
    public void open() {
      world = new World(peer, blocks, World.HOST_PAGE);
      guest = world.guest();
      draws = new Draws(1);
    }
  }

  /** A block whose physical memory has no gap, beside one of a page. */
  @State(Scope.Benchmark)
  @SuppressWarnings("NullAway.Init") // JMH sets the fields.
  public static class Contiguous {

    /** What is measured. */
    @Param({"ENGINE", "LIST", "TREE", "SKIP_LIST"})
    public Peer peer;

    /** Size of the block, GiB. */
    @Param({"1", "1024"})
    public long gib;

    private World world;
    private Guest guest;

    /** Opens the container. */
    @Setup
    public void open() {
      world = new World(peer, 1, World.HOST_PAGE);
      guest = world.guest();
    }
  }

  /** A block whose physical pages are in random places, and no other block. */
  @State(Scope.Benchmark)
  @SuppressWarnings("NullAway.Init") // JMH sets the fields.
  public static class Scattered {

    /** What is measured. */
    @Param({"ENGINE", "LIST", "TREE", "SKIP_LIST"})
    public Peer peer;

    /** Size of the block, GiB. */
    @Param("1024")
    public long gib;

    private World world;
    private Guest guest;

    /** Opens the container and draws the places. */
    @Setup
    public void open() {
      long size = gib << 30;
      world = new World(peer, new ScatteredMemory(size), FlatMemory.BASE, 0, size);
      guest = world.guest();
    }
  }

  /** Blocks of one page of the host, each of them mapped. */
  @State(Scope.Benchmark)
  @SuppressWarnings("NullAway.Init") // JMH sets the fields.
  public static class Released {

    /** Blocks of the container. */
    static final int BLOCKS = 4096;

    /** What is measured. */
    @Param({"ENGINE", "LIST", "TREE", "SKIP_LIST"})
    public Peer peer;

    private World world;
    private Guest guest;

    /** Opens the container and gives everything back. */
    @Setup
    public void open() {
      world = new World(peer, BLOCKS, World.HOST_PAGE);
      guest = world.guest();
      guest.restart();
    }
  }

  /** One page of the host, in the gap after a random block. */
  @Benchmark
  public Outcome onePage(OnePage state) {
    UserAddress ua = state.world.gapAt(state.draws.below(state.blocks));
    state.guest.register(ua, World.HOST_PAGE);
    return state.guest.unregister(ua, World.HOST_PAGE);
  }

  /** A block whose physical memory has no gap. */
  @Benchmark
  public Outcome contiguous(Contiguous state) {
    long size = state.gib << 30;
    state.guest.register(state.world.gapAt(0), size);
    return state.guest.unregister(state.world.gapAt(0), size);
  }

  /** The same, where the block goes with its container's group. */
  @Benchmark
  public void contiguousReleased(Contiguous state) {
    state.guest.register(state.world.gapAt(0), state.gib << 30);
    state.guest.restart();
  }

  /** A block in random physical pages. */
  @Benchmark
  public Outcome scattered(Scattered state) {
    long size = state.gib << 30;
    state.guest.register(state.world.blockAt(0), size);
    return state.guest.unregister(state.world.blockAt(0), size);
  }

  /** A block that is registered, mapped, and goes with its container's group. */
  @Benchmark
  @OperationsPerInvocation(Released.BLOCKS)
  public void released(Released state) {
    state.world.registerAll(state.guest);
    for (int block = 0; block < Released.BLOCKS; block++) {
      state.guest.map(state.world.blockAt(block), World.place(16L * block), World.HOST_PAGE);
    }
    state.guest.restart();
  }
}

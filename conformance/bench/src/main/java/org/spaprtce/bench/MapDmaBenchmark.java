package org.spaprtce.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.spaprtce.Iova;
import org.spaprtce.Outcome;
import org.spaprtce.UserAddress;

/** MAP_DMA followed by UNMAP_DMA of the same range: one operation is the pair. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgsAppend = "-Xmx1g")
public class MapDmaBenchmark {

  /** Blocks of 256 pages, of which one is chosen at random for every operation. */
  @State(Scope.Benchmark)
  @SuppressWarnings("NullAway.Init") // JMH sets the fields.
  public static class OnePage {

    private static final int BLOCK_PAGES = 256;
    private static final int PLACES = 1024;

    /** What is measured. */
    @Param public Peer peer;

    /** Registered blocks. */
    @Param({"1", "256", "4096", "16384"})
    public int blocks;

    /** Other TCEs, no two of them side by side, that stay in the table. */
    @Param("0")
    public int resident;

    private World world;

    /** Registers the blocks and maps the other TCEs. */
    @Setup
    public void open() {
      world = new World(peer, blocks, BLOCK_PAGES * World.PAGE);
      for (int i = 0; i < resident; i++) {
        world.map(world.blockAt(0), place(2 * i + 1), World.PAGE);
      }
    }

    private Outcome mapAndUnmap() {
      long page = world.below(BLOCK_PAGES) * World.PAGE;
      var ua = new UserAddress(world.blockAt(world.below(blocks)).value() + page);
      Iova iova = place(2 * world.below(Math.max(PLACES, resident)));
      world.map(ua, iova, World.PAGE);
      return world.unmap(iova, World.PAGE);
    }

    private static Iova place(int page) {
      return new Iova(page * World.PAGE);
    }
  }

  /** One block, mapped in a contiguous piece. */
  @State(Scope.Benchmark)
  @SuppressWarnings("NullAway.Init") // JMH sets the fields.
  public static class Bulk {

    private static final int BLOCK_PAGES = 8192;
    private static final int PLACES = 16;

    /** What is measured. */
    @Param public Peer peer;

    /** Pages of a command. */
    @Param({"256", "4096"})
    public int pages;

    private World world;

    /** Registers the block. */
    @Setup
    public void open() {
      world = new World(peer, 1, BLOCK_PAGES * World.PAGE);
    }

    private Outcome mapAndUnmap() {
      long size = pages * World.PAGE;
      long offset = world.below(BLOCK_PAGES - pages) * World.PAGE;
      var iova = new Iova(world.below(PLACES) * size);
      world.map(new UserAddress(world.blockAt(0).value() + offset), iova, size);
      return world.unmap(iova, size);
    }
  }

  /** One page of a random block. */
  @Benchmark
  public Outcome onePage(OnePage state) {
    return state.mapAndUnmap();
  }

  /** Many pages of one block. */
  @Benchmark
  public Outcome bulk(Bulk state) {
    return state.mapAndUnmap();
  }
}

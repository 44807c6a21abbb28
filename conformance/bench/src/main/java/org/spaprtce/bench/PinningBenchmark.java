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

/**
 * What it saves to pin and charge memory once instead of in every map: MAP_DMA followed by
 * UNMAP_DMA of the same range.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 250, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 160, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH sets the fields.
public class PinningBenchmark {

  private static final int BLOCK_PAGES = 512;
  private static final int PLACES = 1024;

  /** What is measured. */
  @Param({"ENGINE", "PINNING"})
  public Peer peer;

  /** What pins. */
  @Param public Pins pins;

  /** Pages of a command. */
  @Param({"1", "256"})
  public int pages;

  private World world;
  private Guest guest;
  private Draws draws;

  /** Registers the block where that is what the peer does. */
  @Setup
  public void open() {
    world = pins.world(peer, BLOCK_PAGES * World.PAGE);
    guest = world.guest();
    draws = new Draws(1);
  }

  /** A random part of one block. */
  @Benchmark
  public Outcome map() {
    long size = pages * World.PAGE;
    Iova iova = World.place((long) draws.below(PLACES) * pages);
    guest.map(world.pageAt(0, draws.below(BLOCK_PAGES - pages)), iova, size);
    return guest.unmap(iova, size);
  }
}

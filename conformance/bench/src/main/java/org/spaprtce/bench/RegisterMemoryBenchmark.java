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
import org.spaprtce.Outcome;
import org.spaprtce.UserAddress;

/** REGISTER_MEMORY followed by UNREGISTER_MEMORY of the same page: one operation is the pair. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgsAppend = "-Xmx1g")
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH sets the fields.
public class RegisterMemoryBenchmark {

  /** What is measured. */
  @Param public Peer peer;

  /** Blocks that stay registered. */
  @Param({"1", "4096"})
  public int blocks;

  private World world;

  /** Registers the blocks that stay. */
  @Setup
  public void open() {
    world = new World(peer, blocks, World.HOST_PAGE);
  }

  /** One page of the host, in the gap after a random block. */
  @Benchmark
  public Outcome onePage() {
    UserAddress ua = world.gapAt(world.below(blocks));
    world.register(ua, World.HOST_PAGE);
    return world.unregister(ua, World.HOST_PAGE);
  }
}

package org.spaprtce.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/**
 * All states of a container whose blocks and TCEs come and go, from a cold start, as models are
 * explored. TLC keeps fingerprints of the states, the oracle the states and all transitions.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx2g", "-Djmh.shutdownTimeout=1"})
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH sets the fields.
public class ExplorationBenchmark {
  private static final int BLOCKS = 3;
  private static final int ENTRIES = 7;

  /** The number of the states, which both must find. */
  private static final long STATES = 23_342;

  /** What explores. */
  @Param public Evaluator peer;

  /** How many threads explore. */
  @Param("2")
  public int threads;

  private Evaluator.Exploration exploration;
  private long states;
  private Duration begun;

  private static Value commands() {
    List<Value> commands = new ArrayList<>(NormScene.opening());
    for (int block = 0; block < BLOCKS; block++) {
      commands.add(NormScene.register(block));
      commands.add(NormScene.unregister(block));
    }
    for (int entry = 0; entry < ENTRIES; entry++) {
      for (int block = 0; block < BLOCKS; block++) {
        commands.add(NormScene.map(block * NormScene.BLOCK + entry * NormScene.PAGE, entry));
      }
      commands.add(NormScene.unmap(entry));
    }
    return Values.set(commands);
  }

  /** Loads the norm. */
  @Setup(Level.Trial)
  public void load() {
    exploration = peer.exploration(NormScene.constants(commands()));
    begun = cpu();
  }

  private static Duration cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** All states, their number checked. */
  @Benchmark
  public long explore() {
    states = exploration.explore(threads);
    if (states != STATES) {
      throw new IllegalStateException("states=" + states);
    }
    return states;
  }

  /**
   * Tells the time that the process was on processors, compiling included, and how much heap was in
   * use at most, garbage included.
   */
  @TearDown(Level.Trial)
  public void report() {
    long bytes =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(usage -> usage.getUsed())
            .sum();
    System.out.printf(
        "[%s threads=%d states=%d: %.1f s of CPU, at most %d MiB of heap] ",
        peer, threads, states, cpu().minus(begun).toMillis() / 1000.0, bytes >> 20);
  }
}

package org.spaprtce.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/**
 * Steps of the norm: which results a command may have, and the state after it. All numbers fit the
 * 32 bits that TLC has.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 12, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx2g", "-XX:+UseParallelGC"})
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH sets the fields.
public class OracleBenchmark {
  /** Commands of a round. */
  private static final int STEPS = 7;

  private static final List<String> RESULTS =
      List.of("OK", "OK", "EINVAL", "EBUSY", "OK", "OK", "OK");

  private long begun;
  private long rounds;

  /** A container with its blocks and TCEs, as one evaluator has it. */
  private static final class Scene {
    private final Evaluator.Norm norm;
    private final List<Value> round;

    Scene(Evaluator peer, int blocks) {
      List<Value> before = opening(blocks);
      round = round(blocks);
      List<Value> all = new ArrayList<>(before);
      all.addAll(round);
      norm = peer.norm(NormScene.constants(Values.EMPTY_SET), all);
      for (Value command : before) {
        String result = norm.step(command);
        if (!result.equals("OK")) {
          throw new IllegalStateException("result=" + result + " of " + command);
        }
      }
      norm.keep();
      List<String> results = round.stream().map(norm::step).toList();
      if (!results.equals(RESULTS)) {
        throw new IllegalStateException("results=" + results);
      }
    }

    private static List<Value> opening(int blocks) {
      List<Value> before = new ArrayList<>(NormScene.opening());
      for (int i = 0; i < blocks; i++) {
        before.add(NormScene.register(2L * i));
        for (int j = 0; j < 10; j++) {
          before.add(
              NormScene.map(2L * i * NormScene.BLOCK + j * NormScene.PAGE, 3L * (10L * i + j)));
        }
      }
      return before;
    }

    private static List<Value> round(int blocks) {
      long free = 2L * blocks;
      long entry = 3L * 10 * blocks;
      return List.of(
          NormScene.register(free),
          NormScene.map(free * NormScene.BLOCK, entry),
          NormScene.map(free * NormScene.BLOCK + 1, entry),
          NormScene.unregister(free),
          NormScene.unmap(entry),
          NormScene.unregister(free),
          NormScene.unmap(entry));
    }

    void play(Blackhole sink) {
      norm.back();
      for (Value command : round) {
        sink.consume(norm.step(command));
      }
    }
  }

  /** What both evaluate. */
  @State(Scope.Benchmark)
  public static class Small {
    /** What evaluates. */
    @Param public Evaluator peer;

    /** Registered blocks, and ten TCEs in each of them. */
    @Param({"1", "100"})
    public int blocks;

    private Scene scene;

    /** Opens the scene. */
    @Setup
    public void open() {
      scene = new Scene(peer, blocks);
    }
  }

  /** What TLC would need hours for. */
  @State(Scope.Benchmark)
  public static class Large {
    /** What evaluates. */
    @Param("ORACLE")
    public Evaluator peer;

    /** Registered blocks, and ten TCEs in each of them. */
    @Param("1000")
    public int blocks;

    private Scene scene;

    /** Opens the scene. */
    @Setup
    public void open() {
      scene = new Scene(peer, blocks);
    }
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** Begins to count. */
  @Setup(Level.Iteration)
  public void begin() {
    begun = cpuNanos();
    rounds = 0;
  }

  /** Tells the time that the thread was on a processor, where others use it, too. */
  @TearDown(Level.Iteration)
  public void report() {
    System.out.printf("[%d ns of CPU/op] ", (cpuNanos() - begun) / Math.max(1, rounds * STEPS));
  }

  /** One block comes, is mapped, and goes; two of the commands are refused. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public void step(Small small, Blackhole sink) {
    rounds++;
    small.scene.play(sink);
  }

  /** The same among many blocks. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public void stepAmongMany(Large large, Blackhole sink) {
    rounds++;
    large.scene.play(sink);
  }
}

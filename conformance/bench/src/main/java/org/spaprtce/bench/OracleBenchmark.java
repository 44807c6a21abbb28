package org.spaprtce.bench;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.openjdk.jmh.infra.Blackhole;
import org.spaprtce.conformance.norm.Cast;
import org.spaprtce.conformance.norm.Environment;
import org.spaprtce.conformance.norm.Machine;
import org.spaprtce.conformance.norm.NormCommand;
import org.spaprtce.conformance.norm.NormCommand.Header;
import org.spaprtce.conformance.norm.NormConstants;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/**
 * Steps of the norm: which results a command may have, and the state after it. All numbers fit the
 * 32 bits that TLC has.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 6, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH sets the fields.
public class OracleBenchmark {
  private static final long PAGE = 4096;
  private static final long BLOCK = 16 * PAGE;
  private static final BigInteger PLENTY = BigInteger.valueOf(1L << 30);
  private static final Environment HOST =
      new Environment(BigInteger.ZERO, true, PLENTY, PLENTY, 0, PLENTY, PLENTY, PLENTY, "OK", 0);
  private static final NormCommand.Target GROUP = new NormCommand.Target("p", "g", HOST);
  private static final NormCommand.Target CONTAINER = new NormCommand.Target("p", "c", HOST);

  /** Commands of a round. */
  private static final int STEPS = 7;

  private static final List<String> RESULTS =
      List.of("OK", "OK", "EINVAL", "EBUSY", "OK", "OK", "OK");

  /** What evaluates. */
  @Param public Evaluator peer;

  /** Registered blocks, and ten TCEs in each of them. */
  @Param({"1", "100", "1000"})
  public int blocks;

  private Evaluator.Norm norm;
  private List<Value> round;

  private static Header header(long argsz, long flags) {
    return new Header(true, argsz, flags);
  }

  private static BigInteger big(long value) {
    return BigInteger.valueOf(value);
  }

  private static Value register(long block) {
    return NormCommand.register(CONTAINER, header(24, 0), big(block * BLOCK), big(BLOCK));
  }

  private static Value unregister(long block) {
    return NormCommand.unregister(CONTAINER, header(24, 0), big(block * BLOCK), big(BLOCK));
  }

  private static Value map(long vaddr, long entry) {
    return NormCommand.map(CONTAINER, header(32, 3), big(vaddr), big(entry * PAGE), big(PAGE));
  }

  private static Value unmap(long entry) {
    return NormCommand.unmap(CONTAINER, header(24, 0), big(entry * PAGE), big(PAGE));
  }

  private static Map<String, Value> constants() {
    Map<String, Value> constants =
        new HashMap<>(
            NormConstants.of(
                new Cast(List.of("p"), List.of("c"), List.of("g")), Machine.POWER9, big(PAGE)));
    constants.put("AddressTop", Values.integer(1L << 30));
    constants.put("SecondStart", Values.integer(1L << 30));
    constants.put("TableAddressBits", Values.integer(30));
    constants.put(
        "TableGroup",
        Values.parse(
            "[g |-> [start |-> 0, size |-> 268435456, shifts |-> {12, 16}, windows |-> 2,"
                + " levels |-> 5, family |-> \"\"]]"));
    return constants;
  }

  /** Opens a container with its blocks and TCEs. */
  @Setup(Level.Trial)
  public void open() {
    List<Value> before =
        new ArrayList<>(
            List.of(
                NormCommand.ofGroup("OPEN_GROUP", GROUP),
                NormCommand.setContainer(GROUP, true, NormCommand.NamedFile.CONTAINER, "c"),
                NormCommand.setIommu(CONTAINER, 7)));
    for (int i = 0; i < blocks; i++) {
      before.add(register(2L * i));
      for (int j = 0; j < 10; j++) {
        before.add(map(2L * i * BLOCK + j * PAGE, 3L * (10L * i + j)));
      }
    }
    long free = 2L * blocks;
    long entry = 3L * 10 * blocks;
    round =
        List.of(
            register(free),
            map(free * BLOCK, entry),
            map(free * BLOCK + 1, entry),
            unregister(free),
            unmap(entry),
            unregister(free),
            unmap(entry));
    List<Value> all = new ArrayList<>(before);
    all.addAll(round);
    norm = peer.norm(constants(), all);
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

  /** One block comes, is mapped, and goes; two of the commands are refused. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public void step(Blackhole sink) {
    norm.back();
    for (Value command : round) {
      sink.consume(norm.step(command));
    }
  }
}

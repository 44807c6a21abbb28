package org.spaprtce.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
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

/**
 * The bound of MAP_DMA followed by UNMAP_DMA of a page with an atomic count and an atomic table:
 * two atomic operations for each of the two commands, and nothing else.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 250, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 160, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH sets the fields.
public class AtomicsBenchmark {

  private static final int PLACES = 1024;

  /** What bounds. */
  @Param public Bound peer;

  private AtomicLong count;
  private AtomicLongArray table;
  private Draws draws;

  /** Clears the table. */
  @Setup
  public void open() {
    count = new AtomicLong();
    table = new AtomicLongArray(2 * PLACES);
    draws = new Draws(1);
  }

  /** Counts and writes an entry, then counts and clears it. */
  @Benchmark
  public long mapAndUnmap() {
    int place = 2 * draws.below(PLACES);
    long old = count.getAndIncrement() + table.getAndSet(place, place + 1);
    return old + count.getAndDecrement() + table.getAndSet(place, 0);
  }
}

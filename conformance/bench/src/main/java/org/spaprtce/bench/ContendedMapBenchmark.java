package org.spaprtce.bench;

import java.util.ArrayList;
import java.util.List;
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
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.ThreadParams;
import org.spaprtce.Iova;
import org.spaprtce.Outcome;

/**
 * MAP_DMA followed by UNMAP_DMA of a page, by one and by two threads.
 *
 * <p>The time is that of a thread: two threads that do not disturb each other need as long as one.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 250, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 160, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class ContendedMapBenchmark {

  private static final int THREADS = 2;
  private static final int BLOCK_PAGES = 256;
  private static final int PLACES = 1024;

  /** A process with a window and a block for each thread. */
  @State(Scope.Benchmark)
  @SuppressWarnings("NullAway.Init") // JMH sets the fields.
  public static class Shared {

    /** What is measured. */
    @Param({"ENGINE", "LIST", "TREE", "SKIP_LIST"})
    public Peer peer;

    private World world;
    private List<Guest> guests;

    /** Opens the windows. */
    @Setup
    public void open() {
      world = new World(peer, THREADS, BLOCK_PAGES * World.PAGE);
      guests = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        guests.add(world.guest());
      }
    }
  }

  /** What one thread works on. */
  @State(Scope.Thread)
  @SuppressWarnings("NullAway.Init") // JMH sets the fields.
  public static class Lane {

    private int number;
    private Draws draws;

    /** Numbers the thread. */
    @Setup
    public void open(ThreadParams thread) {
      number = thread.getThreadIndex();
      draws = new Draws(number + 1);
    }

    private Outcome mapAndUnmap(Shared shared, Guest guest, int block) {
      Iova iova = World.place(2L * (number * PLACES + draws.below(PLACES)));
      guest.map(shared.world.pageAt(block, draws.below(BLOCK_PAGES)), iova, World.PAGE);
      return guest.unmap(iova, World.PAGE);
    }
  }

  /** One thread. */
  @Benchmark
  @Threads(1)
  public Outcome alone(Shared shared, Lane lane) {
    return lane.mapAndUnmap(shared, shared.guests.getFirst(), 0);
  }

  /** Two threads on different pages of one window, mapped to one block. */
  @Benchmark
  @Threads(THREADS)
  public Outcome sameWindow(Shared shared, Lane lane) {
    return lane.mapAndUnmap(shared, shared.guests.getFirst(), 0);
  }

  /** Two threads, each with a window and a block of its own. */
  @Benchmark
  @Threads(THREADS)
  public Outcome otherWindow(Shared shared, Lane lane) {
    return lane.mapAndUnmap(shared, shared.guests.get(lane.number), lane.number);
  }
}

package org.spaprtce.conformance.concurrency;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.random.RandomGeneratorFactory;
import org.spaprtce.conformance.sut.SharedSystem;
import org.spaprtce.oracle.Oracle;
import org.spaprtce.oracle.runtime.State;

/**
 * Threads that call one system at random, round after round; between rounds nobody calls.
 *
 * <p>Each round is a history with a total order of calls and returns. Some order of its calls must
 * be allowed by the norm and end in the state that the system shows after the round.
 */
public final class Soak {

  /**
   * How much is done.
   *
   * @param seed of the calls; which of them meet differs from run to run
   * @param threads how many call
   * @param calls of each thread in a round; all together at most {@link Linearization#MOST_CALLS}
   * @param rounds how many rounds
   */
  public record Size(long seed, int threads, int calls, long rounds) {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a number is not positive or a round has too many calls
     */
    public Size {
      if (threads < 1 || calls < 1 || rounds < 1 || threads * calls > Linearization.MOST_CALLS) {
        throw new IllegalArgumentException(
            "threads=%d calls=%d rounds=%d: positive, and at most %d calls a round"
                .formatted(threads, calls, rounds, Linearization.MOST_CALLS));
      }
    }
  }

  private final Size size;
  private final SharedSystem system;
  private final Oracle oracle = Oracle.of(Racing.SCENARIO.constants());
  private final RandomCalls random;
  private final SoakTally tally = new SoakTally();
  private State state;

  private Soak(Size size, SharedSystem system, Workload workload) {
    this.size = size;
    this.system = system;
    this.state = workload.start();
    this.random = new RandomCalls(system, oracle, workload);
  }

  /**
   * Runs all rounds.
   *
   * @param system what is called, in the state that the workload starts in, with the cast of {@link
   *     Racing#SCENARIO}
   * @param workload what is called
   * @param progress is told how many rounds are done
   * @return what was called and answered
   * @throws NotLinearizableException if a round is not explained by any order
   */
  public static SoakTally run(
      Size size, SharedSystem system, Workload workload, LongConsumer progress) {
    Soak soak = new Soak(size, system, workload);
    SplittableGenerator seeds =
        RandomGeneratorFactory.<SplittableGenerator>of("L64X128MixRandom").create(size.seed());
    try (ExecutorService threads = Executors.newFixedThreadPool(size.threads())) {
      for (long round = 0; round < size.rounds(); round++) {
        List<RandomCalls.Seen> seen = soak.round(threads, seeds);
        soak.judge(seen);
        soak.tally.count(seen);
        progress.accept(round + 1);
      }
    }
    return soak.tally;
  }

  /** The calls of one round. */
  private List<RandomCalls.Seen> round(ExecutorService threads, SplittableGenerator seeds) {
    AtomicLong clock = new AtomicLong();
    CyclicBarrier start = new CyclicBarrier(size.threads());
    List<Future<List<RandomCalls.Seen>>> futures = new ArrayList<>();
    for (int thread = 0; thread < size.threads(); thread++) {
      RandomGenerator draws = seeds.split();
      String name = "t" + thread;
      Callable<List<RandomCalls.Seen>> task =
          () -> {
            List<Supplier<RandomCalls.Seen>> seen = new ArrayList<>();
            List<RandomCalls.Plan> plans = random.draw(draws, size.calls());
            start.await();
            for (RandomCalls.Plan plan : plans) {
              long called = clock.getAndIncrement();
              Supplier<RandomCalls.Observation> observation = plan.call().get();
              long returned = clock.getAndIncrement();
              seen.add(() -> new RandomCalls.Seen(name, plan, observation.get(), called, returned));
            }
            return seen.stream().map(Supplier::get).toList();
          };
      futures.add(threads.submit(task));
    }
    List<RandomCalls.Seen> all = new ArrayList<>();
    futures.forEach(future -> all.addAll(get(future)));
    return all;
  }

  private static <T> T get(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a call failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void judge(List<RandomCalls.Seen> seen) {
    List<Call<State>> calls = seen.stream().map(RandomCalls.Seen::asCall).toList();
    State end = system.look(state.variables()).get();
    Linearization.Result<State> result = Linearization.of(Set.of(state), calls);
    if (!result.ends().contains(end)) {
      throw new NotLinearizableException(state, calls, result, end);
    }
    List<String> wrong = new ArrayList<>(oracle.violated(end));
    wrong.addAll(system.leaks());
    if (!wrong.isEmpty()) {
      throw new IllegalStateException(wrong + " in\n" + end);
    }
    state = end;
  }
}

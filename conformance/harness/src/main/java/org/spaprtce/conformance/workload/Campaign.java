package org.spaprtce.conformance.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.spaprtce.conformance.sut.Divergence;
import org.spaprtce.conformance.sut.Lockstep;
import org.spaprtce.conformance.sut.Scenario;
import org.spaprtce.conformance.sut.Step;
import org.spaprtce.conformance.sut.SystemUnderTest;

/**
 * Many random sequences in lockstep with the oracle, reproducible from a seed.
 *
 * @param seed of the random numbers
 * @param sequences how many sequences
 * @param steps how many steps each
 * @param systems makes the system under test
 */
public record Campaign(
    long seed, long sequences, int steps, Function<Scenario, SystemUnderTest> systems) {

  /**
   * What a campaign found.
   *
   * @param steps the steps taken
   * @param coverage the answers by command
   * @param divergence the shortest form of the first failing sequence, if one failed
   */
  public record Result(long steps, Coverage coverage, Optional<Divergence> divergence) {}

  /** Runs until the end or the first divergence. */
  public Result run(LongConsumer progress) {
    SplittableRandom random = new SplittableRandom(seed);
    Coverage coverage = new Coverage();
    long taken = 0;
    for (long i = 0; i < sequences; i++) {
      Scenario scenario = Scenarios.ALL.get((int) (i % Scenarios.ALL.size()));
      List<Step> sequence = new ArrayList<>();
      if (fails(scenario, random, sequence, coverage)) {
        return new Result(taken + sequence.size(), coverage, minimal(scenario, sequence));
      }
      taken += sequence.size();
      progress.accept(i + 1);
    }
    return new Result(taken, coverage, Optional.empty());
  }

  private boolean fails(
      Scenario scenario, SplittableRandom random, List<Step> sequence, Coverage coverage) {
    try {
      Lockstep lockstep = new Lockstep(scenario, systems);
      for (int i = 0; i < steps; i++) {
        Step step = Resolver.resolve(Selector.draw(random), scenario, lockstep.observed());
        sequence.add(step);
        coverage.count(Step.name(step.command()), lockstep.take(step));
      }
      return false;
    } catch (Divergence divergence) {
      return true;
    }
  }

  private Optional<Divergence> minimal(Scenario scenario, List<Step> sequence) {
    List<Step> shortest = Minimizer.minimize(sequence, steps -> replay(scenario, steps) != null);
    return Optional.ofNullable(replay(scenario, shortest));
  }

  private @Nullable Divergence replay(Scenario scenario, List<Step> sequence) {
    try {
      Lockstep lockstep = new Lockstep(scenario, systems);
      sequence.forEach(lockstep::take);
      return null;
    } catch (Divergence divergence) {
      return divergence;
    }
  }
}

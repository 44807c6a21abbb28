package org.spaprtce.conformance.workload;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.LongConsumer;
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
      try {
        sequence(scenario, random, coverage);
        taken += steps;
      } catch (Divergence divergence) {
        return new Result(
            taken + divergence.steps().size(),
            coverage,
            Optional.of(Minimizer.shortest(divergence, systems)));
      }
      progress.accept(i + 1);
    }
    return new Result(taken, coverage, Optional.empty());
  }

  private void sequence(Scenario scenario, SplittableRandom random, Coverage coverage) {
    Lockstep lockstep = new Lockstep(scenario, systems);
    for (int i = 0; i < steps; i++) {
      Step step = Resolver.resolve(Selector.draw(random), scenario, lockstep.observed());
      coverage.count(Step.name(step.command()), lockstep.take(step));
    }
  }
}

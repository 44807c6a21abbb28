package org.spaprtce.conformance.workload;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.spaprtce.conformance.sut.Divergence;
import org.spaprtce.conformance.sut.Lockstep;
import org.spaprtce.conformance.sut.Scenario;
import org.spaprtce.conformance.sut.Step;
import org.spaprtce.conformance.sut.SystemUnderTest;
import org.spaprtce.oracle.Oracle;

/**
 * Many random sequences in lockstep with the oracle, reproducible from a seed.
 *
 * @param seed of the random numbers
 * @param sequences how many sequences
 * @param steps how many steps each, after an opening
 * @param systems makes the system under test
 */
public record Campaign(
    long seed, long sequences, int steps, Function<Scenario, SystemUnderTest> systems) {

  /**
   * What a campaign found.
   *
   * @param steps the steps taken
   * @param coverage what was met
   * @param divergence the shortest form of the first failing sequence, if one failed
   */
  public record Result(long steps, Coverage coverage, Optional<Divergence> divergence) {}

  /** Runs until the end or the first divergence. */
  public Result run(LongConsumer progress) {
    SplittableRandom random = new SplittableRandom(seed);
    Coverage coverage = new Coverage();
    Map<Scenario, Oracle> oracles = new HashMap<>();
    long taken = 0;
    for (long i = 0; i < sequences; i++) {
      Scenario scenario = Scenarios.ALL.get((int) (i % Scenarios.ALL.size()));
      Oracle oracle = oracles.computeIfAbsent(scenario, s -> Oracle.of(s.constants()));
      List<Step> opening = Openings.of(scenario, (int) (i / Scenarios.ALL.size() % Openings.COUNT));
      try (Lockstep lockstep = new Lockstep(scenario, oracle, systems)) {
        sequence(lockstep, opening, random, coverage);
        taken += lockstep.length();
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

  private void sequence(
      Lockstep lockstep, List<Step> opening, SplittableRandom random, Coverage coverage) {
    opening.forEach(step -> coverage.count(lockstep.take(step)));
    for (int i = 0; i < steps; i++) {
      coverage.count(lockstep.take(Resolver.resolve(Selector.draw(random), lockstep)));
    }
  }
}

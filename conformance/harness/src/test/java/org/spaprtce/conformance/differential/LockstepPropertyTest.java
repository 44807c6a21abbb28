package org.spaprtce.conformance.differential;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsCoverage;
import org.spaprtce.conformance.sut.Divergence;
import org.spaprtce.conformance.sut.ImplementationSystem;
import org.spaprtce.conformance.sut.Lockstep;
import org.spaprtce.conformance.sut.Scenario;
import org.spaprtce.conformance.sut.Taken;
import org.spaprtce.conformance.workload.Minimizer;
import org.spaprtce.conformance.workload.Openings;
import org.spaprtce.conformance.workload.Operations;
import org.spaprtce.conformance.workload.Requirement;
import org.spaprtce.conformance.workload.Resolver;
import org.spaprtce.conformance.workload.Scenarios;
import org.spaprtce.conformance.workload.Selector;
import org.spaprtce.oracle.Oracle;

/** Whatever is called, the implementation answers and remembers what the norm says. */
class LockstepPropertyTest {
  private static final int TRIES = 800;
  private static final int STEPS = 40;
  private static final String ANSWERS = "answers";

  /** Less often than this can only be an accident if a command hardly ever succeeds. */
  private static final int OFTEN = 10;

  private static final Map<Scenario, Oracle> ORACLES = new HashMap<>();

  /** Shrinking is left to {@link Minimizer}, which leaves out concrete calls. */
  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void everySequence_conformsToTheNorm(@ForAll("chains") ActionChain<Lockstep> chain) {
    try {
      chain.run();
    } catch (AssertionError error) {
      throw inTheWordsOfTheSpec(error);
    }
    Statistics.label(ANSWERS).coverage(LockstepPropertyTest::everyCommandSucceedsOften);
  }

  @Provide
  Arbitrary<ActionChain<Lockstep>> chains() {
    return Combinators.combine(Arbitraries.of(Scenarios.ALL), below(Openings.COUNT))
        .flatAs((scenario, opening) ->
            ActionChain.startWith(() -> opened(scenario, opening))
                .withAction(new Take())
                .withMaxTransformations(STEPS));
  }

  private static Lockstep opened(Scenario scenario, int opening) {
    Oracle oracle = ORACLES.computeIfAbsent(scenario, s -> Oracle.of(s.constants()));
    Lockstep lockstep = new Lockstep(scenario, oracle, ImplementationSystem::new);
    Openings.of(scenario, opening).forEach(lockstep::take);
    return lockstep;
  }

  /** A command that never succeeds shows little; that each clause decides is shown elsewhere. */
  private static void everyCommandSucceedsOften(StatisticsCoverage coverage) {
    Requirement.ALL.stream()
        .filter(requirement -> requirement.what().equals("OK"))
        .forEach(
            requirement -> coverage.check(requirement.toString()).count(count -> count >= OFTEN));
  }

  /** The shortest form of the divergence itself: jqwik wraps it in the whole chain. */
  private static AssertionError inTheWordsOfTheSpec(AssertionError error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof Divergence divergence) {
        return Minimizer.shortest(divergence, ImplementationSystem::new);
      }
    }
    return error;
  }

  private static Arbitrary<Integer> below(int bound) {
    return Arbitraries.of(IntStream.range(0, bound).boxed().toList());
  }

  /** One step, chosen without regard to the others. */
  private record Take() implements Action.Independent<Lockstep> {
    @Override
    public Arbitrary<Transformer<Lockstep>> transformer() {
      return selectors()
          .map(selector -> Transformer.mutate(selector.toString(), state -> take(state, selector)));
    }

    private static void take(Lockstep lockstep, Selector selector) {
      Taken taken = lockstep.take(Resolver.resolve(selector, lockstep));
      Statistics.label(ANSWERS).collect(taken.name() + " " + taken.result());
    }

    /** Evenly: the selectors' numbers are names of choices, and none is special. */
    private static Arbitrary<Selector> selectors() {
      Arbitrary<Integer> choice = below(Selector.CHOICES);
      return Combinators.combine(
              below(Operations.WEIGHT), choice, choice, choice, choice, choice, choice, choice)
          .as(Selector::new);
    }
  }
}

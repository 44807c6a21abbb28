package org.spaprtce.conformance.differential;

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
import org.spaprtce.conformance.sut.Step;
import org.spaprtce.conformance.workload.Coverage;
import org.spaprtce.conformance.workload.Minimizer;
import org.spaprtce.conformance.workload.Resolver;
import org.spaprtce.conformance.workload.Scenarios;
import org.spaprtce.conformance.workload.Selector;

/** Whatever is called, the implementation answers and remembers what the norm says. */
class LockstepPropertyTest {
  private static final int TRIES = 1500;
  private static final int STEPS = 40;
  private static final String ANSWERS = "answers";
  private static final int OFTEN = 100;

  /** Shrinking is left to {@link Minimizer}, which leaves out concrete calls. */
  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void everySequence_conformsToTheNorm(@ForAll("chains") ActionChain<Lockstep> chain) {
    try {
      chain.run();
    } catch (AssertionError error) {
      throw inTheWordsOfTheSpec(error);
    }
    Statistics.label(ANSWERS).coverage(LockstepPropertyTest::everyResultOften);
  }

  @Provide
  Arbitrary<ActionChain<Lockstep>> chains() {
    return Arbitraries.of(Scenarios.ALL)
        .flatMap(scenario ->
            ActionChain.startWith(() -> new Lockstep(scenario, ImplementationSystem::new))
                .withAction(new Take(scenario))
                .withMaxTransformations(STEPS));
  }

  /** Every result of every command is reached, and often, or the property proves little. */
  private static void everyResultOften(StatisticsCoverage coverage) {
    Coverage.RESULTS.forEach((command, results) ->
        results.forEach(
            result -> coverage.check(command + " " + result).count(count -> count >= OFTEN)));
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

  /** One step, chosen without regard to the others. */
  private record Take(Scenario scenario) implements Action.Independent<Lockstep> {
    @Override
    public Arbitrary<Transformer<Lockstep>> transformer() {
      return selectors()
          .map(selector -> Transformer.mutate(selector.toString(), state -> take(state, selector)));
    }

    private void take(Lockstep lockstep, Selector selector) {
      Step step = Resolver.resolve(selector, scenario, lockstep.observed());
      String result = lockstep.take(step);
      Statistics.label(ANSWERS).collect(Step.name(step.command()) + " " + result);
    }

    private static Arbitrary<Selector> selectors() {
      Arbitrary<Integer> choice = below(Selector.CHOICES);
      return Combinators.combine(below(Selector.OPERATIONS), choice, choice, choice, choice, choice)
          .as(Selector::new);
    }

    /** Evenly: the selectors' numbers are names of choices, and none is special. */
    private static Arbitrary<Integer> below(int bound) {
      return Arbitraries.of(IntStream.range(0, bound).boxed().toList());
    }
  }
}

package org.spaprtce.conformance.concurrency;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.Options;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.spaprtce.conformance.sut.Answer;
import org.spaprtce.conformance.sut.ConcurrentSystem;
import org.spaprtce.oracle.Oracle;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/**
 * Commands called at the same time, explored by Lincheck and judged by the oracle: pairs and
 * triples of {@link RaceScenario}.
 *
 * <p>Some of them, drawn anew in each run; with {@code -Dconcurrency=all} every pair and then every
 * triple, or those from number {@code -Dconcurrency.from} to before {@code -Dconcurrency.to}.
 */
@Tag("own-jvm")
class LincheckTest {
  private static final boolean ALL = "all".equals(System.getProperty("concurrency"));

  /** How many times as often each scenario is run. */
  private static final int TIMES = Integer.getInteger("concurrency.times", 1);

  private static final long SEED =
      Long.getLong("concurrency.seed", System.nanoTime() % 1_000_000_000);

  /** All in one run, since the transformation of classes takes long. */
  private static void run(String what, Options<?, ?> options, int pairs, int triples) {
    List<RaceScenario> scenarios = ALL ? slice() : drawn(pairs, triples);
    List<Value> commands = RaceScenario.commands(scenarios);
    RacingMachine.number(commands);
    for (RaceScenario scenario : scenarios) {
      Lincheck.add(
          options,
          RacingMachine.class,
          scenario.opening().stream().map(commands::indexOf).toList(),
          scenario.together().stream().map(commands::indexOf).toList());
    }
    try {
      Lincheck.check(options, RacingMachine.class, RacingVerifier.class);
    } catch (LincheckAssertionError failed) {
      throw new AssertionError(
          "%s%nseed %d, %s%n%s"
              .formatted(OracleVerifier.rejection(), SEED, legend(commands), failed.getMessage()),
          failed);
    }
    long chosenPairs = scenarios.stream().filter(s -> s.together().size() == 2).count();
    System.out.printf(
        "Lincheck, %s: %d of %d pairs, %d of %d triples, seed %d%n",
        what,
        chosenPairs,
        RaceScenario.pairs().size(),
        scenarios.size() - chosenPairs,
        RaceScenario.triples().size(),
        SEED);
  }

  private static String legend(List<Value> commands) {
    StringBuilder text = new StringBuilder("where");
    for (int i = 0; i < commands.size(); i++) {
      text.append("\n  call(").append(i).append(") is ");
      text.append(ConcurrentSystem.request(Racing.SCENARIO.cast(), commands.get(i)));
    }
    return text.toString();
  }

  private static List<RaceScenario> slice() {
    List<RaceScenario> all = new ArrayList<>(RaceScenario.pairs());
    all.addAll(RaceScenario.triples());
    return all.subList(
        Integer.getInteger("concurrency.from", 0),
        Integer.getInteger("concurrency.to", all.size()));
  }

  private static List<RaceScenario> drawn(int pairs, int triples) {
    List<RaceScenario> drawn = new ArrayList<>(drawn(RaceScenario.pairs(), pairs));
    drawn.addAll(drawn(RaceScenario.triples(), triples));
    return drawn;
  }

  private static List<RaceScenario> drawn(List<RaceScenario> all, int count) {
    List<RaceScenario> drawn = new ArrayList<>(all);
    Collections.shuffle(drawn, new Random(SEED));
    return drawn.subList(0, count);
  }

  @Test
  void pairsAndTriples_interleavingByInterleaving_areLinearizable() {
    run("model checking", Lincheck.modelChecking(25 * TIMES), 6, 2);
  }

  @Test
  void pairsAndTriples_underStress_areLinearizable() {
    run("stress", Lincheck.stress(50 * TIMES), 10, 10);
  }

  @Test
  void scenarios_areEveryPairAndTriple() {
    int n = RaceScenario.OPERATIONS.size();
    int openings = RaceScenario.OPENINGS.size();
    assertEquals(openings * n * (n + 1) / 2, Set.copyOf(RaceScenario.pairs()).size());
    assertEquals(openings * n * (n + 1) * (n + 2) / 6, Set.copyOf(RaceScenario.triples()).size());
  }

  @Test
  void openings_areAllowedByTheNorm() {
    Oracle oracle = Oracle.of(Racing.SCENARIO.constants());
    for (List<Value> opening : RaceScenario.OPENINGS) {
      State state = oracle.initial();
      for (Value command : opening) {
        assertEquals(Set.of(Values.string(Answer.OK)), oracle.allowed(state, command));
        state = oracle.apply(state, command, Values.string(Answer.OK)).getFirst();
      }
    }
  }
}

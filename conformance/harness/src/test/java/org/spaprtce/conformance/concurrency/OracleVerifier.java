package org.spaprtce.conformance.concurrency;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionResult;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.kotlinx.lincheck.execution.ResultWithClock;
import org.jetbrains.kotlinx.lincheck.util.LincheckResult;
import org.jetbrains.kotlinx.lincheck.util.ValueResult;
import org.jetbrains.lincheck.datastructures.verifier.CachedVerifier;
import org.spaprtce.oracle.runtime.State;

/**
 * Lincheck's verifier whose sequential specification is the oracle: it follows every state that the
 * norm allows, so an answer may be any of those allowed.
 *
 * <p>Scenarios have calls before, calls of several threads, and calls after.
 */
abstract class OracleVerifier extends CachedVerifier {

  /** The state that the system begins in. */
  abstract State start();

  /** What the norm says to what an operation returned. */
  abstract Function<State, List<State>> effect(Actor actor, Object returned);

  @Override
  public final boolean verifyResultsImpl(ExecutionScenario scenario, ExecutionResult results) {
    List<Call<State>> calls = new ArrayList<>();
    long moment = addInOrder(calls, 0, scenario.getInitExecution(), results.getInitResults());
    long after = moment;
    for (int thread = 0; thread < scenario.getParallelExecution().size(); thread++) {
      List<LincheckResult> returned =
          results.getParallelResultsWithClock().get(thread).stream()
              .map(ResultWithClock::getResult)
              .toList();
      // The calls of all threads last from the same moment on, one after the other in a thread.
      after =
          Math.max(
              after,
              addInOrder(calls, moment, scenario.getParallelExecution().get(thread), returned));
    }
    addInOrder(calls, after, scenario.getPostExecution(), results.getPostResults());
    return Linearization.of(List.of(start()), calls).isLinearizable();
  }

  private long addInOrder(
      List<Call<State>> calls, long from, List<Actor> actors, List<LincheckResult> returned) {
    long moment = from;
    for (int i = 0; i < actors.size(); i++) {
      Actor actor = actors.get(i);
      LincheckResult result = returned.get(i);
      Function<State, List<State>> effect =
          result instanceof ValueResult value && value.getValue() != null
              ? effect(actor, value.getValue())
              : _ -> List.of();
      calls.add(new Call<>(actor + ": " + result, moment + 1, moment + 2, effect));
      moment += 2;
    }
    return moment;
  }
}

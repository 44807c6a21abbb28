package org.spaprtce.conformance.concurrency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionResult;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.kotlinx.lincheck.execution.ResultWithClock;
import org.jetbrains.kotlinx.lincheck.util.ExceptionResult;
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
  /** Frames of a stack that are shown of an exception that a call threw. */
  private static final int FRAMES = 12;

  /** What was rejected last: Lincheck's own table is as wide as the whole state. */
  private static volatile String rejection = "";

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
    Linearization.Result<State> result = Linearization.of(List.of(start()), calls);
    if (!result.isLinearizable()) {
      rejection =
          "these calls:\n" + lines(calls) + "\nare explained up to:\n" + lines(result.longest());
    }
    return result.isLinearizable();
  }

  /** The history that was rejected last, and as much of it as some order explains. */
  static String rejection() {
    return rejection;
  }

  private static String lines(List<Call<State>> calls) {
    return calls.stream().map(call -> "  " + call).collect(Collectors.joining("\n"));
  }

  private static String text(LincheckResult result) {
    return result instanceof ExceptionResult thrown
        ? Arrays.stream(thrown.getThrowable().getStackTrace())
            .limit(FRAMES)
            .map(frame -> "\n    at " + frame)
            .collect(Collectors.joining("", thrown.getThrowable().toString(), ""))
        : result.toString();
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
      calls.add(new Call<>(actor + ": " + text(result), moment + 1, moment + 2, effect));
      moment += 2;
    }
    return moment;
  }
}

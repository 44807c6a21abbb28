package org.spaprtce.conformance.concurrency;

import java.util.List;
import java.util.function.Function;
import org.spaprtce.conformance.sut.Answer;
import org.spaprtce.conformance.sut.ConcurrentSystem;
import org.spaprtce.oracle.Oracle;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/** What calls may do according to the norm. */
public final class NormCalls {
  private static final long VERSION_1 = 2;
  private static final List<State> NOWHERE = List.of();

  private final Oracle oracle;

  /** The effects according to this oracle. */
  public NormCalls(Oracle oracle) {
    this.oracle = oracle;
  }

  /** A command that answered so: result and output must be allowed. */
  public Function<State, List<State>> command(Value command, Answer answer) {
    Value result = Values.string(answer.result());
    return before ->
        oracle.allowed(before, command).contains(result)
                && oracle.output(before, command, result).equals(answer.output())
            ? oracle.apply(before, command, result)
            : NOWHERE;
  }

  /**
   * A device that found this, in the words of {@link ConcurrentSystem#view}. For what version 1
   * maps the norm has no name, so it may find anything there.
   */
  public Function<State, List<State>> lookup(String group, long iova, Value found) {
    Value name = Values.string(group);
    Value address = Values.integer(iova);
    return before ->
        isVersion1(before, name)
                || ConcurrentSystem.view(oracle.evaluate(before, "DeviceView", name, address))
                    .equals(found)
            ? List.of(before)
            : NOWHERE;
  }

  private static boolean isVersion1(State state, Value group) {
    return state.get("containers").asMap().values().stream()
        .filter(container -> container.field("groups").asList().contains(group))
        .anyMatch(container -> container.field("type").asLong() == VERSION_1);
  }

  /** A look at the whole state. */
  public static Function<State, List<State>> look(State seen) {
    return before -> before.equals(seen) ? List.of(before) : NOWHERE;
  }
}

package org.spaprtce.conformance.concurrency;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.spaprtce.conformance.sut.Observed;
import org.spaprtce.oracle.runtime.State;

/** A history that no order of its calls explains. */
public final class NotLinearizableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotLinearizableException(
      State start, List<Call<State>> calls, Linearization.Result<State> result, State end) {
    super(
        "no order of these calls is allowed by the norm"
            + (result.isLinearizable() ? " and ends in the state that is shown" : "")
            + "\nfrom\n"
            + start
            + "\ncalls, with the moments of call and return\n"
            + calls.stream()
                .sorted(Comparator.comparingLong(Call::called))
                .map(call -> "  " + call)
                .collect(Collectors.joining("\n"))
            + (result.isLinearizable() ? differences(result, end) : longest(result)));
  }

  private static String longest(Linearization.Result<State> result) {
    return result.longest().stream()
        .map(call -> "  " + call)
        .collect(Collectors.joining("\n", "\nthe longest beginning of an order\n", ""));
  }

  private static String differences(Linearization.Result<State> result, State end) {
    return result.ends().stream()
        .map(state -> "  " + Observed.difference(state, end))
        .collect(Collectors.joining("\n", "\nthe norm's states, and the one shown\n", ""));
  }
}

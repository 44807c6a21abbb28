package org.spaprtce.conformance.concurrency;

import java.util.List;
import java.util.function.Function;

/**
 * A call that lasted from one moment to another, and what it saw.
 *
 * @param <S> states
 * @param text what was called and answered
 * @param called moment of the call; no two moments of a history are equal
 * @param returned moment of the return, later than the call
 * @param effect the states that the call can leave behind if it takes effect in a state and sees
 *     what it saw; none if it cannot have seen that there
 */
public record Call<S>(String text, long called, long returned, Function<S, List<S>> effect) {

  /**
   * Checks the moments.
   *
   * @throws IllegalArgumentException if the return is not later than the call
   */
  public Call {
    if (called >= returned) {
      throw new IllegalArgumentException(
          "called=%d returned=%d of %s".formatted(called, returned, text));
    }
  }

  @Override
  public String toString() {
    return "%d..%d %s".formatted(called, returned, text);
  }
}

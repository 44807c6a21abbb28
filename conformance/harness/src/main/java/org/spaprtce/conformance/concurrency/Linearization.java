package org.spaprtce.conformance.concurrency;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The search for an order in which calls can have taken effect one after the other, each between
 * its call and its return (Wing and Gong, with a memory of what was tried).
 *
 * @param <S> states
 */
public final class Linearization<S> {

  /** Most calls of a history; longer ones are cut where no call is under way. */
  public static final int MOST_CALLS = 64;

  private record Tried<S>(long done, S state) {}

  private final List<Call<S>> calls;

  /** For each call, those that returned before it was called, as bits. */
  private final long[] earlier;

  private final Set<Tried<S>> tried = new HashSet<>();
  private final Set<S> ends = new LinkedHashSet<>();
  private final List<Call<S>> order = new ArrayList<>();
  private List<Call<S>> longest = List.of();

  private Linearization(List<Call<S>> calls) {
    this.calls = calls;
    this.earlier = new long[calls.size()];
    for (int i = 0; i < earlier.length; i++) {
      for (int j = 0; j < earlier.length; j++) {
        if (calls.get(j).returned() < calls.get(i).called()) {
          earlier[i] |= 1L << j;
        }
      }
    }
  }

  /**
   * What a history can have been.
   *
   * @param <S> states
   * @param ends the states after all calls, of all orders that explain what was seen; none if no
   *     order does
   * @param longest as many calls as some order explains, in that order
   */
  public record Result<S>(Set<S> ends, List<Call<S>> longest) {

    /** {@return whether some order explains the history} */
    public boolean isLinearizable() {
      return !ends.isEmpty();
    }
  }

  /**
   * Searches all orders.
   *
   * @param <S> states
   * @param starts the states that the history can have begun in
   * @param calls the history, in any order
   * @throws IllegalArgumentException if there are more calls than {@value #MOST_CALLS}
   */
  public static <S> Result<S> of(Collection<S> starts, List<Call<S>> calls) {
    if (calls.size() > MOST_CALLS) {
      throw new IllegalArgumentException("calls=%d > %d".formatted(calls.size(), MOST_CALLS));
    }
    Linearization<S> search = new Linearization<>(List.copyOf(calls));
    starts.forEach(start -> search.from(start, 0));
    return new Result<>(search.ends, search.longest);
  }

  private void from(S state, long done) {
    if (!tried.add(new Tried<>(done, state))) {
      return;
    }
    if (order.size() > longest.size()) {
      longest = List.copyOf(order);
    }
    if (Long.bitCount(done) == calls.size()) {
      ends.add(state);
      return;
    }
    for (int i = 0; i < earlier.length; i++) {
      boolean isNext = (done & (1L << i)) == 0 && (earlier[i] & ~done) == 0;
      if (isNext) {
        for (S next : calls.get(i).effect().apply(state)) {
          order.add(calls.get(i));
          from(next, done | (1L << i));
          order.removeLast();
        }
      }
    }
  }
}

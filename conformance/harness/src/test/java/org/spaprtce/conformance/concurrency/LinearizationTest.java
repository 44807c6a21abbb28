package org.spaprtce.conformance.concurrency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Orders of calls of a counter. */
class LinearizationTest {

  /** A call that adds and tells what was there. */
  private static Call<Integer> add(long called, long returned, int by, int seen) {
    return new Call<>(
        "add " + by + ": " + seen,
        called,
        returned,
        state -> state == seen ? List.of(state + by) : List.of());
  }

  /** A call that adds one or two and does not tell. */
  private static Call<Integer> addSome(long called, long returned) {
    return new Call<>("addSome", called, returned, state -> List.of(state + 1, state + 2));
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static Set<Integer> ends(Call<Integer>... calls) {
    return Linearization.of(List.of(0), List.of(calls)).ends();
  }

  @Test
  void calls_thatOverlap_mayTakeEffectInAnyOrder() {
    assertEquals(Set.of(3), ends(add(1, 4, 1, 2), add(2, 3, 2, 0)));
    assertEquals(Set.of(3), ends(add(1, 4, 1, 0), add(2, 3, 2, 1)));
    assertEquals(Set.of(6), ends(add(1, 9, 1, 5), add(2, 4, 2, 3), add(3, 5, 3, 0)));
  }

  @Test
  void calls_oneAfterTheOther_takeEffectInThatOrder() {
    assertEquals(Set.of(3), ends(add(1, 2, 1, 0), add(3, 4, 2, 1)));
    assertEquals(Set.of(), ends(add(1, 2, 1, 2), add(3, 4, 2, 0)));
  }

  @Test
  void calls_thatSawTheSame_areNoOrder() {
    var result =
        Linearization.of(List.of(0), List.of(add(1, 3, 1, 0), add(2, 4, 1, 0), add(5, 6, 1, 2)));
    assertFalse(result.isLinearizable());
    assertEquals(List.of(add(1, 3, 1, 0).text()), texts(result.longest()));
  }

  @Test
  void calls_withSeveralEffects_haveSeveralEnds() {
    assertEquals(Set.of(2, 3, 4), ends(addSome(1, 3), addSome(2, 4)));
    assertEquals(Set.of(3), ends(addSome(1, 2), add(3, 4, 1, 2)));
    assertEquals(Set.of(5, 6, 7), Linearization.of(List.of(4, 5), List.of(addSome(1, 2))).ends());
  }

  @Test
  void history_ofRealCalls_isLinearizable() {
    var random = new Random(1);
    for (int round = 0; round < 100; round++) {
      var calls = new ArrayList<Call<Integer>>();
      int sum = 0;
      for (int i = 0; i < 30; i++) {
        int by = random.nextInt(3);
        // Takes effect at 10 * i, and lasts up to three others longer on both sides.
        calls.add(add(10 * i - random.nextInt(1, 35), 10 * i + random.nextInt(1, 35), by, sum));
        sum += by;
      }
      Collections.shuffle(calls, random);
      assertEquals(Set.of(sum), Linearization.of(List.of(0), calls).ends());
    }
  }

  @Test
  void calls_tooMany_areMisuse() {
    var calls = new ArrayList<Call<Integer>>();
    for (int i = 0; i < Linearization.MOST_CALLS; i++) {
      calls.add(add(2L * i, 2L * i + 1, 1, i));
    }
    assertTrue(Linearization.of(List.of(0), calls).isLinearizable());
    calls.add(add(1000, 1001, 1, 64));
    assertThrows(IllegalArgumentException.class, () -> Linearization.of(List.of(0), calls));
  }

  @Test
  void call_thatReturnsBeforeItIsCalled_isMisuse() {
    assertThrows(IllegalArgumentException.class, () -> add(2, 2, 1, 0));
  }

  private static List<String> texts(List<Call<Integer>> calls) {
    return calls.stream().map(Call::text).toList();
  }
}

package org.spaprtce.oracle.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Expands states of a module whose one step adds 1, fails at 13, and does not end at 1000. */
class FrontierTest {
  private static final long ENDLESS = 1000;

  private static final class Counter extends CompiledModule {
    private final Set<Long> seen = Collections.synchronizedSet(new HashSet<>());

    Counter(RuntimeException failure) {
      super("Counter", List.of(), List.of("x"), Map.of(), Map.of(), Map.of());
      next(
          List.of("Up"),
          (s, n, a, k) -> {
            long x = s.get(0).asLong();
            seen.add(x);
            while (x == ENDLESS && !Thread.currentThread().isInterrupted()) {
              LockSupport.park();
            }
            if (x == 13) {
              throw failure;
            }
            n.label("Up");
            n.assign("", 0, Values.integer(x + 1));
            k.run();
            n.release(0);
          });
      action(
          "Add",
          1,
          (s, n, a, k) -> {
            n.assign("", 0, Values.integer(s.get(0).asLong() + a[0].asLong()));
            k.run();
          });
    }
  }

  private static State x(long value) {
    return State.of(Map.of("x", Values.integer(value)));
  }

  private static List<State> states(long from, long to) {
    return LongStream.range(from, to).mapToObj(FrontierTest::x).toList();
  }

  private static List<Counter> counters(int count) {
    return Stream.generate(() -> new Counter(new TlaError("thirteen"))).limit(count).toList();
  }

  @Test
  void expand_manyStates_keepsTheirOrder() {
    for (int threads = 1; threads <= 3; threads++) {
      List<Counter> counters = counters(threads);
      try (Frontier frontier = new Frontier(counters, List.of())) {
        List<List<Frontier.Step>> all = frontier.expand(states(20, 520));
        List<State> successors = new ArrayList<>();
        for (List<Frontier.Step> steps : all) {
          assertEquals(1, steps.size());
          assertEquals(new Label("Up", List.of()), steps.getFirst().label());
          successors.add(steps.getFirst().successor());
        }
        assertEquals(states(21, 521), successors);
        assertEquals(500, counters.stream().mapToInt(counter -> counter.seen.size()).sum());
      }
    }
  }

  @Test
  void expand_moreActions_takesThemAfterThoseOfNext() {
    Label add = new Label("Add", List.of(Values.integer(5)));
    try (Frontier frontier = new Frontier(counters(2), List.of(add))) {
      List<Frontier.Step> steps = frontier.expand(states(1, 2)).getFirst();
      assertEquals(
          List.of(
              new Frontier.Step(new Label("Up", List.of()), x(2)), new Frontier.Step(add, x(6))),
          steps);
    }
  }

  @Test
  void expand_noStates_givesNothing() {
    try (Frontier frontier = new Frontier(counters(2), List.of())) {
      assertTrue(frontier.expand(List.of()).isEmpty());
    }
  }

  @Test
  void expand_stateWithoutValue_passesTheErrorOn() {
    RuntimeException failure = new TlaError("thirteen");
    for (int threads = 1; threads <= 2; threads++) {
      List<Counter> counters = Stream.generate(() -> new Counter(failure)).limit(threads).toList();
      try (Frontier frontier = new Frontier(counters, List.of())) {
        TlaError error = assertThrows(TlaError.class, () -> frontier.expand(states(10, 20)));
        assertSame(failure, error);
      }
    }
  }

  @Test
  void expand_interrupted_saysSo() {
    try (Frontier frontier = new Frontier(counters(2), List.of())) {
      Thread.currentThread().interrupt();
      assertThrows(
          IllegalStateException.class, () -> frontier.expand(states(ENDLESS, ENDLESS + 1)));
      assertTrue(Thread.interrupted());
    }
  }
}

package org.spaprtce.oracle.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Search trees whose elements come and go in orders that would make a list of a plain tree. */
class SetIndexTest {
  private static final int COUNT = 4_000;

  /** A tree that is as deep as a list overflows it. */
  private static final long SMALL_STACK = 1 << 17;

  private static final IndexSpec BY_NUMBER =
      IndexSpec.of(1, false, false, n -> new Value[] {Values.integer(n.asLong() / 2)});
  private static final IndexSpec INTERVALS =
      IndexSpec.of(0, true, true, pair -> new Value[] {at(pair, 1), at(pair, 2)});

  private static Value at(Value pair, long place) {
    return pair.at(Values.integer(place));
  }

  static Stream<IntUnaryOperator> orders() {
    return Stream.of(
        i -> i,
        i -> COUNT - 1 - i,
        i -> i % 2 == 0 ? i / 2 : COUNT - 1 - i / 2,
        i -> i * 7 % COUNT);
  }

  @ParameterizedTest
  @MethodSource("orders")
  void lookUp_afterChangesInAnyOrder_findsWhatIsThere(IntUnaryOperator order) throws Exception {
    onSmallStack(() -> {
      SetIndex index = emptyIndex(BY_NUMBER);
      for (int i = 0; i < COUNT; i++) {
        index = with(index, Values.integer(order.applyAsInt(i)));
      }
      assertHolds(index, 0, COUNT);
      for (int i = 0; i < COUNT - 100; i++) {
        index = index.without(Values.integer(i));
      }
      assertHolds(index, COUNT - 100, COUNT);
      for (int i = COUNT - 1; i >= COUNT - 98; i--) {
        index = index.without(Values.integer(i));
      }
      assertHolds(index, COUNT - 100, COUNT - 98);
    });
  }

  /** Each key belongs to two numbers: an even one and the one after it. */
  private static void assertHolds(SetIndex index, int from, int to) {
    for (int key = 0; key < COUNT / 2; key++) {
      List<Value> expected =
          IntStream.of(2 * key, 2 * key + 1)
              .filter(number -> number >= from && number < to)
              .<Value>mapToObj(Values::integer)
              .toList();
      assertEquals(expected, index.lookUp(new Value[][] {{Values.integer(key)}}));
    }
    assertEquals(List.of(), index.lookUp(new Value[][] {{Values.integer(COUNT)}}));
  }

  private static void onSmallStack(Runnable check) throws Exception {
    FutureTask<Boolean> task = new FutureTask<>(check, true);
    Thread thread = new Thread(null, task, "small-stack", SMALL_STACK);
    thread.start();
    try {
      task.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }

  private static SetIndex emptyIndex(IndexSpec spec) {
    return present(SetIndex.of(spec, Values.EMPTY_SET));
  }

  private static SetIndex with(SetIndex index, Value element) {
    return present(index.with(element));
  }

  private static SetIndex present(@Nullable SetIndex index) {
    assertNotNull(index);
    return index;
  }

  private static Value interval(long start, long end) {
    return Values.tuple(Values.integer(start), Values.integer(end));
  }

  @Test
  void without_innerElements_keepsTheOthers() {
    for (int removed = 0; removed < 31; removed++) {
      SetIndex index = emptyIndex(BY_NUMBER);
      for (int i = 0; i < 31; i++) {
        index = with(index, Values.integer(2L * i));
      }
      index = index.without(Values.integer(2L * removed)).without(Values.integer(99));
      for (int i = 0; i < 31; i++) {
        List<Value> expected = i == removed ? List.of() : List.of(Values.integer(2L * i));
        assertEquals(expected, index.lookUp(new Value[][] {{Values.integer(i)}}));
      }
    }
  }

  @Test
  void with_elementThatIsThere_changesNothing() {
    SetIndex index = with(with(emptyIndex(BY_NUMBER), Values.integer(1)), Values.integer(2));
    index = with(with(index, Values.integer(1)), Values.integer(2));
    assertEquals(List.of(Values.integer(1)), index.lookUp(new Value[][] {{Values.integer(0)}}));
    assertEquals(List.of(Values.integer(2)), index.lookUp(new Value[][] {{Values.integer(1)}}));
  }

  @Test
  void lookUp_intervals_meetTheBoundsOrTouchThem() {
    List<Value> all = new ArrayList<>();
    SetIndex index = emptyIndex(INTERVALS);
    for (int i = 0; i < 40; i++) {
      Value interval = interval(10L * (i * 7 % 40), 10L * (i * 7 % 40) + 9);
      all.add(interval);
      index = with(index, interval);
    }
    all.sort(Values.ORDER);
    for (int low = 0; low < 400; low += 3) {
      for (int high = low; high < low + 30; high += 4) {
        int from = low;
        int to = high;
        List<Value> expected =
            all.stream()
                .filter(pair -> at(pair, 1).asLong() <= to && at(pair, 2).asLong() >= from)
                .toList();
        Value[] bounds = {Values.integer(to), Values.integer(from)};
        assertEquals(expected, index.lookUp(new Value[][] {bounds}));
      }
    }
  }

  @Test
  void lookUp_longIntervals_areFoundFromAnywhere() {
    SetIndex index = emptyIndex(INTERVALS);
    for (int i = 0; i < 50; i++) {
      index = with(index, interval(i, i % 10 == 0 ? 1000 : i + 1));
    }
    Value[] far = {Values.integer(500), Values.integer(500)};
    assertEquals(5, index.lookUp(new Value[][] {far}).size());
    for (int i = 0; i < 50; i += 10) {
      index = index.without(interval(i, 1000));
    }
    assertEquals(List.of(), index.lookUp(new Value[][] {far}));
    Value[] near = {Values.integer(7), Values.integer(7)};
    assertEquals(List.of(interval(6, 7), interval(7, 8)), index.lookUp(new Value[][] {near}));
    assertEquals(2, index.lookUp(new Value[][] {far, near}).size());
  }

  @Test
  void with_elementWithoutTerms_givesNoIndex() {
    SetIndex index = emptyIndex(INTERVALS);
    Value words = Values.tuple(Values.integer(1), Values.string("end"));
    assertNull(index.with(words));
    assertNull(SetIndex.of(INTERVALS, Values.set(words)));
    IndexSpec failing =
        IndexSpec.of(
            1,
            false,
            false,
            element -> {
              throw new TlaError("no terms for " + element);
            });
    assertNull(emptyIndex(failing).with(words));
    IndexSpec ofWords = IndexSpec.of(1, false, false, element -> new Value[] {at(element, 2)});
    assertEquals(
        List.of(words),
        with(emptyIndex(ofWords), words).lookUp(new Value[][] {{Values.string("end")}}));
  }
}

package org.spaprtce.oracle.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A filter of a large set is a set like any other, and runs when its elements are asked for. */
class FilteredSetTest {
  private static final IndexSpec BY_REST =
      IndexSpec.of(1, false, false, n -> new Value[] {Values.integer(n.asLong() % 10)});
  private static final IndexSpec BY_START = IndexSpec.of(0, true, false, n -> new Value[] {n});

  private final FiniteSet numbers = Values.range(0, 99).finite();
  private int tried;
  private Value threes = numbers;

  @BeforeEach
  void filter() {
    threes = Sets.filter("", numbers, counted(n -> n.asLong() % 10 == 3), BY_REST, () -> bounds(3));
  }

  private Predicate<Value> counted(Predicate<Value> predicate) {
    return value -> {
      tried++;
      return predicate.test(value);
    };
  }

  private static Value[][] bounds(long bound) {
    return new Value[][] {{Values.integer(bound)}};
  }

  @Test
  void filter_largeSet_triesWhatTheIndexFinds() {
    assertInstanceOf(FilteredSet.class, threes);
    assertEquals(0, tried);
    String text = "{3, 13, 23, 33, 43, 53, 63, 73, 83, 93}";
    assertEquals(text, threes.toString());
    assertEquals(10, tried);
    assertEquals(Values.parse(text), Sets.elements("", threes));
    assertEquals(Values.integer(10), Sets.cardinality("", threes));
    assertTrue(Sets.isFinite("", threes));
    assertTrue(Sets.in("", Values.integer(13), threes));
    assertFalse(Sets.in("", Values.integer(14), threes));
    assertEquals(10, tried);
  }

  @Test
  void filter_smallSet_isFilteredAtOnce() {
    Value few = Values.range(0, SetIndex.WORTHWHILE - 2).finite();
    assertInstanceOf(
        FiniteSet.class, Sets.filter("", few, n -> n.asLong() == 3, BY_REST, () -> bounds(3)));
    Value enough = Values.range(0, SetIndex.WORTHWHILE - 1).finite();
    assertInstanceOf(
        FilteredSet.class, Sets.filter("", enough, n -> n.asLong() == 3, BY_REST, () -> bounds(3)));
  }

  @Test
  void filter_again_satisfiesBoth() {
    Value low = Sets.filter("", threes, n -> n.asLong() < 30);
    assertInstanceOf(FilteredSet.class, low);
    assertEquals(0, tried);
    assertEquals(Values.parse("{3, 13, 23}"), Sets.elements("", low));
    assertEquals(10, tried);
    Sets.elements("", threes);
    assertInstanceOf(FiniteSet.class, Sets.filter("", threes, n -> n.asLong() < 30));
  }

  @Test
  void filter_againWithIndex_takesTheOneThatBoundsTheStart() {
    Value low = Sets.filter("", threes, counted(n -> n.asLong() <= 4), BY_START, () -> bounds(4));
    assertEquals(Values.parse("{3}"), Sets.elements("", low));
    assertEquals(5 + 1, tried);
    tried = 0;
    Value ends = Sets.filter("", numbers, counted(n -> n.asLong() <= 4), BY_START, () -> bounds(4));
    Value same = Sets.filter("", ends, n -> n.asLong() % 10 == 3, BY_REST, () -> bounds(3));
    assertEquals(Values.parse("{3}"), Sets.elements("", same));
    assertEquals(5, tried);
  }

  @Test
  void filter_againAfterItIsKnown_filtersTheFewThatAreLeft() {
    Sets.elements("", threes);
    tried = 0;
    Value low = Sets.filter("", threes, counted(n -> n.asLong() <= 4), BY_START, () -> bounds(4));
    assertInstanceOf(FiniteSet.class, low);
    assertEquals(10, tried);
    assertEquals(Values.parse("{3}"), low);
  }

  @Test
  void filter_againAfterItIsKnown_asksTheIndexIfManyAreLeft() {
    long last = SetIndex.WORTHWHILE - 1;
    Value many = Sets.filter("", numbers, n -> n.asLong() <= last, BY_START, () -> bounds(last));
    assertEquals(SetIndex.WORTHWHILE, Sets.elements("", many).size());
    Value low = Sets.filter("", many, counted(n -> n.asLong() <= 4), BY_START, () -> bounds(4));
    assertInstanceOf(FilteredSet.class, low);
    assertEquals(Values.range(0, 4), Sets.elements("", low));
    assertEquals(5, tried);
  }

  @Test
  void intersection_union_difference_takeItsElements() {
    Value low = Values.range(0, 20);
    assertEquals(Values.parse("{3, 13}"), Sets.intersection("", threes, low));
    assertEquals(Values.parse("{3, 13}"), Sets.intersection("", low, threes));
    assertEquals(10, Sets.elements("", Sets.difference("", threes, Values.EMPTY_SET)).size());
    assertEquals(90, Sets.elements("", Sets.difference("", numbers, threes)).size());
    assertEquals(11, Sets.elements("", Sets.union("", threes, Values.parse("{1}"))).size());
    assertTrue(Sets.subset("", threes, numbers));
    assertTrue(Logic.equal("", threes, Values.set(threes.asList())));
  }

  @Test
  void filter_failingPredicate_failsWhenItsElementsAreNeeded() {
    Value failing =
        Sets.filter(
            "at",
            numbers,
            n -> {
              throw new TlaError("no value for " + n);
            },
            BY_REST,
            () -> bounds(3));
    TlaError error = assertThrows(TlaError.class, () -> Sets.elements("at", failing));
    assertEquals("at: no value for 3", error.getMessage());
  }

  @Test
  void bounds_ofSeveralElements_areLookedUpTogether() {
    Value[][] rows = Sets.bounds("", Values.parse("{3, 5}"), n -> new Value[][] {{n}});
    Value found = Sets.filter("", numbers, n -> n.asLong() < 15, BY_REST, () -> rows);
    assertEquals(List.of(2, 1), List.of(rows.length, rows[0].length));
    assertEquals(Values.parse("{3, 5, 13}"), Sets.elements("", found));
  }

  @Test
  void flatten_fewOrManySets_uniteThem() {
    assertEquals(Values.range(0, 99), Sets.flatten("", Values.set(numbers, Values.EMPTY_SET)));
    Value five = Values.parse("{{1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}}");
    assertEquals(Values.range(1, 5), Sets.flatten("", five));
    assertThrows(TlaError.class, () -> Sets.flatten("", Values.parse("{1}")));
    assertThrows(TlaError.class, () -> Sets.flatten("", Values.parse("{1, 2, 3, 4, 5}")));
  }
}

package org.spaprtce.oracle.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Sets as sorted arrays, large ones and slices of others among them. */
class FiniteSetTest {
  private static final FiniteSet LARGE = Values.range(0, 39).finite();

  private static FiniteSet set(String text) {
    return (FiniteSet) Values.parse(text);
  }

  private static FiniteSet without(FiniteSet set, long... elements) {
    FiniteSet rest = set;
    for (long element : elements) {
      rest = rest.difference(Values.set(Values.integer(element)));
    }
    return rest;
  }

  @Test
  void equals_sets_haveTheSameElements() {
    assertEquals(set("{1, 2}"), set("{2, 1}"));
    assertNotEquals(set("{1, 2}"), set("{1, 3}"));
    assertNotEquals(set("{1, 2}"), set("{1}"));
    assertNotEquals(set("{1}"), (Object) "text");
    assertEquals(without(LARGE, 0, 39), Values.range(1, 38));
  }

  @Test
  void contains_amongFew_asksEachInTurn() {
    FiniteSet few = set("{1, a, b, c, d, e, f, g}");
    Value tuple = Values.tuple();
    TlaError error = assertThrows(TlaError.class, () -> few.contains(tuple));
    assertEquals("comparing 1 with <<>>", error.getMessage());
    assertEquals(-1, few.indexOf(Values.model("bb")));
    assertEquals(7, few.indexOf(Values.model("g")));
  }

  @Test
  void union_smallAndLarge_isTheSameInEitherOrder() {
    FiniteSet few = set("{-1, 0, 5, 50}");
    FiniteSet all = LARGE.union(few);
    assertEquals(42, all.size());
    assertEquals(all, few.union(LARGE));
    assertEquals(Values.integer(-1), all.get(0));
    assertEquals(Values.integer(50), all.get(41));
    assertSame(LARGE, LARGE.union(set("{0, 39}")));
    assertSame(LARGE, LARGE.union(LARGE));
    assertEquals(Values.range(0, 60), LARGE.union(Values.range(20, 60).finite()));
  }

  @Test
  void difference_ofSlices_takesTheRightElement() {
    FiniteSet slice = without(LARGE, 0, 1, 39, 38);
    assertEquals(Values.range(2, 37), slice);
    FiniteSet holed = without(slice, 20);
    assertEquals(35, holed.size());
    assertEquals(Values.range(2, 19).finite().union(Values.range(21, 37).finite()), holed);
    assertEquals(Values.range(3, 37), without(slice, 2));
    assertEquals(Values.range(2, 36), without(slice, 37));
    assertSame(slice, without(slice, 0, 38, 100));
    assertSame(LARGE, LARGE.difference(set("{-1, 40}")));
    assertEquals(Values.EMPTY_SET, LARGE.difference(LARGE));
    assertEquals(Values.range(0, 9), LARGE.difference(Values.range(10, 60).finite()));
    FiniteSet small = without(set("{1, 2, 3, 4}"), 1);
    assertEquals(set("{2, 4}"), without(small, 3));
    assertEquals(set("{2, 3}"), without(small, 4));
    assertEquals(1, small.indexOf(Values.integer(3)));
    assertEquals(-1, small.indexOf(Values.integer(1)));
  }

  @Test
  void intersection_ofSlices_takesWhatBothHave() {
    FiniteSet slice = without(LARGE, 0, 39);
    assertEquals(set("{1, 38}"), slice.intersection(set("{0, 1, 38, 39}")));
    assertEquals(set("{1, 38}"), set("{0, 1, 38, 39}").intersection(slice));
  }
}

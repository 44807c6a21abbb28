package org.spaprtce.oracle.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What is known of a large set is known of the sets that a few changes make of it. */
class KeptPartTest {
  private static final IndexSpec BY_TENS =
      IndexSpec.of(1, false, false, n -> new Value[] {Values.integer(n.asLong() / 10)});

  /** So many elements are few. */
  private static final int FEW = 8;

  /** The smallest set of which something is kept; of this one nothing is known yet. */
  private final FiniteSet least = Values.range(0, SetIndex.WORTHWHILE - 1).finite();

  private final FiniteSet others = Values.range(100, 100 + FEW - 1).finite();
  private int tried;

  private final ElementTest even =
      ElementTest.of(n -> {
        tried++;
        return n.asLong() % 2 == 0;
      });

  private void assertEvens(int number, Value set) {
    assertEquals(number, Sets.filter("", set, even).asList().size());
  }

  @Test
  void filter_again_triesTheElementsOfSmallSetsOnly() {
    assertEvens(8, least);
    assertEquals(least.size(), tried);
    tried = 0;
    assertEvens(8, least);
    assertEquals(0, tried);
    FiniteSet small = least.difference(Values.set(Values.integer(1)));
    assertEvens(8, small);
    tried = 0;
    assertEvens(8, small);
    assertEquals(least.size() - 1, tried);
  }

  @Test
  void filter_byTwoTests_givesEachItsPart() {
    assertEvens(8, least);
    ElementTest third = ElementTest.of(n -> n.asLong() % 3 == 0);
    assertEquals(Values.parse("{0, 3, 6, 9, 12, 15}"), Sets.filter("", least, third));
    assertEvens(8, least);
  }

  @Test
  void union_fewMore_triesThoseOnly() {
    assertEvens(8, least);
    tried = 0;
    assertEvens(12, least.union(others));
    assertEquals(FEW, tried);
    assertEvens(12, others.union(least));
    assertEquals(2 * FEW, tried);
  }

  @Test
  void difference_fewLess_triesThoseOnly() {
    FiniteSet all = Values.range(0, 63).finite();
    assertEvens(32, all);
    tried = 0;
    assertEvens(31, all.difference(Values.set(Values.integer(20))));
    assertEquals(1, tried);
    assertEvens(28, all.difference(Values.range(10, 10 + FEW - 1).finite()));
    assertEquals(1 + FEW, tried);
  }

  @Test
  void flatten_largeSetWithFewOthers_triesThoseOnly() {
    assertEvens(8, least);
    tried = 0;
    Value sets = Sets.union("", Values.parse("{{21}, {22}, {23}}"), Values.set(least));
    assertEvens(9, Sets.flatten("", sets));
    assertEquals(3, tried);
  }

  @Test
  void filter_withAnIndexAlone_findsWhatWasAdded() {
    assertEquals(Values.range(10, 15), Sets.elements("", tens(least)));
    FiniteSet more = least.union(Values.set(Values.integer(17)));
    assertEquals(Values.parse("{10, 11, 12, 13, 14, 15, 17}"), Sets.elements("", tens(more)));
    FiniteSet fewer = more.difference(Values.set(Values.integer(12)));
    assertEquals(Values.parse("{10, 11, 13, 14, 15, 17}"), Sets.elements("", tens(fewer)));
  }

  private static Value tens(FiniteSet set) {
    return Sets.filter(
        "", set, n -> n.asLong() / 10 == 1, BY_TENS, () -> new Value[][] {{Values.integer(1)}});
  }
}

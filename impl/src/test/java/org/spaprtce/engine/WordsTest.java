package org.spaprtce.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Arithmetic of unsigned words. */
class WordsTest {

  @Property
  void floor_anyKeys_isTheLastOneNotAbove(@ForAll long[] keys, @ForAll long key) {
    long[] sorted =
        Arrays.stream(keys).boxed().sorted(Long::compareUnsigned).mapToLong(k -> k).toArray();
    int expected = -1;
    for (int i = 0; i < sorted.length; i++) {
      expected = Long.compareUnsigned(sorted[i], key) <= 0 ? i : expected;
    }
    assertEquals(expected, Words.floor(sorted, sorted.length, key));
  }

  @Test
  void floor_ofSomePlaces_doesNotLookBehindThem() {
    assertEquals(1, Words.floor(new long[] {1, 2, 0, 0}, 2, 9));
    assertEquals(0, Words.floor(new long[] {1, 2}, 2, 1));
    assertEquals(1, Words.floor(new long[] {1, -2}, 2, -1));
    assertEquals(-1, Words.floor(new long[] {1}, 0, 1));
  }

  @Test
  void overlap_rangesAtTheTop_doNotWrap() {
    assertFalse(Words.overlap(-4, 4, 0, 4));
    assertTrue(Words.overlap(-4, 4, -1, 1));
    assertTrue(Words.overlap(-1, 1, -4, 4));
    assertFalse(Words.overlap(0, 4, 4, 4));
    assertFalse(Words.overlap(4, 4, 0, 4));
    assertTrue(Words.overlap(0, 5, 4, 4));
  }

  @Test
  void min_aboveTheSignedRange_isUnsigned() {
    assertEquals(1, Words.min(1, -1));
    assertEquals(1, Words.min(-1, 1));
  }
}

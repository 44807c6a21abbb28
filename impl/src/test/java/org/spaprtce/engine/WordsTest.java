package org.spaprtce.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
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

  @Property
  void floor_anyDensity_isTheSame(
      @ForAll long[] keys, @ForAll @IntRange(max = 40) int near, @ForAll long density) {
    long[] sorted =
        Arrays.stream(keys).boxed().sorted(Long::compareUnsigned).mapToLong(k -> k).toArray();
    long right = Words.density(sorted, sorted.length);
    for (int place = 0; place < sorted.length; place++) {
      long key = sorted[place] + near - 20;
      int expected = Words.floor(sorted, sorted.length, key);
      assertEquals(expected, Words.floor(sorted, sorted.length, key, right));
      assertEquals(expected, Words.floor(sorted, sorted.length, key, density));
    }
    assertEquals(-1, Words.floor(sorted, 0, near, density));
  }

  @Test
  void density_evenlySpacedKeys_givesTheirPlaces() {
    long[] keys = LongStream.range(0, 1000).map(i -> -3000 + 3 * i).toArray();
    long density = Words.density(keys, keys.length);
    for (int place = 0; place < keys.length; place++) {
      long estimate = Math.unsignedMultiplyHigh(keys[place] + 1 - keys[0], density);
      assertEquals(place, estimate);
    }
    assertEquals(0, Words.density(keys, 1));
    assertEquals(0, Words.density(new long[] {5, 6, 6}, 3));
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

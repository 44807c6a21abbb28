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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arithmetic of unsigned words. */
class WordsTest {

  /** The place by looking at all keys. */
  private static int floor(long[] keys, long key) {
    int last = -1;
    for (int i = 0; i < keys.length; i++) {
      last = Long.compareUnsigned(keys[i], key) <= 0 ? i : last;
    }
    return last;
  }

  @Property
  void floor_anyDensity_isTheLastKeyNotAbove(
      @ForAll long[] keys,
      @ForAll long any,
      @ForAll @IntRange(max = 40) int near,
      @ForAll long density) {
    long[] sorted =
        Arrays.stream(keys).boxed().sorted(Long::compareUnsigned).mapToLong(k -> k).toArray();
    long right = Words.density(sorted, sorted.length);
    LongStream.concat(LongStream.of(any), LongStream.of(keys).map(k -> k + near - 20))
        .forEach(key -> {
          int expected = floor(sorted, key);
          assertEquals(expected, Words.floor(sorted, sorted.length, key, right));
          assertEquals(expected, Words.floor(sorted, sorted.length, key, density));
          assertEquals(expected, Words.floor(sorted, sorted.length, key, 0));
          assertEquals(expected, Words.floor(sorted, sorted.length, key, -1));
        });
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
    assertEquals((1L << 62) - 1, Words.density(new long[] {-1, 3}, 2));
    assertEquals(0, Words.density(new long[] {5, 6, 6}, 3));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1L << 63, -1})
  void floor_ofSomePlaces_doesNotLookBehindThem(long density) {
    assertEquals(1, Words.floor(new long[] {1, 2, 0, 0}, 2, 9, density));
    assertEquals(0, Words.floor(new long[] {1, 2}, 2, 1, density));
    assertEquals(1, Words.floor(new long[] {1, -2}, 2, -1, density));
    assertEquals(-1, Words.floor(new long[] {1}, 0, 1, density));
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

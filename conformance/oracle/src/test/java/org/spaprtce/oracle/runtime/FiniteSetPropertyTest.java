package org.spaprtce.oracle.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Sets as sorted arrays against Java's. */
class FiniteSetPropertyTest {
  private static FiniteSet of(Set<Integer> elements) {
    return Values.set(elements.stream().map(Values::integer).toList());
  }

  @Property
  void union_intersection_difference_matchJava(
      @ForAll @Size(max = 12) Set<@IntRange(max = 15) Integer> a,
      @ForAll @Size(max = 12) Set<@IntRange(max = 15) Integer> b) {
    Set<Integer> union = new TreeSet<>(a);
    union.addAll(b);
    Set<Integer> intersection = new TreeSet<>(a);
    intersection.retainAll(b);
    Set<Integer> difference = new TreeSet<>(a);
    difference.removeAll(b);
    assertEquals(of(union), of(a).union(of(b)));
    assertEquals(of(intersection), of(a).intersection(of(b)));
    assertEquals(of(difference), of(a).difference(of(b)));
    assertEquals(a.containsAll(b), Sets.isSubset(of(b), of(a)));
  }

  @Property
  void contains_filter_hash_ofSlices_matchJava(
      @ForAll @Size(min = 2, max = 12) Set<@IntRange(max = 15) Integer> a,
      @ForAll @IntRange(max = 15) int x) {
    TreeSet<Integer> rest = new TreeSet<>(a);
    FiniteSet slice = of(a).difference(of(Set.of(rest.first())));
    slice = slice.difference(of(Set.of(rest.last())));
    rest.pollFirst();
    rest.pollLast();
    assertEquals(of(rest), slice);
    assertEquals(of(rest).hashCode(), slice.hashCode());
    assertEquals(rest.contains(x), slice.contains(Values.integer(x)));
    rest.removeIf(element -> element <= x);
    assertEquals(of(rest), slice.filter(element -> element.asLong() > x));
  }
}

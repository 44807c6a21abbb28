package org.spaprtce.oracle.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.statistics.Statistics;

/** Sets that are trees, because they are very large and have changed. */
class VeryLargeSetTest {
  private static final int SIZE = FiniteSet.VERY_LARGE;

  private static FiniteSet one(long element) {
    return Values.set(Values.integer(element));
  }

  private static FiniteSet upTo(int last) {
    return Values.set(IntStream.rangeClosed(0, last).mapToObj(Values::integer).toList());
  }

  @Provide
  Arbitrary<List<Integer>> numbers() {
    return Arbitraries.integers()
        .between(-SIZE / 2, 2 * SIZE)
        .withDistribution(RandomDistribution.uniform())
        .list()
        .ofMinSize(20)
        .ofMaxSize(60);
  }

  /** Elements that are there are taken away, others are added; negative ones only looked at. */
  @Property(tries = 100)
  void changes_oneByOne_matchJava(@ForAll("numbers") List<Integer> changes) {
    FiniteSet set = upTo(SIZE);
    TreeSet<Long> model = new TreeSet<>();
    set.forEach(element -> model.add(element.asLong()));
    for (int change : changes) {
      if (change < 0) {
        assertEquals(model.size(), set.size());
        assertEquals(model.first(), set.get(0).asLong());
        assertEquals(model.last(), set.get(set.size() - 1).asLong());
      } else if (model.remove((long) change)) {
        set = set.difference(one(change));
        assertFalse(set.contains(Values.integer(change)));
      } else {
        model.add((long) change);
        set = set.union(one(change));
        assertTrue(set.contains(Values.integer(change)));
      }
    }
    FiniteSet expected = Values.set(model.stream().map(Values::integer).toList());
    assertEquals(expected.items(), set.items());
    assertEquals(expected, set);
    assertEquals(set, expected);
    assertEquals(expected.hashCode(), set.hashCode());
    assertEquals(expected.toString(), set.toString());
    assertEquals(expected.union(one(-1)), one(-1).union(set));
    Statistics.collect(set.size() >= SIZE ? "very large" : "smaller");
    Statistics.coverage(checker -> {
      checker.check("very large").percentage(p -> p > 20);
      checker.check("smaller").percentage(p -> p > 20);
    });
  }

  @Example
  void union_difference_withoutEffect_giveTheSetItself() {
    FiniteSet tree = upTo(SIZE).difference(one(7));
    assertSame(tree, tree.union(one(8)));
    assertSame(tree, tree.difference(one(7)));
    assertFalse(tree.contains(Values.integer(7)));
    assertTrue(tree.contains(Values.integer(8)));
    assertEquals(-1, tree.indexOf(Values.integer(7)));
    assertEquals(7, tree.indexOf(Values.integer(8)));
  }

  @Example
  void contains_otherKind_isAnErrorInATreeAsInAnArray() {
    Value text = Values.string("text");
    FiniteSet array = upTo(SIZE);
    FiniteSet tree = array.difference(one(7));
    assertThrows(TlaError.class, () -> array.contains(text));
    assertThrows(TlaError.class, () -> tree.contains(text));
    assertThrows(TlaError.class, () -> tree.union(Values.set(text)));
  }

  @Example
  void filter_ofATree_keepsItsIndexAndItsParts() {
    ElementTest even = ElementTest.of(n -> n.asLong() % 2 == 0);
    FiniteSet tree = upTo(2 * SIZE).difference(one(7));
    assertEquals(SIZE + 1, tree.passing(even).size());
    assertEquals(SIZE, tree.difference(one(8)).passing(even).size());
    assertEquals(SIZE + 2, tree.union(one(-8)).passing(even).size());
    assertEquals(SIZE, tree.filter(n -> n.asLong() % 2 == 1 || n.asLong() == 8).size());
  }

  private static long allocatedBy(Runnable work) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    work.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  /** An array of references to the elements has at least four bytes for each. */
  @Example
  void union_difference_ofATree_copyAPathAndNotTheElements() {
    FiniteSet tree = upTo(200_000).difference(one(7));
    FiniteSet more = one(-5);
    long bytes =
        allocatedBy(() -> {
          FiniteSet changed = tree.union(more).difference(one(100_000)).difference(one(-5));
          assertEquals(199_999, changed.size());
        });
    assertTrue(bytes < 200_000, () -> "bytes=" + bytes);
  }

  @Example
  void difference_ofTheLeastAgainAndAgain_copiesTheElementsOnce() {
    FiniteSet tree = upTo(3_000).difference(one(7));
    long bytes =
        allocatedBy(() -> {
          FiniteSet rest = tree;
          while (rest.size() > 0) {
            rest = rest.difference(Values.set(rest.get(0)));
          }
        });
    assertTrue(bytes < 3_000 * 400L, () -> "bytes=" + bytes);
  }
}

package org.spaprtce.oracle.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Large sets of records that change one by one, and what their indices find. */
class IndexedSetPropertyTest {
  private static final Field OWNER = Field.of("owner");
  private static final Field START = Field.of("start");
  private static final IndexSpec BY_OWNER =
      IndexSpec.of(1, false, false, r -> new Value[] {Functions.field("", r, OWNER)});
  private static final IndexSpec BY_RANGE =
      IndexSpec.of(
          0, true, true, r -> new Value[] {Functions.field("", r, START), Values.integer(end(r))});
  private static final IndexSpec BY_OWNER_AND_RANGE =
      IndexSpec.of(
          1,
          true,
          true,
          r ->
              new Value[] {
                Functions.field("", r, OWNER), Functions.field("", r, START), Values.integer(end(r))
              });
  private static final ElementTest STARTS =
      ElementTest.of(r -> Functions.field("", r, START) instanceof IntValue);
  private static final ElementTest EVEN = ElementTest.of(r -> start(r) % 2 == 0);

  private static long start(Value record) {
    return record.field("start").asLong();
  }

  private static long end(Value record) {
    return start(record) + record.field("size").asLong();
  }

  private static Value range(long owner, long start, long size) {
    return Values.record("owner", owner, "start", start, "size", size);
  }

  /** Records that are added if they are not there, else taken away. */
  @Provide
  Arbitrary<List<Value>> changes() {
    return Combinators.combine(
            Arbitraries.longs().between(0, 2),
            Arbitraries.longs().between(0, 30),
            Arbitraries.longs().between(0, 4))
        .as((owner, start, size) -> range(owner, start, size))
        .list()
        .ofMinSize(40)
        .ofMaxSize(160);
  }

  @Property(tries = 300)
  void filter_withAnIndex_findsWhatTheFilterFinds(
      @ForAll("changes") List<Value> changes,
      @ForAll("places") long owner,
      @ForAll("places") long from,
      @ForAll("places") long size) {
    FiniteSet set = Values.set();
    TreeSet<Value> model = new TreeSet<>(Values.ORDER);
    int large = 0;
    for (Value change : changes) {
      FiniteSet one = Values.set(change);
      boolean added = model.add(change);
      if (!added) {
        model.remove(change);
      }
      set = (FiniteSet) (added ? Sets.union("", set, one) : Sets.difference("", set, one));
      assertEquals(new ArrayList<>(model), set.asList());
      large += set.size() >= SetIndex.WORTHWHILE ? 1 : 0;
      check(set, owner, from, size);
    }
    Statistics.collect(large > 0 ? "large" : "small");
    Statistics.coverage(checker -> checker.check("large").percentage(p -> p > 50));
  }

  @Provide
  Arbitrary<Long> places() {
    return Arbitraries.longs().between(0, 32);
  }

  private static void check(FiniteSet set, long owner, long from, long size) {
    Value who = Values.integer(owner % 4);
    Predicate<Value> owned = r -> r.field("owner").equals(who);
    Predicate<Value> meets = r -> start(r) < from + size && end(r) > from;
    Value[] range = {Values.integer(from + size), Values.integer(from)};
    Value byOwner = Sets.filter("", set, owned, BY_OWNER, () -> new Value[][] {new Value[] {who}});
    Value byRange = Sets.filter("", set, meets, BY_RANGE, () -> new Value[][] {range});
    Value byBoth =
        Sets.filter(
            "",
            set,
            owned.and(meets),
            BY_OWNER_AND_RANGE,
            () -> new Value[][] {new Value[] {who, range[0], range[1]}});
    assertTrue(ValueOrder.equal(set.filter(owned), byOwner));
    assertTrue(ValueOrder.equal(set.filter(meets), byRange));
    assertTrue(ValueOrder.equal(set.filter(owned.and(meets)), byBoth));
    Value inTurn = Sets.filter("", byOwner, meets, BY_RANGE, () -> new Value[][] {range});
    assertTrue(ValueOrder.equal(set.filter(owned.and(meets)), inTurn));
    assertTrue(ValueOrder.equal(set.filter(EVEN), Sets.filter("", set, EVEN)), "part by a test");
  }

  private static FiniteSet ranges(int count) {
    List<Value> ranges = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ranges.add(range(i % 3, 10L * i, 10));
    }
    return Values.set(ranges);
  }

  @Example
  void filter_ofALargeSet_triesFewElements() {
    FiniteSet set = ranges(4096);
    int[] tried = {0};
    Value found =
        Sets.filter(
            "",
            set,
            r -> {
              tried[0]++;
              return start(r) < 20_005 && end(r) > 20_001;
            },
            BY_RANGE,
            () -> new Value[][] {{Values.integer(20_005), Values.integer(20_001)}});
    assertEquals(List.of(range(2000 % 3, 20_000, 10)), found.asList());
    assertTrue(tried[0] <= 3, () -> "tried=" + tried[0]);
  }

  @Example
  void passing_ofALargeSet_isTheSetItselfWhileAllPass() {
    FiniteSet set = ranges(64);
    assertSame(set, Sets.filter("", set, EVEN));
    FiniteSet more = set.union(Values.set(range(0, 6400, 1)));
    assertSame(more, Sets.filter("", more, EVEN));
    FiniteSet odd = more.union(Values.set(range(0, 6401, 1)));
    assertEquals(more, Sets.filter("", odd, EVEN));
    FiniteSet fewer = odd.difference(Values.set(range(0, 6400, 1)));
    assertEquals(set, Sets.filter("", fewer, EVEN));
  }

  @Example
  void union_withAnElementThatATestHasNoValueFor_failsOnlyWhereItIsFiltered() {
    FiniteSet set = ranges(64);
    assertSame(set, Sets.filter("", set, STARTS));
    Value odd = Values.record("owner", 5);
    FiniteSet more = set.union(Values.set(odd));
    assertEquals(65, more.size());
    assertThrows(TlaError.class, () -> Sets.filter("", more, STARTS));
    assertEquals(set, Sets.filter("", more.difference(Values.set(odd)), STARTS));
  }

  @Example
  void filter_ofElementsWithoutTheTerms_triesEach() {
    List<Value> values = new ArrayList<>(ranges(32).asList());
    values.add(Values.record("start", 5));
    FiniteSet set = Values.set(values);
    assertNull(set.index(BY_OWNER));
    Value found =
        Sets.filter(
            "", set, r -> !r.hasField("owner"), BY_OWNER, () -> new Value[][] {{Values.TRUE}});
    assertEquals(1, found.asList().size());
  }

  @Example
  void filter_whoseBoundsHaveNoValue_triesEach() {
    Value found =
        Sets.filter(
            "",
            ranges(32),
            r -> start(r) == 0,
            BY_OWNER,
            () -> {
              throw new TlaError("no value");
            });
    assertEquals(1, found.asList().size());
  }
}

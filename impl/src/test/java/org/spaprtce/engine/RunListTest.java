package org.spaprtce.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs in leaves: what is done in one leaf, and how leaves are split and joined. */
class RunListTest {

  private static final long PAGE = 0x1000;
  private static final int LEAF = RunLeaf.MOST;
  private static final int TAG = 6;

  private RunList list = new RunList();

  /** The bus address of a run; two neighbours leave room for three pages. */
  private static long iova(int number) {
    return 4 * PAGE * number;
  }

  private static TceRun run(int number) {
    return new TceRun(iova(number), iova(number), PAGE, TAG);
  }

  private void append(int from, int to) {
    for (int i = from; i < to; i++) {
      list.insert(list.end(), iova(i), iova(i), PAGE, TAG);
    }
  }

  private int place(int number) {
    return list.firstReaching(iova(number));
  }

  private void remove(int from, int to) {
    list.remove(place(from), place(to));
  }

  private List<TceRun> runs() {
    var runs = new ArrayList<TceRun>();
    for (int place = list.first(); place != list.end(); place = list.next(place)) {
      assertEquals(place, list.firstReaching(list.iova(place)));
      assertEquals(list.last(place), list.iova(place) + list.size(place) - 1);
      runs.add(list.at(place));
    }
    return runs;
  }

  /** The numbers of runs of all leaves: places of one leaf follow each other. */
  private List<Integer> leaves() {
    var counts = new ArrayList<Integer>();
    int count = 0;
    for (int place = list.first(); place != list.end(); place = list.next(place)) {
      count++;
      if (list.next(place) != place + 1) {
        counts.add(count);
        count = 0;
      }
    }
    return counts;
  }

  private void expect(List<TceRun> expected, Integer... leaves) {
    assertEquals(expected, runs());
    assertEquals(List.of(leaves), leaves());
    int place = list.end();
    for (int i = expected.size() - 1; i >= 0; i--) {
      place = list.previous(place);
      assertEquals(expected.get(i), list.at(place));
    }
    assertEquals(list.first(), place);
  }

  private static List<TceRun> range(int from, int to) {
    var runs = new ArrayList<TceRun>();
    for (int i = from; i < to; i++) {
      runs.add(run(i));
    }
    return runs;
  }

  private static List<TceRun> without(List<TceRun> runs, int from, int to) {
    var fewer = new ArrayList<>(runs);
    fewer.subList(from, to).clear();
    return fewer;
  }

  @Test
  void insert_ascending_fillsLeaves() {
    append(0, 3 * LEAF + 1);
    expect(range(0, 3 * LEAF + 1), LEAF, LEAF, LEAF, 1);
  }

  @Test
  void insert_descending_halvesLeaves() {
    for (int i = 2 * LEAF; i >= 0; i--) {
      list.insert(list.first(), iova(i), iova(i), PAGE, TAG);
    }
    int half = LEAF / 2;
    expect(range(0, 2 * LEAF + 1), half + 1, half, half, half);
  }

  @Test
  void insert_inAFullLeaf_halvesIt() {
    for (int at : new int[] {1, LEAF / 2 - 1, LEAF / 2, LEAF / 2 + 1, LEAF - 1}) {
      list = new RunList();
      append(0, 2 * LEAF);
      var more = new TceRun(iova(at) - PAGE, 0, PAGE, TAG);
      list.insert(place(at), more.iova(), more.ua(), more.size(), more.tag());
      List<TceRun> expected = range(0, 2 * LEAF);
      expected.add(at, more);
      int low = LEAF / 2 + (at <= LEAF / 2 ? 1 : 0);
      expect(expected, low, LEAF + 1 - low, LEAF);
    }
  }

  @Test
  void insert_betweenLeaves_goesToTheLowerOne() {
    append(0, 2 * LEAF);
    remove(LEAF - 1, LEAF);
    list.insert(place(LEAF), iova(LEAF - 1), iova(LEAF - 1), PAGE, TAG);
    expect(range(0, 2 * LEAF), LEAF, LEAF);
    var more = new TceRun(iova(LEAF) - PAGE, 0, PAGE, TAG);
    list.insert(place(LEAF), more.iova(), more.ua(), more.size(), more.tag());
    List<TceRun> expected = range(0, 2 * LEAF);
    expected.add(LEAF, more);
    expect(expected, LEAF / 2, LEAF / 2 + 1, LEAF);
  }

  @Test
  void firstReaching_betweenLeaves_isTheFirstOfTheHigherOne() {
    append(1, 2 * LEAF + 1);
    assertEquals(list.first(), list.firstReaching(0));
    assertEquals(run(LEAF + 1), list.at(list.firstReaching(iova(LEAF) + PAGE)));
    assertEquals(run(LEAF), list.at(list.firstReaching(iova(LEAF) + PAGE - 1)));
    assertEquals(list.end(), list.firstReaching(iova(2 * LEAF) + PAGE));
  }

  private boolean addApart(long iova, long ua, long size, int tag) {
    List<TceRun> before = runs();
    boolean added = list.addApart(iova, ua, size, tag);
    if (!added) {
      assertEquals(before, runs());
    } else {
      assertEquals(new TceRun(iova, ua, size, tag), list.at(list.firstReaching(iova)));
      assertEquals(before.size() + 1, runs().size());
      assertEquals(tag, list.removeExact(iova, size));
      assertEquals(before, runs());
    }
    return added;
  }

  @Test
  void addApart_nextToARun_dependsOnWhetherItGoesOn() {
    append(1, 3);
    long low = iova(1);
    long high = iova(2);
    assertTrue(addApart(low + PAGE, 0, PAGE, TAG));
    assertTrue(addApart(low + PAGE, low + PAGE, PAGE, TAG + 1));
    assertFalse(addApart(low + PAGE, low + PAGE, PAGE, TAG));
    assertTrue(addApart(high - PAGE, 0, PAGE, TAG));
    assertTrue(addApart(high - PAGE, high - PAGE, PAGE, TAG + 1));
    assertFalse(addApart(high - PAGE, high - PAGE, PAGE, TAG));
    assertTrue(addApart(low - PAGE, 0, PAGE, TAG));
    assertFalse(addApart(low - PAGE, low - PAGE, PAGE, TAG));
    assertTrue(addApart(low + 2 * PAGE, low + 2 * PAGE, PAGE, TAG));
    assertTrue(addApart(low + PAGE, 0, 3 * PAGE, TAG));
  }

  @Test
  void addApart_ofARunThatMeetsAnother_doesNothing() {
    append(1, 3);
    assertFalse(addApart(iova(1), 0, PAGE, TAG));
    assertFalse(addApart(iova(1) + PAGE - 1, 0, PAGE, TAG));
    assertFalse(addApart(iova(1) - PAGE, 0, PAGE + 1, TAG));
    assertFalse(addApart(iova(1) + PAGE, 0, 3 * PAGE + 1, TAG));
  }

  @Test
  void addApart_belowTheNextLeaf_staysAByteAway() {
    append(0, 2 * LEAF);
    remove(LEAF - 1, LEAF);
    long above = iova(LEAF);
    assertTrue(addApart(above - 2 * PAGE, 0, PAGE, TAG));
    assertTrue(addApart(above - 2 * PAGE, 0, 2 * PAGE - 1, TAG));
    assertFalse(addApart(above - 2 * PAGE, 0, 2 * PAGE, TAG));
    assertFalse(addApart(above - 2 * PAGE, above - 2 * PAGE, 2 * PAGE, TAG));
  }

  @Test
  void addApart_fullLeaf_doesNothing() {
    append(0, LEAF);
    assertFalse(addApart(iova(3) + 2 * PAGE, 0, PAGE, TAG));
    remove(0, 1);
    assertTrue(addApart(iova(3) + 2 * PAGE, 0, PAGE, TAG));
    assertTrue(addApart(0, 0, PAGE, TAG));
  }

  @Test
  void addApart_inTheHighestLeaf_needsNoNextOne() {
    append(0, LEAF + LEAF / 2);
    assertTrue(addApart(-PAGE, 0, PAGE, TAG));
    assertTrue(addApart(iova(2 * LEAF), 0, PAGE, TAG));
  }

  @Test
  void removeExact_anotherRange_isNotRemoved() {
    append(1, 3);
    assertEquals(-1, list.removeExact(0, PAGE));
    assertEquals(-1, list.removeExact(iova(1) + 1, PAGE));
    assertEquals(-1, list.removeExact(iova(1), PAGE + 1));
    assertEquals(-1, list.removeExact(iova(1), PAGE - 1));
    expect(range(1, 3), 2);
    assertEquals(TAG, list.removeExact(iova(1), PAGE));
    assertEquals(TAG, list.removeExact(iova(2), PAGE));
    expect(List.of());
    assertEquals(-1, list.removeExact(iova(2), PAGE));
  }

  @Test
  void removeExact_leafWithFewRuns_isLeftToRemove() {
    append(0, LEAF + LEAF / 4 + 1);
    assertEquals(TAG, list.removeExact(iova(LEAF), PAGE));
    assertEquals(-1, list.removeExact(iova(LEAF + 1), PAGE));
    expect(without(range(0, LEAF + LEAF / 4 + 1), LEAF, LEAF + 1), LEAF, LEAF / 4);
    remove(0, LEAF + 1);
    assertEquals(TAG, list.removeExact(iova(LEAF + 1), PAGE));
  }

  @Test
  void remove_untilFewRunsAreLeft_joinsTheLeafAbove() {
    append(0, 2 * LEAF);
    remove(LEAF, LEAF + LEAF / 2);
    remove(0, LEAF - LEAF / 4 - 1);
    expect(
        without(range(LEAF - LEAF / 4 - 1, 2 * LEAF), LEAF / 4 + 1, LEAF / 4 + 1 + LEAF / 2),
        LEAF / 4 + 1,
        LEAF / 2);
    remove(LEAF - LEAF / 4 - 1, LEAF - LEAF / 4);
    expect(without(range(LEAF - LEAF / 4, 2 * LEAF), LEAF / 4, LEAF / 4 + LEAF / 2), LEAF * 3 / 4);
  }

  @Test
  void remove_untilFewRunsAreLeft_joinsTheLeafBelow() {
    append(0, 2 * LEAF);
    remove(LEAF / 2, LEAF);
    remove(LEAF, 2 * LEAF - LEAF / 4 - 1);
    expect(without(range(0, 2 * LEAF), LEAF / 2, 2 * LEAF - LEAF / 4 - 1), LEAF / 2, LEAF / 4 + 1);
    remove(2 * LEAF - LEAF / 4 - 1, 2 * LEAF - LEAF / 4);
    expect(without(range(0, 2 * LEAF), LEAF / 2, 2 * LEAF - LEAF / 4), LEAF * 3 / 4);
  }

  @Test
  void remove_besideFullLeaves_joinsNothing() {
    append(0, 3 * LEAF);
    remove(LEAF, 2 * LEAF - 1);
    expect(without(range(0, 3 * LEAF), LEAF, 2 * LEAF - 1), LEAF, 1, LEAF);
    remove(2 * LEAF - 1, 2 * LEAF);
    expect(without(range(0, 3 * LEAF), LEAF, 2 * LEAF), LEAF, LEAF);
  }

  @Test
  void remove_neighboursJustTooFull_joinsNothing() {
    append(0, 3 * LEAF);
    remove(LEAF / 2 + 1, LEAF);
    remove(2 * LEAF + LEAF / 2 + 1, 3 * LEAF);
    remove(LEAF, 2 * LEAF - LEAF / 4);
    assertEquals(List.of(LEAF / 2 + 1, LEAF / 4, LEAF / 2 + 1), leaves());
  }

  @Test
  void remove_acrossLeaves_leavesWhatIsOutside() {
    append(0, 5 * LEAF);
    remove(LEAF + 20, 4 * LEAF - 20);
    expect(without(range(0, 5 * LEAF), LEAF + 20, 4 * LEAF - 20), LEAF, 20, 20, LEAF);
    remove(LEAF + 10, 4 * LEAF - 10);
    expect(without(range(0, 5 * LEAF), LEAF + 10, 4 * LEAF - 10), LEAF, 20, LEAF);
    remove(LEAF, 4 * LEAF);
    expect(without(range(0, 5 * LEAF), LEAF, 4 * LEAF), LEAF, LEAF);
    list.remove(list.first(), list.end());
    expect(List.of());
    append(7, 9);
    expect(range(7, 9), 2);
  }

  @Test
  void cutMiddle_fullLeaf_keepsBothParts() {
    for (int at : new int[] {0, LEAF / 2 - 1, LEAF / 2, LEAF - 1, LEAF, 2 * LEAF - 1}) {
      list = new RunList();
      append(0, 2 * LEAF);
      list.resize(place(at), 3 * PAGE);
      list.cutMiddle(place(at), PAGE, PAGE);
      List<TceRun> expected = range(0, 2 * LEAF);
      expected.add(at + 1, new TceRun(iova(at) + 2 * PAGE, iova(at) + 2 * PAGE, PAGE, TAG));
      assertEquals(expected, runs());
    }
  }

  @Test
  void cutStart_firstOfALeaf_isFoundAtItsNewStart() {
    append(0, 2 * LEAF);
    list.resize(place(LEAF), 2 * PAGE);
    list.cutStart(place(LEAF), PAGE);
    assertEquals(new TceRun(iova(LEAF) + PAGE, iova(LEAF) + PAGE, PAGE, TAG), list.at(place(LEAF)));
    assertEquals(2 * LEAF, runs().size());
    assertEquals(-1, list.removeExact(iova(LEAF), PAGE));
    assertEquals(TAG, list.removeExact(iova(LEAF) + PAGE, PAGE));
  }
}

package org.spaprtce.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The TCEs of a window, kept as runs. Not thread-safe: the window's lock guards it.
 *
 * <p>A run stays in one block, and runs that continue each other in one block are joined. The table
 * counts the TCEs of each block: a call changes the count of a block once for each stretch of runs
 * that refer to it, however many TCEs these are.
 */
final class TceTable {

  private final RunList runs = new RunList();
  private final LiveCounts live = new LiveCounts();
  private final int pageShift;

  TceTable(int pageShift) {
    this.pageShift = pageShift;
  }

  /**
   * Writes TCEs over what was there.
   *
   * @param ua user address in the block of the tag, as is all of [ua, ua + size)
   * @param size bytes, not zero
   * @param tag of a {@link TceRun}
   * @param lost collects the blocks that TCEs ceased to refer to, unless null
   */
  void map(long ua, long iova, long size, int tag, @Nullable BitSet lost) {
    int place = runs.firstReaching(iova);
    if (place == runs.end() || Words.less(iova + (size - 1), runs.iova(place))) {
      insert(place, iova, ua, size, tag);
      live.add(TceRun.region(tag), size >>> pageShift);
      return;
    }
    var fresh = new TceRun(iova, ua, size, tag);
    var tally = new Tally(lost);
    tally.add(fresh.region(), size);
    replace(place, iova, size, fresh, tally);
    tally.flush();
  }

  /**
   * Clears TCEs where there are any.
   *
   * @param size bytes, not zero
   * @param lost collects the blocks that TCEs ceased to refer to, unless null
   */
  void unmap(long iova, long size, @Nullable BitSet lost) {
    int place = runs.firstReaching(iova);
    if (place == runs.end()) {
      return;
    }
    if (lost == null && runs.iova(place) == iova && runs.size(place) == size) {
      int region = TceRun.region(runs.tag(place));
      runs.remove(place);
      live.add(region, -(size >>> pageShift));
      return;
    }
    var tally = new Tally(lost);
    replace(place, iova, size, null, tally);
    tally.flush();
  }

  /** The run that has the TCE of a bus address, or null. */
  @Nullable TceRun find(long iova) {
    int place = runs.firstReaching(iova);
    if (place == runs.end() || Words.less(iova, runs.iova(place))) {
      return null;
    }
    return runs.at(place);
  }

  /** The runs in ascending order of bus addresses. */
  List<TceRun> runs() {
    var all = new ArrayList<TceRun>();
    for (int place = runs.first(); place != runs.end(); place = runs.next(place)) {
      all.add(runs.at(place));
    }
    return all;
  }

  /** The number of TCEs that refer to a block. */
  long live(int region) {
    return live.get(region);
  }

  /** Hands out the number of every block that TCEs refer to. */
  void forEachRegion(IntConsumer action) {
    live.forEach(action);
  }

  /** Adds a run at a place where there are no TCEs. */
  private void insert(int place, long iova, long ua, long size, int tag) {
    boolean continues =
        place != runs.first() && runs.continues(runs.previous(place), iova, ua, tag);
    boolean continued = place != runs.end() && runs.begins(place, iova + size, ua + size, tag);
    if (continues || continued) {
      join(place, place, null, new TceRun(iova, ua, size, tag), null);
    } else {
      runs.insert(place, iova, ua, size, tag);
    }
  }

  /**
   * Puts {@code fresh}, or nothing, in place of the TCEs of a range of bus addresses, of which
   * {@code from} is the first run that reaches it.
   */
  private void replace(int from, long iova, long size, @Nullable TceRun fresh, Tally tally) {
    long last = iova + (size - 1);
    int to = from;
    TceRun left = null;
    TceRun right = null;
    while (to != runs.end()) {
      TceRun run = runs.at(to);
      if (Words.less(last, run.iova())) {
        break;
      }
      long lost = run.size();
      if (Words.less(run.iova(), iova)) {
        left = run.before(iova);
        lost -= left.size();
      }
      if (Words.less(last, run.last())) {
        right = run.after(last);
        lost -= right.size();
      }
      tally.subtract(run.region(), lost);
      to = runs.next(to);
    }
    if (fresh == null) {
      runs.replace(from, to, present(left, right));
    } else {
      join(from, to, left, fresh, right);
    }
  }

  /**
   * Puts a run in place of those in [from, to), of which {@code left} and {@code right} remain, and
   * joins it to its neighbours.
   */
  private void join(int from, int to, @Nullable TceRun left, TceRun fresh, @Nullable TceRun right) {
    int begin = from;
    int end = to;
    TceRun before = left;
    TceRun after = right;
    if (before == null && from != runs.first()) {
      before = runs.at(runs.previous(from));
      if (before.continuesTo(fresh)) {
        begin = runs.previous(from);
      }
    }
    if (after == null && to != runs.end()) {
      after = runs.at(to);
      if (fresh.continuesTo(after)) {
        end = runs.next(to);
      }
    }
    TceRun middle = fresh;
    if (before != null && before.continuesTo(middle)) {
      middle = before.joinedWith(middle);
      left = null;
    }
    if (after != null && middle.continuesTo(after)) {
      middle = middle.joinedWith(after);
      right = null;
    }
    runs.replace(begin, end, present(left, middle, right));
  }

  private static TceRun[] present(@Nullable TceRun... candidates) {
    int count = 0;
    for (TceRun candidate : candidates) {
      count += candidate == null ? 0 : 1;
    }
    var present = new TceRun[count];
    int next = 0;
    for (TceRun candidate : candidates) {
      if (candidate != null) {
        present[next++] = candidate;
      }
    }
    return present;
  }

  /** A change of one block's number of TCEs that is still to be made. */
  private final class Tally {
    private static final int NONE = -1;

    private final @Nullable BitSet lost;
    private int region = NONE;
    private long entries;

    Tally(@Nullable BitSet lost) {
      this.lost = lost;
    }

    void add(int touched, long bytes) {
      move(touched);
      entries += bytes >>> pageShift;
    }

    void subtract(int touched, long bytes) {
      move(touched);
      entries -= bytes >>> pageShift;
      if (lost != null) {
        lost.set(touched);
      }
    }

    private void move(int touched) {
      if (touched != region) {
        flush();
        region = touched;
        entries = 0;
      }
    }

    void flush() {
      if (entries != 0) {
        live.add(region, entries);
      }
    }
  }
}

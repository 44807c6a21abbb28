package org.spaprtce.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spaprtce.DmaPermission;

/**
 * The TCEs of a window, kept as runs. Not thread-safe: the container's lock guards it.
 *
 * <p>A run stays in one block, and runs that continue each other in one block are joined. The table
 * keeps the blocks' numbers of TCEs: each call changes the number of a block once for each stretch
 * of runs that refer to it, however many TCEs these are.
 */
final class TceTable {

  private final RunList runs = new RunList();
  private final int pageShift;

  TceTable(int pageShift) {
    this.pageShift = pageShift;
  }

  /**
   * Writes TCEs over what was there.
   *
   * @param region the block that holds [ua, ua + size)
   * @param size bytes, not zero
   */
  void map(PreregisteredRegion region, long ua, long iova, long size, DmaPermission permission) {
    var fresh = new TceRun(iova, ua, size, permission, region);
    int place = runs.firstReaching(iova);
    if (place == runs.end() || Words.less(fresh.last(), runs.at(place).iova())) {
      insert(place, fresh);
      region.addLive(size >>> pageShift);
      return;
    }
    var tally = new Tally();
    tally.add(region, size);
    replace(place, iova, size, fresh, tally);
    tally.flush();
  }

  /**
   * Clears TCEs where there are any.
   *
   * @param size bytes, not zero
   */
  void unmap(long iova, long size) {
    int place = runs.firstReaching(iova);
    if (place == runs.end()) {
      return;
    }
    TceRun run = runs.at(place);
    if (run.iova() == iova && run.size() == size) {
      runs.remove(place);
      run.region().addLive(-(size >>> pageShift));
      return;
    }
    var tally = new Tally();
    replace(place, iova, size, null, tally);
    tally.flush();
  }

  /** The run that has the TCE of a bus address, or null. */
  @Nullable TceRun find(long iova) {
    int place = runs.firstReaching(iova);
    if (place == runs.end()) {
      return null;
    }
    TceRun run = runs.at(place);
    return Words.less(iova, run.iova()) ? null : run;
  }

  /** The runs in ascending order of bus addresses. */
  List<TceRun> runs() {
    var all = new ArrayList<TceRun>();
    for (int place = runs.first(); place != runs.end(); place = runs.next(place)) {
      all.add(runs.at(place));
    }
    return all;
  }

  /** Adds a run at a place where there are no TCEs. */
  private void insert(int place, TceRun fresh) {
    boolean continues = place != runs.first() && runs.at(runs.previous(place)).continuesTo(fresh);
    boolean continued = place != runs.end() && fresh.continuesTo(runs.at(place));
    if (continues || continued) {
      join(place, place, null, fresh, null);
    } else {
      runs.insert(place, fresh);
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
    private @Nullable PreregisteredRegion region;
    private long entries;

    void add(PreregisteredRegion touched, long bytes) {
      move(touched);
      entries += bytes >>> pageShift;
    }

    void subtract(PreregisteredRegion touched, long bytes) {
      move(touched);
      entries -= bytes >>> pageShift;
    }

    private void move(PreregisteredRegion touched) {
      if (touched != region) {
        flush();
        region = touched;
        entries = 0;
      }
    }

    void flush() {
      if (region != null && entries != 0) {
        region.addLive(entries);
      }
    }
  }
}

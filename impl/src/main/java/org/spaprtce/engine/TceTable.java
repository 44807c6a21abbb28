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
    if (!runs.addApart(iova, ua, size, tag)) {
      long last = iova + (size - 1);
      int place = runs.firstReaching(iova);
      if (reaches(place, last)) {
        clear(place, iova, last, lost);
        place = runs.firstReaching(iova);
      }
      insert(place, iova, ua, size, tag);
    }
    live.add(TceRun.region(tag), size >>> pageShift);
  }

  /**
   * Clears TCEs where there are any.
   *
   * @param size bytes, not zero
   * @param lost collects the blocks that TCEs ceased to refer to, unless null
   */
  void unmap(long iova, long size, @Nullable BitSet lost) {
    int tag = runs.removeExact(iova, size);
    if (tag >= 0) {
      lose(TceRun.region(tag), size, lost);
      return;
    }
    long last = iova + (size - 1);
    int place = runs.firstReaching(iova);
    if (reaches(place, last)) {
      clear(place, iova, last, lost);
    }
  }

  /** Whether there is a run at a place and it begins at or before a bus address. */
  private boolean reaches(int place, long last) {
    return place != runs.end() && !Words.less(last, runs.iova(place));
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

  /** Adds a run at a place where there are no TCEs, and joins it to its neighbours. */
  private void insert(int place, long iova, long ua, long size, int tag) {
    int before = place == runs.first() ? runs.end() : runs.previous(place);
    boolean continues = before != runs.end() && runs.continues(before, iova, ua, tag);
    boolean continued = place != runs.end() && runs.begins(place, iova + size, ua + size, tag);
    if (continues) {
      long behind = continued ? runs.size(place) : 0;
      runs.resize(before, runs.size(before) + size + behind);
      if (continued) {
        runs.remove(place, runs.next(place));
      }
    } else if (continued) {
      runs.cutStart(place, -size);
    } else {
      runs.insert(place, iova, ua, size, tag);
    }
  }

  /** Clears the TCEs of [iova, last], of which the first run that reaches it has some. */
  private void clear(int reaching, long iova, long last, @Nullable BitSet lost) {
    int from = reaching;
    if (Words.less(runs.iova(from), iova)) {
      long before = iova - runs.iova(from);
      int tag = runs.tag(from);
      if (Words.less(last, runs.last(from))) {
        runs.cutMiddle(from, before, last + 1 - iova);
        lose(TceRun.region(tag), last + 1 - iova, lost);
        return;
      }
      long after = runs.size(from) - before;
      runs.resize(from, before);
      lose(TceRun.region(tag), after, lost);
      from = runs.next(from);
    }
    int to = loseWhole(from, last, lost);
    if (reaches(to, last)) {
      long bytes = last + 1 - runs.iova(to);
      runs.cutStart(to, bytes);
      lose(TceRun.region(runs.tag(to)), bytes, lost);
    }
    if (from != to) {
      runs.remove(from, to);
    }
  }

  /** Counts the TCEs of the runs that end at or before a bus address as lost. */
  private int loseWhole(int from, long last, @Nullable BitSet lost) {
    int place = from;
    int region = -1;
    long bytes = 0;
    while (place != runs.end() && !Words.less(last, runs.last(place))) {
      int touched = TceRun.region(runs.tag(place));
      if (touched != region && bytes != 0) {
        lose(region, bytes, lost);
        bytes = 0;
      }
      region = touched;
      bytes += runs.size(place);
      place = runs.next(place);
    }
    if (bytes != 0) {
      lose(region, bytes, lost);
    }
    return place;
  }

  private void lose(int region, long bytes, @Nullable BitSet lost) {
    live.add(region, -(bytes >>> pageShift));
    if (lost != null) {
      lost.set(region);
    }
  }
}

package org.spaprtce.engine;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A sorted list of runs that do not overlap. Not thread-safe.
 *
 * <p>The runs lie in leaves of bounded length and a directory holds the first bus address of each
 * leaf. A place is a leaf's number and a slot in it, packed in an {@code int}; places ascend with
 * the runs. Places are good until the next change.
 */
final class RunList {

  /** Most runs of a leaf. */
  static final int LEAF = 64;

  /** A leaf with fewer runs is joined to a neighbour when it changes. */
  private static final int SPARSE = LEAF / 4;

  private static final int SLOT_BITS = 7;
  private static final int SLOT_MASK = (1 << SLOT_BITS) - 1;

  /** Some consecutive runs, at least one, field by field. */
  private static final class Leaf {
    final long[] starts = new long[LEAF];
    final long[] uas = new long[LEAF];
    final long[] sizes = new long[LEAF];
    final int[] tags = new int[LEAF];
    int count;

    /** Replaces the slots [from, to) by runs; there is room. */
    void splice(int from, int to, TceRun[] fresh) {
      move(to, from + fresh.length);
      put(from, fresh, 0, fresh.length);
    }

    /** Moves the runs from a slot on to another one. */
    void move(int from, int to) {
      int moved = count - from;
      if (moved > 0) {
        System.arraycopy(starts, from, starts, to, moved);
        System.arraycopy(uas, from, uas, to, moved);
        System.arraycopy(sizes, from, sizes, to, moved);
        System.arraycopy(tags, from, tags, to, moved);
      }
      count = to + moved;
    }

    void put(int slot, TceRun[] source, int from, int length) {
      for (int i = 0; i < length; i++) {
        TceRun run = source[from + i];
        put(slot + i, run.iova(), run.ua(), run.size(), run.tag());
      }
    }

    void put(int slot, long iova, long ua, long size, int tag) {
      starts[slot] = iova;
      uas[slot] = ua;
      sizes[slot] = size;
      tags[slot] = tag;
    }

    TceRun run(int slot) {
      return new TceRun(starts[slot], uas[slot], sizes[slot], tags[slot]);
    }
  }

  /** The leaves; a list that becomes empty keeps its last leaf for the next run. */
  private @Nullable Leaf[] leaves = {new Leaf()};

  private long[] firsts = new long[1];
  private int leafCount;

  private Leaf leaf(int number) {
    return Objects.requireNonNull(leaves[number]);
  }

  /** The place after the last run. */
  int end() {
    return leafCount << SLOT_BITS;
  }

  int first() {
    return 0;
  }

  /** The place after one that has a run. */
  int next(int place) {
    int leaf = place >>> SLOT_BITS;
    return (place & SLOT_MASK) + 1 < leaf(leaf).count ? place + 1 : (leaf + 1) << SLOT_BITS;
  }

  /** The place before one that is not the first. */
  int previous(int place) {
    if ((place & SLOT_MASK) != 0) {
      return place - 1;
    }
    int leaf = (place >>> SLOT_BITS) - 1;
    return (leaf << SLOT_BITS) + leaf(leaf).count - 1;
  }

  /** The run at a place before the end. */
  TceRun at(int place) {
    return leaf(place >>> SLOT_BITS).run(place & SLOT_MASK);
  }

  /** The first bus address of the run at a place before the end. */
  long iova(int place) {
    return leaf(place >>> SLOT_BITS).starts[place & SLOT_MASK];
  }

  /** The bytes of the run at a place before the end. */
  long size(int place) {
    return leaf(place >>> SLOT_BITS).sizes[place & SLOT_MASK];
  }

  /** The tag of the run at a place before the end. */
  int tag(int place) {
    return leaf(place >>> SLOT_BITS).tags[place & SLOT_MASK];
  }

  /** Whether the run at a place goes on in one that begins at these addresses. */
  boolean continues(int place, long iova, long ua, int tag) {
    Leaf leaf = leaf(place >>> SLOT_BITS);
    int slot = place & SLOT_MASK;
    return leaf.starts[slot] + leaf.sizes[slot] == iova
        && leaf.uas[slot] + leaf.sizes[slot] == ua
        && leaf.tags[slot] == tag;
  }

  /** Whether the run at a place begins at these addresses. */
  boolean begins(int place, long iova, long ua, int tag) {
    Leaf leaf = leaf(place >>> SLOT_BITS);
    int slot = place & SLOT_MASK;
    return leaf.starts[slot] == iova && leaf.uas[slot] == ua && leaf.tags[slot] == tag;
  }

  /** The place of the first run that ends at or after the bus address. */
  int firstReaching(long iova) {
    int leaf = Words.floor(firsts, leafCount, iova);
    if (leaf < 0) {
      return 0;
    }
    Leaf found = leaf(leaf);
    int slot = Words.floor(found.starts, found.count, iova);
    int place = (leaf << SLOT_BITS) + slot;
    long last = found.starts[slot] + (found.sizes[slot] - 1);
    return Words.less(last, iova) ? next(place) : place;
  }

  /** Adds a run before that at a place, or at the end. */
  void insert(int place, long iova, long ua, long size, int tag) {
    int number = place >>> SLOT_BITS;
    int slot = place & SLOT_MASK;
    if (slot == 0 && number > 0) {
      number--;
      slot = leaf(number).count;
    }
    Leaf leaf = leaf(number);
    if (leaf.count == LEAF) {
      replace(place, place, new TceRun(iova, ua, size, tag));
      return;
    }
    leaf.move(slot, slot + 1);
    leaf.put(slot, iova, ua, size, tag);
    firsts[number] = leaf.starts[0];
    leafCount = Math.max(leafCount, 1);
  }

  /** Removes the run at a place. */
  void remove(int place) {
    int number = place >>> SLOT_BITS;
    int slot = place & SLOT_MASK;
    Leaf leaf = leaf(number);
    if (leaf.count <= SPARSE && leafCount > 1) {
      replace(place, next(place));
      return;
    }
    leaf.move(slot + 1, slot);
    firsts[number] = leaf.starts[0];
    leafCount = leaf.count == 0 ? 0 : leafCount;
  }

  /** Replaces the runs from one place up to another by runs that fit in between. */
  void replace(int from, int to, TceRun... fresh) {
    if (from == to && fresh.length == 0) {
      return;
    }
    if (leafCount == 0) {
      leafCount = 1;
    }
    int low = from >>> SLOT_BITS;
    int lowSlot = from & SLOT_MASK;
    int high = to >>> SLOT_BITS;
    int highSlot = to & SLOT_MASK;
    if (high > 0 && highSlot == 0) {
      high--;
      highSlot = leaf(high).count;
      if (low > high) {
        low = high;
        lowSlot = highSlot;
      }
    }
    int left = lowSlot + fresh.length + leaf(high).count - highSlot;
    if (low == high && left <= LEAF && (left >= SPARSE || leafCount == 1)) {
      leaf(low).splice(lowSlot, highSlot, fresh);
      firsts[low] = leaf(low).starts[0];
      leafCount = left == 0 ? 0 : leafCount;
    } else {
      rebuild(low, lowSlot, high, highSlot, fresh);
    }
  }

  /** Replaces the runs between two slots, and with them all leaves that they touch. */
  private void rebuild(int low, int lowSlot, int high, int highSlot, TceRun[] fresh) {
    int left = lowSlot + fresh.length + leaf(high).count - highSlot;
    int from = low;
    int to = high + 1;
    if (left < SPARSE && to < leafCount) {
      left += leaf(to++).count;
    } else if (left < SPARSE && from > 0) {
      left += leaf(--from).count;
    }
    var kept = new TceRun[left];
    int done = 0;
    for (int leaf = from; leaf < low; leaf++) {
      done = copy(leaf, 0, leaf(leaf).count, kept, done);
    }
    done = copy(low, 0, lowSlot, kept, done);
    System.arraycopy(fresh, 0, kept, done, fresh.length);
    done += fresh.length;
    done = copy(high, highSlot, leaf(high).count, kept, done);
    for (int leaf = high + 1; leaf < to; leaf++) {
      done = copy(leaf, 0, leaf(leaf).count, kept, done);
    }
    replaceLeaves(from, to, kept);
  }

  private int copy(int leaf, int from, int to, TceRun[] target, int done) {
    int place = (leaf << SLOT_BITS) + from;
    for (int i = 0; i < to - from; i++) {
      target[done + i] = at(place + i);
    }
    return done + to - from;
  }

  /** Replaces the leaves [from, to) by leaves with the given runs, filled alike, at least one. */
  private void replaceLeaves(int from, int to, TceRun[] kept) {
    int fresh = Math.max(1, (kept.length + LEAF - 1) / LEAF);
    int moved = leafCount - to;
    int count = from + fresh + moved;
    if (count > leaves.length) {
      leaves = Arrays.copyOf(leaves, 2 * count);
      firsts = Arrays.copyOf(firsts, 2 * count);
    }
    System.arraycopy(leaves, to, leaves, from + fresh, moved);
    System.arraycopy(firsts, to, firsts, from + fresh, moved);
    if (count < leafCount) {
      Arrays.fill(leaves, count, leafCount, null);
    }
    for (int i = 0; i < fresh; i++) {
      int begin = kept.length * i / fresh;
      var leaf = new Leaf();
      leaf.count = kept.length * (i + 1) / fresh - begin;
      leaf.put(0, kept, begin, leaf.count);
      leaves[from + i] = leaf;
      firsts[from + i] = leaf.starts[0];
    }
    leafCount = kept.length == 0 && count == 1 ? 0 : count;
  }
}

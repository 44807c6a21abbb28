package org.spaprtce.engine;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A sorted list of runs that do not overlap. Not thread-safe.
 *
 * <p>The runs lie in leaves of bounded length and a directory holds the first bus address of each
 * leaf. A place is a leaf's number and a slot in it, packed in an {@code int}; places ascend with
 * the runs. Places are good until a run is added or removed. What needs memory asks for it before
 * it changes anything.
 */
final class RunList {

  /** A leaf that is left with so few runs is joined to a neighbour, unless both have more. */
  private static final int SPARSE = RunLeaf.MOST / 4;

  private static final int JOINED = RunLeaf.MOST * 3 / 4;

  private static final int SLOT_BITS = 7;
  private static final int SLOT_MASK = (1 << SLOT_BITS) - 1;

  /** The leaves; a list that becomes empty keeps a leaf for the next run. */
  private @Nullable RunLeaf[] leaves = {new RunLeaf()};

  private long[] firsts = new long[1];
  private int leafCount;

  /** Of the first addresses, as it was when leaves last came or went. */
  private long density;

  private RunLeaf leaf(int number) {
    return Objects.requireNonNull(leaves[number]);
  }

  private RunLeaf leafAt(int place) {
    return leaf(place >>> SLOT_BITS);
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
    RunLeaf leaf = leafAt(place);
    int slot = place & SLOT_MASK;
    return new TceRun(leaf.start(slot), leaf.ua(slot), leaf.size(slot), leaf.tag(slot));
  }

  /** The first bus address of the run at a place before the end. */
  long iova(int place) {
    return leafAt(place).start(place & SLOT_MASK);
  }

  /** The bytes of the run at a place before the end. */
  long size(int place) {
    return leafAt(place).size(place & SLOT_MASK);
  }

  /** The last bus address of the run at a place before the end. */
  long last(int place) {
    return leafAt(place).last(place & SLOT_MASK);
  }

  /** The tag of the run at a place before the end. */
  int tag(int place) {
    return leafAt(place).tag(place & SLOT_MASK);
  }

  /** Whether the run at a place goes on in one that begins at these addresses. */
  boolean continues(int place, long iova, long ua, int tag) {
    return leafAt(place).continues(place & SLOT_MASK, iova, ua, tag);
  }

  /** Whether the run at a place begins at these addresses. */
  boolean begins(int place, long iova, long ua, int tag) {
    return leafAt(place).begins(place & SLOT_MASK, iova, ua, tag);
  }

  /** The number of the leaf that has the last run at or before a bus address, or of the first. */
  private int leafFor(long iova) {
    return leafCount <= 1 ? 0 : Math.max(0, Words.floor(firsts, leafCount, iova, density));
  }

  /** The place of the first run that ends at or after the bus address. */
  int firstReaching(long iova) {
    int number = leafFor(iova);
    RunLeaf leaf = leaf(number);
    int slot = leaf.floor(iova);
    if (slot < 0) {
      return 0; // All runs begin above the address.
    }
    int place = (number << SLOT_BITS) + slot;
    return Words.less(leaf.last(slot), iova) ? next(place) : place;
  }

  /**
   * Adds a run that neither meets nor continues another one, if that moves runs of one leaf only.
   *
   * @return whether it did
   */
  boolean addApart(long iova, long ua, long size, int tag) {
    int number = leafFor(iova);
    RunLeaf leaf = leaf(number);
    int below = leaf.floor(iova);
    if (leaf.count == RunLeaf.MOST
        || (below >= 0
            && (!Words.less(leaf.last(below), iova) || leaf.continues(below, iova, ua, tag)))) {
      return false;
    }
    int slot = below + 1;
    if (slot < leaf.count
        ? !Words.less(iova + (size - 1), leaf.start(slot))
            || leaf.begins(slot, iova + size, ua + size, tag)
        : number + 1 < leafCount && !Words.less(iova + (size - 1), firsts[number + 1] - 1)) {
      return false;
    }
    leaf.insert(slot, iova, ua, size, tag);
    if (slot == 0) {
      firsts[number] = iova;
      leafCount = Math.max(leafCount, 1);
    }
    return true;
  }

  /**
   * Removes the run of a range of bus addresses, if it is one and that moves runs of one leaf only.
   *
   * @return the tag of the run, or -1 if it stays
   */
  int removeExact(long iova, long size) {
    int number = leafFor(iova);
    RunLeaf leaf = leaf(number);
    int slot = leaf.floor(iova);
    if (slot < 0
        || leaf.start(slot) != iova
        || leaf.size(slot) != size
        || (leaf.count <= SPARSE && leafCount != 1)) {
      return -1;
    }
    int tag = leaf.tag(slot);
    leaf.move(slot + 1, slot);
    if (slot == 0) {
      firsts[number] = leaf.start(0);
      leafCount = leaf.count == 0 ? 0 : leafCount;
    }
    return tag;
  }

  /** Gives the run at a place another number of bytes, not zero. */
  void resize(int place, long size) {
    leafAt(place).resize(place & SLOT_MASK, size);
  }

  /** Takes bytes from the start of the run at a place, but not all, or adds some if negative. */
  void cutStart(int place, long bytes) {
    RunLeaf leaf = leafAt(place);
    leaf.cutStart(place & SLOT_MASK, bytes);
    firsts[place >>> SLOT_BITS] = leaf.start(0);
  }

  /** Takes bytes out of the middle of the run at a place, of which something stays before them. */
  void cutMiddle(int place, long before, long bytes) {
    TceRun run = at(place);
    int behind = room(place + 1);
    resize(previous(behind), before);
    long skip = before + bytes;
    put(behind, run.iova() + skip, run.ua() + skip, run.size() - skip, run.tag());
  }

  /** Adds a run before that at a place, or at the end. */
  void insert(int place, long iova, long ua, long size, int tag) {
    boolean between = (place & SLOT_MASK) == 0 && place != 0;
    put(room(between ? previous(place) + 1 : place), iova, ua, size, tag);
  }

  private void put(int place, long iova, long ua, long size, int tag) {
    int number = place >>> SLOT_BITS;
    int slot = place & SLOT_MASK;
    RunLeaf leaf = leaf(number);
    leaf.insert(slot, iova, ua, size, tag);
    firsts[number] = leaf.start(0);
    leafCount = Math.max(leafCount, 1);
    if (leaf.count == 1) {
      density = Words.density(firsts, leafCount);
    }
  }

  /**
   * Splits the leaf of a place, which may be behind its last run, if it is full.
   *
   * @return the same place
   */
  private int room(int place) {
    int number = place >>> SLOT_BITS;
    int slot = place & SLOT_MASK;
    if (leaf(number).count < RunLeaf.MOST) {
      return place;
    }
    // Runs are often added in ascending order: then a full leaf stays full.
    int cut = slot == RunLeaf.MOST && number == leafCount - 1 ? RunLeaf.MOST : RunLeaf.MOST / 2;
    splitLeaf(number, cut);
    return slot > cut || cut == RunLeaf.MOST ? ((number + 1) << SLOT_BITS) + slot - cut : place;
  }

  private void splitLeaf(int number, int cut) {
    var behind = new RunLeaf();
    if (leafCount == leaves.length) {
      @Nullable RunLeaf[] more = Arrays.copyOf(leaves, 2 * leafCount);
      firsts = Arrays.copyOf(firsts, 2 * leafCount);
      leaves = more;
    }
    int moved = leafCount - (number + 1);
    System.arraycopy(leaves, number + 1, leaves, number + 2, moved);
    System.arraycopy(firsts, number + 1, firsts, number + 2, moved);
    behind.append(leaf(number), cut);
    leaf(number).count = cut;
    leaves[number + 1] = behind;
    firsts[number + 1] = behind.start(0);
    leafCount++;
    density = Words.density(firsts, leafCount);
  }

  /** Removes the runs from one place up to another. */
  void remove(int from, int to) {
    int low = from >>> SLOT_BITS;
    int lowSlot = from & SLOT_MASK;
    int high = to >>> SLOT_BITS;
    int highSlot = to & SLOT_MASK;
    if (low == high) {
      leaf(low).move(highSlot, lowSlot);
    } else {
      leaf(low).count = lowSlot;
      dropLeaves(low + 1, high);
      if (highSlot != 0) {
        leaf(low + 1).move(highSlot, 0);
        settle(low + 1);
      }
    }
    settle(low);
  }

  /** Puts the directory right after runs of a leaf were removed, and joins leaves with few runs. */
  private void settle(int number) {
    RunLeaf leaf = leaf(number);
    firsts[number] = leaf.start(0);
    if (leaf.count > SPARSE) {
      return;
    }
    if (leaf.count == 0) {
      dropLeaves(number, number + 1);
    } else if (number + 1 < leafCount && leaf.count + leaf(number + 1).count <= JOINED) {
      leaf.append(leaf(number + 1), 0);
      dropLeaves(number + 1, number + 2);
    } else if (number > 0 && leaf.count + leaf(number - 1).count <= JOINED) {
      leaf(number - 1).append(leaf, 0);
      dropLeaves(number, number + 1);
    }
  }

  /** Takes the leaves [from, to) out of the directory. */
  private void dropLeaves(int from, int to) {
    int count = leafCount - (to - from);
    if (count == 0) {
      leaf(0).count = 0;
    } else {
      System.arraycopy(leaves, to, leaves, from, leafCount - to);
      System.arraycopy(firsts, to, firsts, from, leafCount - to);
    }
    Arrays.fill(leaves, Math.max(count, 1), leafCount, null);
    leafCount = count;
    density = Words.density(firsts, count);
  }
}

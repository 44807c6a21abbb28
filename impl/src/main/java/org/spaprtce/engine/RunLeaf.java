package org.spaprtce.engine;

/**
 * Some consecutive runs of a {@link RunList}, in the order of their bus addresses. Not thread-safe.
 */
final class RunLeaf {

  /** Most runs. */
  static final int MOST = 64;

  /* The fields of the runs, each in a part of the array: first all starts, and so on. */
  private static final int UA = MOST;
  private static final int SIZE = 2 * MOST;
  private static final int TAG = 3 * MOST;
  private static final int FIELDS = 4;

  private final long[] words = new long[FIELDS * MOST];
  int count;

  /** Of the starts, as it was when the number of runs was last a power of two. */
  private long density;

  long start(int slot) {
    return words[slot];
  }

  long ua(int slot) {
    return words[UA + slot];
  }

  long size(int slot) {
    return words[SIZE + slot];
  }

  int tag(int slot) {
    return (int) words[TAG + slot];
  }

  long last(int slot) {
    return words[slot] + (words[SIZE + slot] - 1);
  }

  /** The slot of the last run that starts at or before a bus address, or -1. */
  int floor(long iova) {
    return Words.floor(words, count, iova, density);
  }

  /** Whether the run of a slot goes on in one that begins at these addresses. */
  boolean continues(int slot, long iova, long ua, int tag) {
    return start(slot) + size(slot) == iova && ua(slot) + size(slot) == ua && tag(slot) == tag;
  }

  /** Whether the run of a slot begins at these addresses. */
  boolean begins(int slot, long iova, long ua, int tag) {
    return start(slot) == iova && ua(slot) == ua && tag(slot) == tag;
  }

  /** Moves the runs from a slot on to another one. */
  void move(int from, int to) {
    int moved = count - from;
    if (moved > 0) {
      copy(this, from, this, to, moved);
    }
    count = to + moved;
  }

  private void put(int slot, long iova, long ua, long size, int tag) {
    words[slot] = iova;
    words[UA + slot] = ua;
    words[SIZE + slot] = size;
    words[TAG + slot] = tag;
  }

  /** Puts a run before that of a slot. */
  void insert(int slot, long iova, long ua, long size, int tag) {
    move(slot, slot + 1);
    put(slot, iova, ua, size, tag);
    if (Integer.bitCount(count) == 1) {
      density = Words.density(words, count);
    }
  }

  void resize(int slot, long size) {
    words[SIZE + slot] = size;
  }

  void cutStart(int slot, long bytes) {
    words[slot] += bytes;
    words[UA + slot] += bytes;
    words[SIZE + slot] -= bytes;
  }

  /** Adds runs of another leaf, from a slot on. */
  void append(RunLeaf source, int from) {
    int moved = source.count - from;
    copy(source, from, this, count, moved);
    count += moved;
    density = Words.density(words, count);
  }

  private static void copy(RunLeaf source, int from, RunLeaf target, int to, int length) {
    for (int field = 0; field < FIELDS * MOST; field += MOST) {
      System.arraycopy(source.words, field + from, target.words, field + to, length);
    }
  }
}

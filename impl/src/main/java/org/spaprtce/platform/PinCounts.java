package org.spaprtce.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How often each byte of memory is pinned. Not thread-safe.
 *
 * <p>A key is the start of a stretch that goes to the next key; stretches beside each other differ.
 */
final class PinCounts {

  /** A range of addresses; {@code end} is the first after it. */
  record Stretch(long start, long end) {}

  private final NavigableMap<Long, Integer> counts = new TreeMap<>(Long::compareUnsigned);

  /** {@return the parts of a range that are not pinned, in ascending order} */
  List<Stretch> free(long start, long end) {
    return stretches(start, end, 0);
  }

  /** Pins a range once more. */
  void add(long start, long end) {
    change(start, end, 1);
  }

  /**
   * Takes a pin of a range back.
   *
   * @return the parts that are not pinned any more, in ascending order
   */
  List<Stretch> subtract(long start, long end) {
    List<Stretch> last = stretches(start, end, 1);
    change(start, end, -1);
    return last;
  }

  private List<Stretch> stretches(long start, long end, int count) {
    var found = new ArrayList<Stretch>();
    long from = start;
    while (from != end) {
      Long next = counts.higherKey(from);
      long to = next == null || Long.compareUnsigned(next, end) > 0 ? end : next;
      if (at(from) == count) {
        found.add(new Stretch(from, to));
      }
      from = to;
    }
    return found;
  }

  private void change(long start, long end, int by) {
    counts.put(start, at(start));
    counts.put(end, at(end));
    counts.subMap(start, true, end, false).replaceAll((_, count) -> count + by);
    join(start);
    join(end);
  }

  /** Drops a key where the count does not change. */
  private void join(long key) {
    Map.Entry<Long, Integer> below = counts.lowerEntry(key);
    if (at(key) == (below == null ? 0 : below.getValue())) {
      counts.remove(key);
    }
  }

  private int at(long address) {
    Map.Entry<Long, Integer> entry = counts.floorEntry(address);
    return entry == null ? 0 : entry.getValue();
  }

  /** {@return whether nothing is pinned} */
  boolean isEmpty() {
    return counts.isEmpty();
  }
}

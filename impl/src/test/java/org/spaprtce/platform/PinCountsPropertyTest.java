package org.spaprtce.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.spaprtce.platform.PinCounts.Stretch;

/** The counts of pins, compared with a count for each address. */
class PinCountsPropertyTest {

  static final int SPACE = 24;

  /** A count for each address. */
  private static final class Naive {
    private final int[] counts = new int[SPACE];

    List<Stretch> counted(long start, long end, int count) {
      var found = new ArrayList<Stretch>();
      for (long at = start; at < end; at++) {
        if (counts[(int) at] != count) {
          continue;
        }
        long from =
            found.isEmpty() || found.getLast().end() != at ? at : found.removeLast().start();
        found.add(new Stretch(from, at + 1));
      }
      return found;
    }

    void change(Stretch stretch, int by) {
      for (long at = stretch.start(); at < stretch.end(); at++) {
        counts[(int) at] += by;
      }
    }
  }

  @Property
  void counts_anySequence_areThoseOfEachAddress(
      @ForAll @Size(max = 40) List<@IntRange(max = 2 * SPACE * SPACE - 1) Integer> draws) {
    var naive = new Naive();
    var counts = new PinCounts();
    var pinned = new ArrayList<Stretch>();
    for (int draw : draws) {
      long start = draw % SPACE;
      long end = Math.min(SPACE, start + 1 + draw / SPACE % SPACE);
      assertEquals(naive.counted(start, end, 0), counts.free(start, end));
      if (draw < SPACE * SPACE || pinned.isEmpty()) {
        var stretch = new Stretch(start, end);
        pinned.add(stretch);
        counts.add(start, end);
        naive.change(stretch, 1);
      } else {
        Stretch stretch = pinned.remove(draw % pinned.size());
        List<Stretch> last = naive.counted(stretch.start(), stretch.end(), 1);
        assertEquals(last, counts.subtract(stretch.start(), stretch.end()));
        naive.change(stretch, -1);
      }
      assertEquals(pinned.isEmpty(), counts.isEmpty());
    }
    pinned.forEach(stretch -> counts.subtract(stretch.start(), stretch.end()));
    assertTrue(counts.isEmpty());
  }
}

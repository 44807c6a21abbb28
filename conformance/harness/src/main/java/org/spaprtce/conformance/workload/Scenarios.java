package org.spaprtce.conformance.workload;

import java.util.List;
import org.spaprtce.DmaWindow;
import org.spaprtce.Iova;
import org.spaprtce.conformance.sut.Scenario;

/**
 * The surroundings that sequences run in: each is there for a boundary of its own.
 *
 * <p>Host pages of 4 KiB and 64 KiB; window pages smaller than, equal to and larger than those; a
 * window at 0, one at 2^59 as real platforms place them, and one that ends at 2^64; charges by
 * others that leave the sum of a word far away, at its top, and past its half. What the tables cost
 * is written down here and compared with what the norm charges.
 */
public final class Scenarios {
  private static final long KIB4 = 1 << 12;
  private static final long KIB64 = 1 << 16;
  private static final long MIB2 = 1 << 21;

  /** Where real platforms place second windows. */
  private static final long MIDDLE = 1L << 59;

  /** All of them. */
  public static final List<Scenario> ALL =
      List.of(
          new Scenario(KIB64, List.of(window(0, 1L << 31, KIB4, 128)), 0),
          new Scenario(
              KIB4,
              List.of(window(0, 16 * KIB4, KIB4, 2), window(MIDDLE, 1L << 40, KIB4, 1 << 20)),
              0),
          new Scenario(
              KIB64,
              List.of(window(MIDDLE, 4 * KIB64, KIB64, 2), window(0, 1L << 31, KIB4, 128)),
              -70),
          new Scenario(KIB4, List.of(window(-8 * KIB4, 8 * KIB4, KIB4, 2)), Long.MAX_VALUE - 7),
          new Scenario(
              KIB4, List.of(window(0, 8 * MIB2, MIB2, 2), window(0, 8 * KIB64, KIB64, 2)), 5));

  private Scenarios() {}

  private static DmaWindow window(long start, long size, long page, long table) {
    return new DmaWindow(new Iova(start), size, page, table);
  }
}

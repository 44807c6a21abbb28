package org.spaprtce;

import static java.util.Comparator.naturalOrder;

import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.lang3.Validate;

/**
 * What an IOMMU group is capable of.
 *
 * @param start bus address of its default window, a multiple of its largest page
 * @param size bytes of its default window, unsigned, a multiple of the host's page; 0: there is
 *     none
 * @param shifts binary logarithms of the page sizes that its windows may have, 12 to 58
 * @param windows number of windows that can be created, not negative; 0: none, so it takes version
 *     1 only (GRP-5)
 * @param levels most levels of a TCE table, from 0 to 64
 * @param family groups share a container only if their families are equal (GRP-7)
 * @clause QRY-3 GRP-5 GRP-7 WIN-1 WIN-7 WIN-9
 */
public record TableGroup(
    Iova start, long size, Set<Integer> shifts, int windows, int levels, String family) {

  /** A group of a POWER9 with the radix MMU: pages of 4 KiB, 64 KiB, 2 MiB and 1 GiB. */
  public static final TableGroup POWER9 =
      new TableGroup(new Iova(0), 1L << 31, Set.of(12, 16, 21, 30), 2, 5, "");

  /** A group of a POWER8 with the hash MMU: pages of 4 KiB, 64 KiB, 16 MiB and 256 MiB. */
  public static final TableGroup POWER8 =
      new TableGroup(new Iova(0), 1L << 31, Set.of(12, 16, 24, 28), 2, 5, "");

  private static final int MOST_SHIFT = 58;
  private static final int MOST_LEVELS = 64;

  /** Bytes of the largest window that a table can have. */
  private static final long WIDEST = 1L << (DmaWindow.TABLE_ADDRESS_BITS - 1);

  /**
   * Copies the set and checks the values.
   *
   * @throws IllegalArgumentException if the start is no multiple of every page or the size none of
   *     4 KiB, if a window at the start could reach {@link DmaWindow#SECOND_START}, or if a number
   *     is out of range
   */
  public TableGroup {
    shifts = Set.copyOf(shifts);
    Validate.isTrue(
        shifts.stream().allMatch(s -> DmaWindow.DEFAULT_SHIFT <= s && s <= MOST_SHIFT),
        "shifts=%s are not from 12 to 58",
        new TreeSet<>(shifts));
    int largest = Math.max(DmaWindow.DEFAULT_SHIFT, shifts.stream().max(naturalOrder()).orElse(0));
    Validate.isTrue(
        (start.value() & ((1L << largest) - 1)) == 0 && (size & (DmaWindow.LEAST_PAGE - 1)) == 0,
        "start=%s is not a multiple of 2^%d, or size=%#x not of 4096",
        start,
        largest,
        size);
    Validate.isTrue(
        Long.compareUnsigned(start.value(), DmaWindow.SECOND_START - WIDEST) <= 0
            && Long.compareUnsigned(size, DmaWindow.SECOND_START - start.value()) <= 0,
        "start=%s size=%#x reach the second start",
        start,
        size);
    Validate.isTrue(
        windows >= 0 && levels >= 0 && levels <= MOST_LEVELS,
        "windows=%d levels=%d",
        windows,
        levels);
  }
}

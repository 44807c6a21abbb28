package org.spaprtce.conformance.norm;

import java.math.BigInteger;
import java.util.List;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/**
 * What a machine is capable of; all of its IOMMU groups are alike.
 *
 * @param windowStart bus address of the default window
 * @param windowSize its bytes; 0 if there is none
 * @param pageShifts log2 of each page size that a window may have, ascending
 * @param windows number of windows that can be created
 * @param levels most levels of a table
 * @param eeh whether EEH is there
 * @param hugePage the page of hugetlbfs, bytes
 */
public record Machine(
    BigInteger windowStart,
    BigInteger windowSize,
    List<Integer> pageShifts,
    long windows,
    long levels,
    boolean eeh,
    BigInteger hugePage) {
  /** A machine with the radix MMU, as PowerNV makes it. */
  public static final Machine POWER9 = powerNv(List.of(12, 16, 21, 30), 21);

  /** A machine with the hash MMU, as PowerNV makes it. */
  public static final Machine POWER8 = powerNv(List.of(12, 16, 24, 28), 24);

  /** Copies the list. */
  public Machine {
    pageShifts = List.copyOf(pageShifts);
  }

  private static Machine powerNv(List<Integer> pageShifts, int hugePageShift) {
    return new Machine(
        BigInteger.ZERO,
        BigInteger.ONE.shiftLeft(31),
        pageShifts,
        2,
        5,
        true,
        BigInteger.ONE.shiftLeft(hugePageShift));
  }

  /** The sum of the page sizes that a window may have, bytes. */
  public BigInteger pageSizes() {
    return pageShifts.stream()
        .map(BigInteger.ONE::shiftLeft)
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  /** The capabilities of a group, as the norm's constant TableGroup has them. */
  Value tableGroup() {
    return Values.record(
        "start",
        windowStart,
        "size",
        windowSize,
        "shifts",
        Values.set(pageShifts.stream().map(Values::integer).toList()),
        "windows",
        windows,
        "levels",
        levels,
        "family",
        "");
  }
}

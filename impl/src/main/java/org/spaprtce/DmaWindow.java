package org.spaprtce;

import org.apache.commons.lang3.Validate;

/**
 * A range of bus addresses with a TCE for each of its pages.
 *
 * @param start first bus address, a multiple of the page
 * @param size bytes, unsigned, a multiple of the page; the window may end at 2^64. Only the default
 *     window of a group that has none is empty
 * @param pageBytes bytes of an IOMMU page, unsigned, a power of two from {@link #LEAST_PAGE}
 * @param tablePages pages of the host that are charged for the table, unsigned
 * @clause WIN-1 WIN-10 WIN-18
 */
public record DmaWindow(Iova start, long size, long pageBytes, long tablePages) {

  /** Bytes of the smallest IOMMU page: a window has 2^52 TCEs at most. */
  public static final long LEAST_PAGE = 1 << 12;

  /** Binary logarithm of the bytes of the default window's page (WIN-1). */
  public static final int DEFAULT_SHIFT = 12;

  /** Bus address of the second window of a container (WIN-13, WIN-20). */
  public static final long SECOND_START = 1L << 59;

  /** Address bits that the levels of a table may cover must be fewer (WIN-11). */
  public static final int TABLE_ADDRESS_BITS = 55;

  /**
   * Checks the window.
   *
   * @throws IllegalArgumentException if it has another page, is not made of whole pages or passes
   *     2^64
   */
  public DmaWindow {
    Validate.isTrue(
        Long.bitCount(pageBytes) == 1 && Long.compareUnsigned(pageBytes, LEAST_PAGE) >= 0,
        "pageBytes=%s is not a power of two from 4096",
        Long.toUnsignedString(pageBytes));
    Validate.isTrue(
        ((start.value() | size) & (pageBytes - 1)) == 0,
        "start=%s size=%#x are not multiples of pageBytes=%#x",
        start,
        size,
        pageBytes);
    Validate.isTrue(
        size == 0 || Long.compareUnsigned(start.value(), start.value() + (size - 1)) <= 0,
        "start=%s size=%#x passes 2^64",
        start,
        size);
  }

  /**
   * {@return whether a bus address lies in the window}
   *
   * @param iova any bus address
   */
  public boolean contains(Iova iova) {
    return Long.compareUnsigned(iova.value() - start.value(), size) < 0;
  }

  @Override
  public String toString() {
    return "DmaWindow[start=%s, size=0x%x, pageBytes=0x%x, tablePages=%s]"
        .formatted(start, size, pageBytes, Long.toUnsignedString(tablePages));
  }
}

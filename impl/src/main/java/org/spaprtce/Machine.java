package org.spaprtce;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import org.apache.commons.lang3.Validate;

/**
 * What is fixed about a machine: its page, its IOMMU groups, and whether devices can be recovered.
 *
 * @param pageSize bytes of a page of the host, a power of two from 4096
 * @param groups what each group is capable of; the place in the list is its {@link GroupId}
 * @param eeh whether EEH, the recovery of devices, is there
 * @clause QRY-1
 */
public record Machine(long pageSize, List<TableGroup> groups, boolean eeh) {

  /**
   * Copies the list and checks the values.
   *
   * @throws IllegalArgumentException if the page is no power of two from 4096, if a default window
   *     is not made of such pages, or if groups of one family start at different addresses
   */
  public Machine {
    groups = List.copyOf(groups);
    Validate.isTrue(
        Long.bitCount(pageSize) == 1 && Long.compareUnsigned(pageSize, DmaWindow.LEAST_PAGE) >= 0,
        "pageSize=%s is not a power of two from 4096",
        Long.toUnsignedString(pageSize));
    var starts = new HashMap<String, Iova>();
    for (TableGroup group : groups) {
      Validate.isTrue(
          (group.size() & (pageSize - 1)) == 0,
          "size=%#x is not a multiple of pageSize=%#x",
          group.size(),
          pageSize);
      Iova first = starts.putIfAbsent(group.family(), group.start());
      Validate.isTrue(
          first == null || first.equals(group.start()),
          "family=%s starts at %s and %s",
          group.family(),
          first,
          group.start());
    }
  }

  /**
   * {@return a POWER9 with pages of 64 KiB and EEH}
   *
   * @param groups number of its IOMMU groups
   * @throws IllegalArgumentException if it is negative
   */
  public static Machine power9(int groups) {
    return new Machine(1 << 16, Collections.nCopies(groups, TableGroup.POWER9), true);
  }
}

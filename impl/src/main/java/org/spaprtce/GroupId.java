package org.spaprtce;

import org.apache.commons.lang3.Validate;

/**
 * The number of an IOMMU group on its machine.
 *
 * @param number its place in {@link Machine#groups()}, from 0
 */
public record GroupId(int number) implements Comparable<GroupId> {

  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public GroupId {
    Validate.isTrue(number >= 0, "number=%d is negative", number);
  }

  @Override
  public int compareTo(GroupId other) {
    return Integer.compare(number, other.number);
  }
}

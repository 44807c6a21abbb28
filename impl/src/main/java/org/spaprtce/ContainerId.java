package org.spaprtce;

import org.apache.commons.lang3.Validate;

/**
 * The number of a container on its machine.
 *
 * @param number 0 for the container that was opened first
 */
public record ContainerId(int number) implements Comparable<ContainerId> {

  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public ContainerId {
    Validate.isTrue(number >= 0, "number=%d is negative", number);
  }

  @Override
  public int compareTo(ContainerId other) {
    return Integer.compare(number, other.number);
  }
}

package org.spaprtce;

import org.apache.commons.lang3.Validate;

/**
 * The number of a process, an address space, on its machine.
 *
 * @param number 0 for the process that was opened first
 */
public record ProcessId(int number) implements Comparable<ProcessId> {

  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public ProcessId {
    Validate.isTrue(number >= 0, "number=%d is negative", number);
  }

  @Override
  public int compareTo(ProcessId other) {
    return Integer.compare(number, other.number);
  }
}

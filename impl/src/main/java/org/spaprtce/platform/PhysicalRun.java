package org.spaprtce.platform;

import org.apache.commons.lang3.Validate;
import org.spaprtce.HostPhysicalAddress;

/**
 * Physical memory without a gap.
 *
 * @param start first physical address
 * @param size bytes, unsigned, not zero; the run may end at 2^64
 * @clause DEV-1
 */
public record PhysicalRun(HostPhysicalAddress start, long size) {

  /**
   * Checks the run.
   *
   * @throws IllegalArgumentException if it is empty or passes 2^64
   */
  public PhysicalRun {
    Validate.isTrue(
        size != 0 && Long.compareUnsigned(start.value(), start.value() + (size - 1)) <= 0,
        "start=%s size=%#x",
        start,
        size);
  }
}

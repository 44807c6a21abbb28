package org.spaprtce.conformance.judge;

import java.util.Set;

/** Hardware and firmware. */
final class Platform {
  /** What they can answer; other errors are for the norm to explain. */
  static final Set<String> CAN_SAY = Set.of("OK", "EIO", "ENODEV", "ENOENT", "ETIMEDOUT", "EBUSY");

  private Platform() {}
}

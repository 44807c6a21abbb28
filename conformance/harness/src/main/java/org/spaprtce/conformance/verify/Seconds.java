package org.spaprtce.conformance.verify;

import java.time.Duration;

/** Durations in seconds, to a tenth. */
final class Seconds {
  private static final double TENTHS = 10;
  private static final double MILLIS = 1000;

  private Seconds() {}

  static double of(Duration duration) {
    return Math.round(duration.toMillis() / MILLIS * TENTHS) / TENTHS;
  }
}

package org.spaprtce.oracle.runtime;

import java.io.Serial;

/**
 * An expression that has no value in TLA+ or that cannot be evaluated: an application outside the
 * domain, a {@code CHOOSE} without a witness, a comparison of a number with a string, the
 * enumeration of a set that is too big.
 *
 * <p>The message begins with the position in the TLA+ text where it is known.
 */
public final class TlaError extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final boolean located;

  /** Creates an error whose position is not known yet. */
  public TlaError(String message) {
    this(message, false);
  }

  private TlaError(String message, boolean located) {
    super(message);
    this.located = located;
  }

  /** The same error with a position; the innermost position wins. */
  public TlaError at(String position) {
    return located ? this : new TlaError(position + ": " + getMessage(), true);
  }
}

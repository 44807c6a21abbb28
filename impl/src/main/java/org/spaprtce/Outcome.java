package org.spaprtce;

/** What a caller observes when a command returns. */
public sealed interface Outcome {

  /** Success. */
  enum Done implements Outcome {
    /** The only value. */
    DONE
  }

  /**
   * A rejection.
   *
   * <p>Nothing changed, but for a MAP_DMA that failed at an entry: the entries of its range before
   * this one have no TCEs any more.
   *
   * @param errno the error that the caller sees
   * @param clause the clause of the spec that was answered with, such as {@code REG-5}: diagnostic,
   *     since the spec allows several where it does not order them
   */
  record Rejected(Errno errno, String clause) implements Outcome {}
}

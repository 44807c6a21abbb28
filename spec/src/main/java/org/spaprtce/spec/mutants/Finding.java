package org.spaprtce.spec.mutants;

/**
 * What became of one mutant.
 *
 * @param mutant the mutant's key
 * @param line where it is in its module
 * @param verdict what became of it
 * @param by the model that killed it, the models without an answer, the reason why it is
 *     equivalent, or nothing
 * @param detail what the model answered differently
 * @param seconds time that was needed
 */
record Finding(String mutant, int line, Verdict verdict, String by, String detail, double seconds) {

  /** What became of a mutant. */
  enum Verdict {
    /** A model answered otherwise than the manifest says. */
    KILLED(true),
    /** No model notices, and none can: the reason is on record. */
    EQUIVALENT(true),
    /** No model notices. */
    SURVIVED(false),
    /** No model notices, but some did not end in time. */
    UNANSWERED(false),
    /** A model noticed a mutant that is on record as equivalent. */
    NOT_EQUIVALENT(false);

    private final boolean good;

    Verdict(boolean good) {
      this.good = good;
    }

    /** Whether all is as it should be. */
    boolean isGood() {
      return good;
    }
  }

  /** The module that the mutant is in. */
  String module() {
    return mutant.substring(0, mutant.indexOf('.'));
  }
}

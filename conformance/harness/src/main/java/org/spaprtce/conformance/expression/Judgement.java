package org.spaprtce.conformance.expression;

import java.util.Optional;

/**
 * The rule by which answers are compared.
 *
 * <ul>
 *   <li>A value of TLC is the value of the compiled code.
 *   <li>Where TLC finds no value, neither does the compiled code, and for the same reason.
 *   <li>TLC's numbers have 32 bits, those of the compiled code any length. Where TLC reports an
 *       overflow, the same expression must leave 32 bits when the compiled code evaluates it with
 *       each result of an arithmetic operator bounded; and only there.
 * </ul>
 */
final class Judgement {
  private Judgement() {}

  /** Why the answers to the expression at a place differ, if they do. */
  static Optional<Mismatch> of(Batch batch, int place, Answer tlc, CompiledBatch compiled) {
    Answer own = compiled.answer(Batch.definition(place));
    Answer bounded = batch.hasFitting(place) ? compiled.answer(Batch.fitting(place)) : own;
    boolean tlcOverflows = isOverflow(tlc);
    if (tlcOverflows != isOverflow(bounded)) {
      return mismatch(
          batch,
          place,
          tlc,
          bounded,
          tlcOverflows ? "only TLC leaves 32 bits" : "only the compiled code leaves 32 bits");
    }
    if (tlcOverflows) {
      return Optional.empty();
    }
    if (!same(tlc, own)) {
      return mismatch(batch, place, tlc, own, "the answers differ");
    }
    return same(tlc, bounded)
        ? Optional.empty()
        : mismatch(batch, place, tlc, bounded, "the answers differ within 32 bits");
  }

  private static boolean isOverflow(Answer answer) {
    return answer instanceof Answer.Failed failed && failed.failure() == Failure.OVERFLOW;
  }

  private static boolean same(Answer tlc, Answer own) {
    return switch (tlc) {
      case Answer.Known known -> known.equals(own);
      case Answer.Failed failed ->
          own instanceof Answer.Failed other && failed.failure() == other.failure();
    };
  }

  private static Optional<Mismatch> mismatch(
      Batch batch, int place, Answer tlc, Answer own, String rule) {
    String expression = batch.terms().get(place).text();
    return Optional.of(new Mismatch(expression, tlc.toString(), own.toString(), rule));
  }
}

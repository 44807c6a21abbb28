package org.spaprtce.conformance.judge;

import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.spaprtce.conformance.recording.Answer;
import org.spaprtce.conformance.recording.RecordedOperation;

/**
 * What was recorded of the end of a command, in the words of the norm.
 *
 * @param result {@code OK}, the name of an error, or {@code POSITIVE}
 * @param value the value where it is not that of an error
 * @param output fields of the argument structure after the call
 * @param lockedPages pages of locked_vm of the caller after it; null if not recorded
 */
record Observed(
    String result, long value, Map<String, BigInteger> output, @Nullable BigInteger lockedPages) {
  static final String OK = "OK";
  static final String POSITIVE = "POSITIVE";

  /** What values from 0 on mean. */
  enum Value {
    /** 0 is success, and no other value is specified. */
    ZERO,
    /** Every value is success and tells something. */
    TELLING,
    /** Every value is success; it is a descriptor and tells nothing. */
    DESCRIPTOR
  }

  static Observed of(RecordedOperation recorded, Value meaning) {
    Answer answer = recorded.answer();
    String result =
        !answer.succeeded()
            ? answer.errno()
            : meaning == Value.ZERO && answer.value() > 0 ? POSITIVE : OK;
    long value = answer.succeeded() && meaning != Value.DESCRIPTOR ? answer.value() : 0;
    Long locked = recorded.lockedPages();
    return new Observed(
        result, value, recorded.output(), locked == null ? null : BigInteger.valueOf(locked));
  }

  /** The answer for a reader. */
  String text() {
    return text(result, value);
  }

  /** An answer for a reader: {@code OK}, {@code +k} for a value k, or the name of an error. */
  static String text(String result, long value) {
    boolean valued = result.equals(POSITIVE) || (result.equals(OK) && value != 0);
    return valued ? "+" + value : result;
  }
}

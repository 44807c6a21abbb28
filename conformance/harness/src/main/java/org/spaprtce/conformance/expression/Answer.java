package org.spaprtce.conformance.expression;

import org.spaprtce.oracle.runtime.TlaError;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.ValueParser;

/** What an evaluator made of an expression. */
sealed interface Answer {
  /** It has a value. */
  record Known(Value value) implements Answer {
    @Override
    public String toString() {
      return value.toString();
    }
  }

  /** It has none. */
  record Failed(Failure failure, String message) implements Answer {
    @Override
    public String toString() {
      return failure + ": " + message;
    }
  }

  /** TLC's answer as {@link TlcEvaluator} wrote it. */
  static Answer ofTlc(String line) {
    String text = line.substring(1);
    if (line.charAt(0) != 'V') {
      return new Failed(Failure.ofTlc(text), text);
    }
    try {
      return new Known(ValueParser.parse(text));
    } catch (IllegalArgumentException | TlaError e) {
      throw new IllegalStateException("value=" + text, e);
    }
  }
}

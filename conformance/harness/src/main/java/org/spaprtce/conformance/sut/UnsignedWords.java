package org.spaprtce.conformance.sut;

import java.math.BigInteger;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/** Numbers of the norm as words of the implementation, and back. */
final class UnsignedWords {
  /** The largest word. */
  static final BigInteger LAST = BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);

  private UnsignedWords() {}

  /**
   * The word of a field.
   *
   * @throws IllegalArgumentException if the number does not fit: such a command cannot be sent
   */
  static long word(Value record, String field) {
    return word(record.field(field).asBigInteger());
  }

  /**
   * The word of a number.
   *
   * @throws IllegalArgumentException if it does not fit
   */
  static long word(BigInteger number) {
    if (number.signum() < 0 || number.bitLength() > Long.SIZE) {
      throw new IllegalArgumentException("number=" + number + " is no word");
    }
    return number.longValue();
  }

  /** The word of a field of the environment: what is more than a word is as much as there is. */
  static long saturated(Value record, String field) {
    return record.field(field).asBigInteger().min(LAST).longValue();
  }

  /** The half word of a field, unsigned. */
  static int half(Value record, String field) {
    BigInteger number = record.field(field).asBigInteger();
    if (number.signum() < 0 || number.bitLength() > Integer.SIZE) {
      throw new IllegalArgumentException(field + "=" + number + " is no half word");
    }
    return number.intValue();
  }

  /** The number of an unsigned word. */
  static Value number(long word) {
    return Values.unsigned(word);
  }
}

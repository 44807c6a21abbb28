package org.spaprtce.conformance.recording;

/**
 * What a call returned.
 *
 * @param value the return value; negative for a failure
 * @param errno the name of the error of a failure, else empty
 */
public record Answer(long value, String errno) {
  /** Zero. */
  public static final Answer OK = new Answer(0, "");

  /** A failure and nothing else has an error. */
  public Answer {
    if (value < 0 == errno.isEmpty()) {
      throw new IllegalArgumentException("value=" + value + " errno=" + errno);
    }
  }

  /** The answer of a call that returns minus the number of an error, or a value from 0 on. */
  public static Answer ofReturn(long value) {
    return value < 0 ? new Answer(-1, Errnos.name(-value)) : new Answer(value, "");
  }

  /** Whether the caller takes this for success: not negative. */
  public boolean succeeded() {
    return value >= 0;
  }

  /** The name of the result: {@code OK}, an error's name, or {@code +k} for a positive value k. */
  public String text() {
    if (value < 0) {
      return errno;
    }
    return value == 0 ? "OK" : "+" + value;
  }
}

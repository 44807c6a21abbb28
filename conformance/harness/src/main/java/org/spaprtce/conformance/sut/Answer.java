package org.spaprtce.conformance.sut;

import org.spaprtce.oracle.runtime.Value;

/**
 * What a system answers to a command.
 *
 * @param result "OK" or the error, as the module TceInterface names it
 * @param clause the clause that the system itself gives for an error, or an empty text
 * @param output what the command hands out: a record as the norm's {@code Output} makes it
 */
public record Answer(String result, String clause, Value output) {
  /** The result of success. */
  public static final String OK = "OK";

  /** Whether the command was refused. */
  public boolean isRefusal() {
    return !result.equals(OK);
  }

  /** The result, and the clause that the system itself gives for an error. */
  @Override
  public String toString() {
    return clause.isEmpty() ? result : result + " (of " + clause + ")";
  }
}

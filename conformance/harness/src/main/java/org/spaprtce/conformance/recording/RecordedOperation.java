package org.spaprtce.conformance.recording;

import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record of a recording.
 *
 * @param line the line of the file, from 1
 * @param text the operation for a reader
 * @param operation what was done
 * @param answer what was returned
 * @param output fields of the argument structure after the call, by the names of kernel recordings
 * @param lockedPages pages of locked_vm of the calling process after it; null if not recorded
 * @param child whether a second process did it, forked for this one operation
 */
public record RecordedOperation(
    int line,
    String text,
    Operation operation,
    Answer answer,
    Map<String, BigInteger> output,
    @Nullable Long lockedPages,
    boolean child) {
  /** Copies the output. */
  public RecordedOperation {
    output = Map.copyOf(output);
  }
}

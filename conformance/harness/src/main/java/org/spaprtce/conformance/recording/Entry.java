package org.spaprtce.conformance.recording;

/**
 * An operation in its place among the sequences of a recording.
 *
 * @param sequence the name of the process's sequence
 * @param begins whether a new sequence of that name begins with it
 * @param operation the operation
 */
public record Entry(String sequence, boolean begins, RecordedOperation operation) {}

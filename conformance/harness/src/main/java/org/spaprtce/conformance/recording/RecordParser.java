package org.spaprtce.conformance.recording;

/** Reads the records of one format. */
interface RecordParser {
  /**
   * A record and the process it belongs to.
   *
   * @param sequence the name of the process's sequence
   * @param index the number of the operation in its sequence
   */
  record Parsed(String sequence, long index, RecordedOperation operation) {}

  /** Whether a line may be a GET_INFO or a CHECK_EXTENSION; false only if it is neither. */
  boolean mayBeQuery(String line);

  /** Reads one record; threads may do so at the same time. */
  Parsed parse(Fields fields) throws BadRecordingException;
}

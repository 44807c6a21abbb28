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

  /** Who writes records of this format. */
  Recording.Source source();

  /** Reads one record. */
  Parsed parse(Fields fields) throws BadRecordingException;
}

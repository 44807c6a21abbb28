package org.spaprtce.conformance.recording;

/**
 * A line of a file.
 *
 * @param file the file as the caller named it
 * @param line the line, from 1; 0 stands for the file as a whole
 */
public record Place(String file, int line) {
  /** The complaint that something at this place breaks a rule. */
  public BadRecordingException bad(String message) {
    return new BadRecordingException(this, message);
  }

  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line;
  }
}

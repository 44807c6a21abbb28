package org.spaprtce.conformance.recording;

import java.io.Serial;

/** Input that breaks a rule of the recording formats; the message is {@code FILE:LINE: what}. */
public final class BadRecordingException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  /** A broken rule at a place. */
  public BadRecordingException(Place place, String message) {
    super(place + ": " + message);
  }
}

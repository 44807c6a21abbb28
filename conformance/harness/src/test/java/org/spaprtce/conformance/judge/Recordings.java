package org.spaprtce.conformance.judge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.spaprtce.conformance.norm.Machine;
import org.spaprtce.conformance.recording.BadRecordingException;
import org.spaprtce.conformance.recording.Recording;
import org.spaprtce.conformance.recording.RecordingReader;
import org.spaprtce.oracle.Profile;

/** Recordings given as text. */
final class Recordings {
  private Recordings() {}

  /** Judges a recording; where it does not tell the page size, that is 4096. */
  static FileReport judge(String profile, String text) {
    return new Judge(Profile.named(profile), Machine.POWER9).judge(of(text));
  }

  static Recording of(String text) {
    try {
      Path file = Files.createTempFile("recording", ".jsonl");
      try {
        Files.writeString(file, text);
        return RecordingReader.read(file, 4096);
      } finally {
        Files.delete(file);
      }
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } catch (BadRecordingException problem) {
      throw new IllegalArgumentException(problem);
    }
  }
}

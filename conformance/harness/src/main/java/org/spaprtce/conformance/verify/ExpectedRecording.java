package org.spaprtce.conformance.verify;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * The numbers on record for a recording, in {@code expected.json} of the folder of recordings.
 *
 * @param file the file, below the folder of recordings
 * @param operations the operations in it
 * @param profiles what becomes of them under each profile that is on record
 */
public record ExpectedRecording(String file, int operations, Map<String, Numbers> profiles) {
  /** Sorts the profiles. */
  public ExpectedRecording {
    profiles = new TreeMap<>(profiles);
  }

  /**
   * What becomes of the operations of a recording under a profile.
   *
   * @param agreed those with an outcome that the profile allows
   * @param diverged those with another
   * @param unexplained those of the diverged that no quirk explains
   * @param notCovered those that are not judged
   * @param divergedByQuirk the divergences by the quirks that explain them
   */
  public record Numbers(
      int agreed,
      int diverged,
      int unexplained,
      int notCovered,
      Map<String, Integer> divergedByQuirk) {
    /** Sorts the quirks. */
    public Numbers {
      divergedByQuirk = new TreeMap<>(divergedByQuirk);
    }
  }

  private record Document(List<ExpectedRecording> files) {}

  /** Reads the numbers of a folder of recordings, by file. */
  public static Map<String, ExpectedRecording> read(Path recordings) {
    Document document =
        JsonMapper.shared().readValue(recordings.resolve("expected.json").toFile(), Document.class);
    Map<String, ExpectedRecording> byFile = new TreeMap<>();
    for (ExpectedRecording recording : document.files()) {
      if (byFile.put(recording.file(), recording) != null) {
        throw new IllegalArgumentException("expected.json: file=" + recording.file() + " twice");
      }
    }
    return byFile;
  }
}

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
 * @param agreed those with an outcome that the norm allows
 * @param diverged those with another
 * @param notCovered those that this version does not judge
 * @param divergedByClause the divergences by clause
 */
public record ExpectedRecording(
    String file,
    int operations,
    int agreed,
    int diverged,
    int notCovered,
    Map<String, Integer> divergedByClause) {
  /** Sorts the clauses. */
  public ExpectedRecording {
    divergedByClause = new TreeMap<>(divergedByClause);
  }

  private record Document(List<ExpectedRecording> files) {}

  /** Reads the numbers of a folder of recordings, by file. */
  static Map<String, ExpectedRecording> read(Path recordings) {
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

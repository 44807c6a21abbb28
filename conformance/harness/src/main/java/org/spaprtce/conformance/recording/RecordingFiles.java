package org.spaprtce.conformance.recording;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the recordings that a caller names by files and folders. */
public final class RecordingFiles {
  private RecordingFiles() {}

  /**
   * The file itself, or the files {@code *.jsonl} and {@code *.jsonl.gz} below a folder, also by
   * symbolic links, in the order of their names.
   *
   * @throws BadRecordingException if a folder cannot be read or holds no recording
   */
  public static List<Path> below(Path path) throws BadRecordingException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    List<Path> files;
    try (Stream<Path> walk = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
      files = walk.filter(RecordingFiles::isRecording).sorted().toList();
    } catch (IOException problem) {
      throw new Place(path.toString(), 0).bad("cannot be read: " + problem.getMessage());
    }
    if (files.isEmpty()) {
      throw new Place(path.toString(), 0).bad("a folder must hold files *.jsonl or *.jsonl.gz");
    }
    return files;
  }

  private static boolean isRecording(Path path) {
    String name = path.getFileName().toString();
    return (name.endsWith(".jsonl") || name.endsWith(".jsonl.gz")) && Files.isRegularFile(path);
  }
}

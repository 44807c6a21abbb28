package org.spaprtce.conformance.verify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.spaprtce.conformance.judge.FileReport;
import org.spaprtce.conformance.judge.Judge;
import org.spaprtce.conformance.recording.BadRecordingException;
import org.spaprtce.conformance.recording.RecordingFiles;
import org.spaprtce.conformance.recording.RecordingReader;

/**
 * Judges the recordings and compares the numbers with those on record.
 *
 * <p>A real kernel does diverge from the norm, so a divergence alone is no failure here: a number
 * that is not the one on record is.
 */
final class RecordingStage {
  private static final long PAGE_SIZE = 4096;

  private final Workspace workspace;
  private final Progress progress;

  RecordingStage(Workspace workspace, Progress progress) {
    this.workspace = workspace;
    this.progress = progress;
  }

  List<Evidence.RecordingEvidence> run() {
    progress.begin("the recordings are judged by the norm");
    Map<String, ExpectedRecording> expected = ExpectedRecording.read(workspace.recordings());
    List<Path> files = files();
    List<Evidence.RecordingEvidence> evidence = new ArrayList<>();
    for (Path file : files) {
      evidence.add(evidence(file, expected));
      progress.advance(evidence.size(), files.size(), evidence.getLast().file());
    }
    boolean complete = !files.isEmpty() && files.size() == expected.size();
    boolean passed = complete && evidence.stream().allMatch(Evidence.RecordingEvidence::passed);
    progress.end(
        passed,
        "%d files, %,d operations: %,d agreed, %,d diverged, %,d not covered yet%s"
            .formatted(
                files.size(),
                evidence.stream().mapToInt(Evidence.RecordingEvidence::operations).sum(),
                evidence.stream().mapToInt(Evidence.RecordingEvidence::agreed).sum(),
                evidence.stream().mapToInt(Evidence.RecordingEvidence::diverged).sum(),
                evidence.stream().mapToInt(Evidence.RecordingEvidence::notCovered).sum(),
                complete ? "" : "; %d files are on record".formatted(expected.size())));
    return evidence;
  }

  /** The recordings; none if the folder cannot be read, and then the stage fails. */
  private List<Path> files() {
    try {
      return RecordingFiles.below(workspace.recordings());
    } catch (BadRecordingException e) {
      return List.of();
    }
  }

  private Evidence.RecordingEvidence evidence(Path file, Map<String, ExpectedRecording> expected) {
    String name = workspace.recordings().relativize(file).toString();
    try {
      FileReport report = Judge.judge(RecordingReader.read(file, PAGE_SIZE));
      return evidence(name, report, expected);
    } catch (BadRecordingException e) {
      return new Evidence.RecordingEvidence(
          false, name, 0, 0, 0, 0, Map.of(), List.of(String.valueOf(e.getMessage())));
    }
  }

  private static Evidence.RecordingEvidence evidence(
      String name, FileReport report, Map<String, ExpectedRecording> expected) {
    Map<String, Integer> byClause = new TreeMap<>();
    report
        .divergences()
        .forEach(
            divergence -> byClause.merge(String.join(" ", divergence.clauses()), 1, Integer::sum));
    ExpectedRecording found =
        new ExpectedRecording(
            name,
            report.operations(),
            report.agreed(),
            report.diverged(),
            report.notCovered(),
            byClause);
    ExpectedRecording wanted = expected.get(name);
    List<String> differences =
        found.equals(wanted) ? List.of() : List.of("expected " + wanted + ", got " + found);
    return new Evidence.RecordingEvidence(
        differences.isEmpty(),
        name,
        report.operations(),
        report.agreed(),
        report.diverged(),
        report.notCovered(),
        byClause,
        differences);
  }
}

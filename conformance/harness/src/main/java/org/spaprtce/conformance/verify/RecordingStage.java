package org.spaprtce.conformance.verify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.spaprtce.conformance.judge.FileReport;
import org.spaprtce.conformance.judge.Judge;
import org.spaprtce.conformance.norm.Machine;
import org.spaprtce.conformance.recording.BadRecordingException;
import org.spaprtce.conformance.recording.Recording;
import org.spaprtce.conformance.recording.RecordingFiles;
import org.spaprtce.conformance.recording.RecordingReader;
import org.spaprtce.conformance.verify.ExpectedRecording.Numbers;
import org.spaprtce.oracle.Profile;

/**
 * Judges the recordings by every profile that is on record for them, and compares the numbers.
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
    progress.begin("the recordings are judged");
    Map<String, ExpectedRecording> expected = ExpectedRecording.read(workspace.recordings());
    List<Path> files = files();
    List<Evidence.RecordingEvidence> evidence = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      String name = workspace.recordings().relativize(files.get(i)).toString();
      evidence.addAll(evidence(files.get(i), name, expected.get(name)));
      progress.advance(i + 1, files.size(), name);
    }
    boolean complete = !files.isEmpty() && files.size() == expected.size();
    boolean passed = complete && evidence.stream().allMatch(Evidence.RecordingEvidence::passed);
    progress.end(
        passed,
        "%d files: %s%s"
            .formatted(
                files.size(),
                totals(evidence),
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

  private static String totals(List<Evidence.RecordingEvidence> evidence) {
    Map<String, List<Evidence.RecordingEvidence>> byProfile =
        evidence.stream()
            .collect(
                Collectors.groupingBy(
                    Evidence.RecordingEvidence::profile, TreeMap::new, Collectors.toList()));
    List<String> totals = new ArrayList<>();
    byProfile.forEach((profile, of) ->
        totals.add(
            "%s: %,d operations, %,d agreed, %,d diverged, %,d not covered"
                .formatted(
                    profile,
                    of.stream().mapToInt(Evidence.RecordingEvidence::operations).sum(),
                    of.stream().mapToInt(Evidence.RecordingEvidence::agreed).sum(),
                    of.stream().mapToInt(Evidence.RecordingEvidence::diverged).sum(),
                    of.stream().mapToInt(Evidence.RecordingEvidence::notCovered).sum())));
    return String.join("; ", totals);
  }

  private static List<Evidence.RecordingEvidence> evidence(
      Path file, String name, @Nullable ExpectedRecording expected) {
    if (expected == null) {
      return List.of(failed(name, "not on record"));
    }
    Recording recording;
    try {
      recording = RecordingReader.read(file, PAGE_SIZE);
    } catch (BadRecordingException e) {
      return List.of(failed(name, String.valueOf(e.getMessage())));
    }
    List<Evidence.RecordingEvidence> evidence = new ArrayList<>();
    expected
        .profiles()
        .forEach((profile, numbers) ->
            evidence.add(
                evidence(
                    new Judge(Profile.named(profile), Machine.POWER9).judge(recording),
                    expected,
                    numbers)));
    return evidence;
  }

  private static Evidence.RecordingEvidence failed(String name, String why) {
    return new Evidence.RecordingEvidence(false, name, "", 0, 0, 0, 0, Map.of(), List.of(why));
  }

  private static Evidence.RecordingEvidence evidence(
      FileReport report, ExpectedRecording expected, Numbers numbers) {
    Numbers found =
        new Numbers(
            report.agreed(),
            report.diverged(),
            report.unexplained(),
            report.notCovered(),
            report.divergedByQuirk());
    List<String> differences = new ArrayList<>();
    if (report.operations() != expected.operations()) {
      differences.add(
          "expected %d operations, got %d".formatted(expected.operations(), report.operations()));
    }
    if (!found.equals(numbers)) {
      differences.add("expected " + numbers + ", got " + found);
    }
    return new Evidence.RecordingEvidence(
        differences.isEmpty(),
        expected.file(),
        report.profile(),
        report.operations(),
        report.agreed(),
        report.diverged(),
        report.notCovered(),
        report.divergedByQuirk(),
        differences);
  }
}

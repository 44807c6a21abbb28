package org.spaprtce.conformance.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.spaprtce.conformance.norm.Machine;
import org.spaprtce.conformance.recording.Answer;
import org.spaprtce.conformance.recording.Operation;
import org.spaprtce.conformance.recording.RecordedOperation;
import org.spaprtce.conformance.recording.Recording;
import org.spaprtce.conformance.recording.RecordingFiles;
import org.spaprtce.conformance.recording.RecordingReader;
import org.spaprtce.conformance.recording.Request;
import org.spaprtce.conformance.recording.Sequence;
import org.spaprtce.oracle.Profile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The recordings of this project: their numbers are on record, and faults in them are found. */
class RecordingsTest {
  private static final String LINUX = "linux-6.12";
  private static final Path FOLDER = Path.of("../recordings");
  private static final Path EDGE = FOLDER.resolve("kernel/p9-64k-6.12/edge.jsonl.gz");
  private static final int PAGE_SIZE = 4096;

  private static JsonNode expected() {
    return new JsonMapper().readTree(FOLDER.resolve("expected.json").toFile()).get("files");
  }

  private static FileReport judge(String profile, Recording recording) {
    return new Judge(Profile.named(profile), Machine.POWER9).judge(recording);
  }

  @TestFactory
  Stream<DynamicTest> judge_recording_hasTheNumbersOnRecord() {
    return expected()
        .valueStream()
        .map(file ->
            DynamicTest.dynamicTest(file.get("file").stringValue(), () -> assertNumbers(file)));
  }

  private static void assertNumbers(JsonNode expected) throws Exception {
    Path file = FOLDER.resolve(expected.get("file").stringValue());
    Recording recording = RecordingReader.read(file, PAGE_SIZE);
    assertEquals(expected.get("operations").intValue(), recording.operations());
    assertTrue(expected.get("profiles").has("norm") && expected.get("profiles").has(LINUX));
    for (Map.Entry<String, JsonNode> profile : expected.get("profiles").properties()) {
      JsonNode wanted = profile.getValue();
      FileReport report = judge(profile.getKey(), recording);
      assertEquals(wanted.get("agreed").intValue(), report.agreed(), profile::getKey);
      assertEquals(wanted.get("diverged").intValue(), report.diverged(), profile::getKey);
      assertEquals(wanted.get("unexplained").intValue(), report.unexplained(), profile::getKey);
      assertEquals(wanted.get("notCovered").intValue(), report.notCovered(), profile::getKey);
      Map<String, Integer> byQuirk = new TreeMap<>();
      wanted
          .get("divergedByQuirk")
          .properties()
          .forEach(quirk -> byQuirk.put(quirk.getKey(), quirk.getValue().intValue()));
      assertEquals(byQuirk, report.divergedByQuirk(), profile::getKey);
    }
  }

  @Test
  void expected_namesEveryRecording() throws Exception {
    TreeSet<String> onRecord = new TreeSet<>();
    expected().forEach(file -> onRecord.add(file.get("file").stringValue()));
    TreeSet<String> there = new TreeSet<>();
    RecordingFiles.below(FOLDER).forEach(file -> there.add(FOLDER.relativize(file).toString()));
    assertFalse(there.isEmpty());
    assertEquals(there, onRecord);
  }

  /**
   * What the whole is for: the model of the kernel leaves nothing open, the norm nothing unsaid.
   */
  @Test
  void expected_ofKernels_leavesNothingOpen() {
    int operations = 0;
    for (JsonNode file : expected()) {
      if (file.get("file").stringValue().startsWith("kernel/")) {
        JsonNode linux = file.get("profiles").get(LINUX);
        assertEquals(file.get("operations").intValue(), linux.get("agreed").intValue());
        JsonNode norm = file.get("profiles").get("norm");
        assertEquals(0, norm.get("unexplained").intValue());
        assertEquals(0, norm.get("notCovered").intValue());
        operations += file.get("operations").intValue();
      }
    }
    assertTrue(operations >= 19_186, "operations=" + operations);
  }

  /** Faults in every refused ioctl of the corner cases, one in each sequence at a time. */
  @Test
  void judge_oneWrongError_isFoundThere() throws Exception {
    int seeded = 0;
    for (Recording recording : sequences()) {
      List<RecordedOperation> operations = operations(recording);
      for (int i = 0; i < operations.size(); i += 3) {
        if (isIoctl(operations.get(i)) && !operations.get(i).answer().succeeded()) {
          Answer wrong = new Answer(-1, isEeh(operations.get(i)) ? "EPERM" : "EIO");
          assertFound(changed(recording, i, o -> with(o, wrong, o.output(), o.lockedPages())), i);
          seeded++;
        }
      }
    }
    assertTrue(seeded > 100, "seeded=" + seeded);
  }

  @Test
  void judge_successThatWasNone_isFoundThere() throws Exception {
    int seeded = 0;
    for (Recording recording : sequences()) {
      List<RecordedOperation> operations = operations(recording);
      for (int i = 1; i < operations.size(); i += 3) {
        if (isIoctl(operations.get(i)) && operations.get(i).answer().succeeded()) {
          Answer wrong = new Answer(-1, isEeh(operations.get(i)) ? "EPERM" : "EIO");
          assertFound(changed(recording, i, o -> with(o, wrong, o.output(), o.lockedPages())), i);
          seeded++;
        }
      }
    }
    assertTrue(seeded > 150, "seeded=" + seeded);
  }

  @Test
  void judge_wrongCharge_isOneDivergence() throws Exception {
    int seeded = 0;
    for (Recording recording : sequences()) {
      for (int i = 2; i < operations(recording).size(); i += 4) {
        Long locked = operations(recording).get(i).lockedPages();
        if (locked != null) {
          Recording wrong = changed(recording, i, o -> with(o, o.answer(), o.output(), locked + 1));
          assertFound(wrong, i);
          seeded++;
        }
      }
    }
    assertTrue(seeded > 300, "seeded=" + seeded);
  }

  @Test
  void judge_wrongOutput_isOneDivergence() throws Exception {
    int seeded = 0;
    for (Recording recording : sequences()) {
      for (int i = 0; i < operations(recording).size(); i++) {
        RecordedOperation operation = operations(recording).get(i);
        if (isIoctl(operation) || operation.operation() instanceof Operation.ReadWord) {
          for (String field : operation.output().keySet()) {
            Map<String, BigInteger> output = new HashMap<>(operation.output());
            output.computeIfPresent(field, (_, value) -> value.flipBit(1));
            if (seeded % 3 == 0) {
              Recording wrong =
                  changed(recording, i, o -> with(o, o.answer(), output, o.lockedPages()));
              assertEquals(1, assertFound(wrong, i).diverged());
            }
            seeded++;
          }
        }
      }
    }
    assertTrue(seeded > 300, "seeded=" + seeded);
  }

  @Test
  void judge_missingRecord_isFound() throws Exception {
    Recording recording =
        sequences().stream()
            .filter(one -> one.sequences().getFirst().name().equals("double-register"))
            .findFirst()
            .orElseThrow();
    List<RecordedOperation> operations = new ArrayList<>(operations(recording));
    operations.removeIf(o ->
        o.operation() instanceof Operation.Ioctl ioctl
            && ioctl.request() instanceof Request.Register
            && o.answer().succeeded());
    assertTrue(judge(LINUX, with(recording, operations)).unexplained() > 0);
  }

  /** The sequences of the corner cases, each by itself. */
  private static List<Recording> sequences() throws Exception {
    Recording edge = RecordingReader.read(EDGE, PAGE_SIZE);
    List<Recording> alone = new ArrayList<>();
    for (Sequence sequence : edge.sequences()) {
      alone.add(of(edge, sequence));
    }
    return alone;
  }

  private static boolean isIoctl(RecordedOperation recorded) {
    return recorded.operation() instanceof Operation.Ioctl ioctl
        && !(ioctl.request() instanceof Request.GetInfo info && info.header().argsz() >= 32);
  }

  private static boolean isEeh(RecordedOperation recorded) {
    return recorded.operation() instanceof Operation.Ioctl ioctl
        && ioctl.request() instanceof Request.Eeh;
  }

  private static List<RecordedOperation> operations(Recording recording) {
    return recording.sequences().getFirst().operations();
  }

  private static Recording changed(
      Recording recording, int i, UnaryOperator<RecordedOperation> change) {
    List<RecordedOperation> operations = new ArrayList<>(operations(recording));
    operations.set(i, change.apply(operations.get(i)));
    return with(recording, operations);
  }

  private static RecordedOperation with(
      RecordedOperation o,
      Answer answer,
      Map<String, BigInteger> output,
      @Nullable Long lockedPages) {
    return new RecordedOperation(
        o.line(), o.text(), o.operation(), answer, output, lockedPages, o.child());
  }

  private static Recording with(Recording recording, List<RecordedOperation> operations) {
    String name = recording.sequences().getFirst().name();
    return of(recording, new Sequence(name, operations));
  }

  private static Recording of(Recording recording, Sequence sequence) {
    return new Recording(recording.origin(), List.of(sequence));
  }

  /** The fault is the first divergence, and nothing explains it. */
  private static FileReport assertFound(Recording wrong, int i) {
    FileReport report = judge(LINUX, wrong);
    RecordedOperation seeded = operations(wrong).get(i);
    assertTrue(report.diverged() > 0, seeded::toString);
    Divergence divergence = report.divergences().getFirst();
    assertEquals(seeded.line(), divergence.line(), divergence::toString);
    assertFalse(divergence.explained());
    return report;
  }
}

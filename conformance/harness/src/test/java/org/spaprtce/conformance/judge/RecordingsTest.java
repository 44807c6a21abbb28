package org.spaprtce.conformance.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
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
import org.spaprtce.conformance.recording.Answer;
import org.spaprtce.conformance.recording.Operation;
import org.spaprtce.conformance.recording.RecordedOperation;
import org.spaprtce.conformance.recording.Recording;
import org.spaprtce.conformance.recording.RecordingFiles;
import org.spaprtce.conformance.recording.RecordingReader;
import org.spaprtce.conformance.recording.Sequence;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The recordings of this project: their numbers are on record, and faults in them are found. */
class RecordingsTest {
  private static final Path FOLDER = Path.of("../recordings");
  private static final Path EDGE = FOLDER.resolve("kernel/p9-64k-6.12/edge.jsonl.gz");
  private static final int PAGE_SIZE = 4096;

  private static JsonNode expected() {
    return new JsonMapper().readTree(FOLDER.resolve("expected.json").toFile()).get("files");
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
    FileReport report = Judge.judge(RecordingReader.read(file, PAGE_SIZE));
    assertEquals(expected.get("operations").intValue(), report.operations());
    assertEquals(expected.get("agreed").intValue(), report.agreed());
    assertEquals(expected.get("diverged").intValue(), report.diverged());
    assertEquals(expected.get("notCovered").intValue(), report.notCovered());
    Map<String, Integer> byClause = new TreeMap<>();
    for (Divergence divergence : report.divergences()) {
      byClause.merge(String.join(" ", divergence.clauses()), 1, Integer::sum);
    }
    Map<String, Integer> wanted = new TreeMap<>();
    expected
        .get("divergedByClause")
        .properties()
        .forEach(clause -> wanted.put(clause.getKey(), clause.getValue().intValue()));
    assertEquals(wanted, byClause);
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

  /** Faults in every rejection of every sequence that agrees as a whole, one at a time. */
  @Test
  void judge_oneWrongError_isOneDivergence() throws Exception {
    int seeded = 0;
    for (Recording recording : agreeing()) {
      List<RecordedOperation> operations = operations(recording);
      for (int i = 0; i < operations.size(); i++) {
        if (isCall(operations.get(i)) && !operations.get(i).answer().succeeded()) {
          assertOnlyDivergence(answering(recording, i, new Answer(-1, "EIO")), i);
          assertOnlyDivergence(answering(recording, i, new Answer(3, "")), i);
          seeded++;
        }
      }
    }
    assertTrue(seeded > 100, "seeded=" + seeded);
  }

  /** A refusal that did not happen changes the state of the norm, so it is seeded at the end. */
  @Test
  void judge_wrongErrorAtTheEnd_isOneDivergence() throws Exception {
    int seeded = 0;
    for (Recording recording : agreeing()) {
      int last = lastCall(operations(recording));
      if (operations(recording).get(last).answer().succeeded()) {
        assertOnlyDivergence(answering(recording, last, new Answer(-1, "EBUSY")), last);
        seeded++;
      }
    }
    assertTrue(seeded > 15, "seeded=" + seeded);
  }

  @Test
  void judge_wrongChargeAtTheEnd_isOneDivergence() throws Exception {
    int seeded = 0;
    for (Recording recording : agreeing()) {
      int last = lastCall(operations(recording));
      Long locked = operations(recording).get(last).lockedPages();
      if (locked != null
          && operations(recording).get(last).operation() instanceof Operation.Unregister) {
        Recording wrong = changed(recording, last, o -> with(o, o.answer(), locked + 1));
        assertEquals(List.of("ACC-1"), assertOnlyDivergence(wrong, last).clauses());
        seeded++;
      }
    }
    assertTrue(seeded > 10, "seeded=" + seeded);
  }

  @Test
  void judge_missingRecord_isFound() throws Exception {
    Recording recording =
        agreeing().stream()
            .filter(one -> one.sequences().getFirst().name().equals("double-register"))
            .findFirst()
            .orElseThrow();
    List<RecordedOperation> operations = new ArrayList<>(operations(recording));
    operations.removeIf(o -> o.operation() instanceof Operation.Register && o.answer().succeeded());
    FileReport report = Judge.judge(with(recording, operations));
    assertTrue(report.diverged() > 0);
  }

  /** The sequences of a recording in which every call is judged and none diverges. */
  private static List<Recording> agreeing() throws Exception {
    Recording edge = RecordingReader.read(EDGE, PAGE_SIZE);
    List<Recording> agreeing = new ArrayList<>();
    for (Sequence sequence : edge.sequences()) {
      Recording alone =
          new Recording(edge.file(), edge.source(), edge.pageSize(), List.of(sequence));
      long calls = sequence.operations().stream().filter(RecordingsTest::isCall).count();
      if (calls > 0 && Judge.judge(alone).agreed() == calls) {
        agreeing.add(alone);
      }
    }
    return agreeing;
  }

  private static boolean isCall(RecordedOperation recorded) {
    return recorded.operation() instanceof Operation.Call;
  }

  private static int lastCall(List<RecordedOperation> operations) {
    int last = operations.size() - 1;
    while (!isCall(operations.get(last))) {
      last--;
    }
    return last;
  }

  private static List<RecordedOperation> operations(Recording recording) {
    return recording.sequences().getFirst().operations();
  }

  private static Recording answering(Recording recording, int i, Answer answer) {
    return changed(recording, i, o -> with(o, answer, o.lockedPages()));
  }

  private static Recording changed(
      Recording recording, int i, UnaryOperator<RecordedOperation> change) {
    List<RecordedOperation> operations = new ArrayList<>(operations(recording));
    operations.set(i, change.apply(operations.get(i)));
    return with(recording, operations);
  }

  private static RecordedOperation with(
      RecordedOperation o, Answer answer, @Nullable Long lockedPages) {
    return new RecordedOperation(o.line(), o.text(), o.operation(), answer, lockedPages, o.child());
  }

  private static Recording with(Recording recording, List<RecordedOperation> operations) {
    String name = recording.sequences().getFirst().name();
    return new Recording(
        recording.file(),
        recording.source(),
        recording.pageSize(),
        List.of(new Sequence(name, operations)));
  }

  private static Divergence assertOnlyDivergence(Recording wrong, int i) {
    FileReport report = Judge.judge(wrong);
    RecordedOperation seeded = operations(wrong).get(i);
    assertEquals(1, report.diverged(), () -> seeded + " " + report.divergences());
    Divergence divergence = report.divergences().getFirst();
    assertEquals(seeded.line(), divergence.line());
    assertNull(divergence.follows());
    return divergence;
  }
}

package org.spaprtce.conformance.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingStreamTest {
  /** More lines than are parsed ahead. */
  private static final int MANY = 10_000;

  @TempDir private Path folder;

  private static String record(String sequence, int i, String line, String args) {
    return "{\"seq\":\"%s\",\"i\":%d,\"line\":\"%s\",\"op\":\"%s\",\"args\":{%s},"
            .formatted(sequence, i, line, line.split(" ", 2)[0], args)
        + "\"ret\":0,\"err\":\"\",\"out\":{},\"VmLck\":0}\n";
  }

  private RecordingStream open(String text) throws Exception {
    return RecordingStream.open(Files.writeString(folder.resolve("f.jsonl"), text), 4096);
  }

  private static Entry next(RecordingStream stream) throws Exception {
    Entry entry = stream.next();
    assertNotNull(entry);
    return entry;
  }

  private static String problem(RecordingStream stream) {
    return String.valueOf(assertThrows(BadRecordingException.class, stream::next).getMessage());
  }

  @Test
  void next_manyLines_areInOrder() throws Exception {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < MANY; i++) {
      text.append(record("s" + i / 100, i % 100, "nop", ""));
    }
    try (RecordingStream stream = open(text.toString())) {
      for (int i = 0; i < MANY; i++) {
        Entry entry = next(stream);
        assertEquals(i + 1, entry.operation().line());
        assertEquals("s" + i / 100, entry.sequence());
        assertEquals(i % 100 == 0, entry.begins());
      }
      assertNull(stream.next());
    }
  }

  @Test
  void next_badLine_comesBehindAllBeforeIt() throws Exception {
    String good = record("s", 0, "nop", "");
    try (RecordingStream stream = open(good.repeat(MANY - 1) + "{\n" + good)) {
      for (int i = 1; i < MANY; i++) {
        assertEquals(i, next(stream).operation().line());
      }
      for (int i = 0; i < 2; i++) {
        String message = problem(stream);
        assertTrue(message.contains(":" + MANY + ": a line must be one JSON object"), message);
      }
    }
  }

  @Test
  void next_processesOfClient_beginByThemselves() throws Exception {
    String call = "{\"pid\":%d,\"seq\":%d,\"op\":\"open\",\"path\":\"/dev/vfio/vfio\",\"ret\":3}\n";
    List<Boolean> begins = new ArrayList<>();
    try (RecordingStream stream =
        open(
            call.formatted(1, 1)
                + call.formatted(2, 2)
                + call.formatted(1, 3)
                + call.formatted(2, 1))) {
      for (Entry entry = stream.next(); entry != null; entry = stream.next()) {
        begins.add(entry.begins());
      }
    }
    assertEquals(List.of(true, true, false, true), begins);
  }

  @Test
  void ofQueries_hasAllQueriesAndFewOthers() throws Exception {
    String text =
        record("s", 0, "nop", "")
            + record("s", 1, "info C", "")
            + "no record\n"
            + record("s", 2, "nop", "")
            + record("s", 3, "ext C", "\"ext\":5")
            + record("s", 4, "\\u0065xt C", "\"ext\":5").replace("\\\\", "\\");
    Path file = Files.writeString(folder.resolve("q.jsonl"), text);
    List<Integer> lines = new ArrayList<>();
    try (RecordingStream stream = RecordingStream.ofQueries(file, 4096)) {
      for (Entry entry = stream.next(); entry != null; entry = stream.next()) {
        lines.add(entry.operation().line());
      }
    }
    assertEquals(List.of(1, 2, 5, 6), lines);
  }

  @Test
  void next_onlyTheMachine_isNoRecording() throws Exception {
    try (RecordingStream stream = open("{\"sys\":{\"pagesize\":4096}}\n")) {
      String message = problem(stream);
      assertTrue(message.endsWith(":1: a recording must have at least one operation"), message);
    }
  }
}

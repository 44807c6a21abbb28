package org.spaprtce.conformance.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.spaprtce.conformance.norm.Machine;
import org.spaprtce.conformance.recording.BadRecordingException;
import org.spaprtce.oracle.Profile;

/** Whatever stands in a recording is judged, or refused with the line: nothing else. */
class MutatedRecordingPropertyTest {
  private static final Path FOLDER = Path.of("../recordings");
  private static final int LENGTH = 150;

  /** Numbers of records: JSON numbers, strings in hexadecimal, Booleans. */
  private static final Pattern NUMBER =
      Pattern.compile("(?<=: ?)(?:-?\\d+|\"0x[0-9a-f]+\"|true|false)(?=[,}])");

  private static final List<List<String>> RECORDINGS =
      List.of(
          lines("clients/qemu-t1.jsonl.gz"),
          lines("clients/dpdk-huge-user.jsonl.gz"),
          lines("kernel/p9-64k-6.12/devices.jsonl.gz"),
          lines("kernel/p9-64k-6.12/files.jsonl.gz"),
          lines("kernel/p9-64k-6.12/edge.jsonl.gz"),
          lines("kernel/p8-64k-6.12/random2.jsonl.gz"));

  enum Kind {
    DROP,
    REPEAT,
    SWAP,
    NUMBER
  }

  /** A change of a line; the numbers are taken modulo what there is. */
  record Change(Kind kind, int line, int other, String value) {}

  private static List<String> lines(String file) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(FOLDER.resolve(file))),
                StandardCharsets.UTF_8))) {
      return reader.lines().limit(LENGTH).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Provide
  static Arbitrary<List<Change>> changes() {
    Arbitrary<String> values =
        Arbitraries.of(
            "0",
            "1",
            "-1",
            "7",
            "12",
            "63",
            "64",
            "4095",
            "65536",
            "2147483648",
            "4294967295",
            "4294967296",
            "9223372036854775808",
            "18446744073709551615",
            "18446744073709551616",
            "\"0x0\"",
            "\"0xffffffffffffffff\"",
            "\"0xfffffffffffff000\"",
            "null",
            "\"x\"",
            "1.5");
    return Combinators.combine(
            Arbitraries.frequency(
                Tuple.of(1, Kind.DROP),
                Tuple.of(1, Kind.REPEAT),
                Tuple.of(1, Kind.SWAP),
                Tuple.of(5, Kind.NUMBER)),
            Arbitraries.integers().between(0, LENGTH - 1),
            Arbitraries.integers().between(0, LENGTH - 1),
            values)
        .as(Change::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  private static List<String> changed(List<String> recording, List<Change> changes) {
    List<String> lines = new ArrayList<>(recording);
    for (Change change : changes) {
      int line = change.line % lines.size();
      int other = change.other % lines.size();
      switch (change.kind) {
        case DROP -> lines.remove(line);
        case REPEAT -> lines.add(line, lines.get(other));
        case SWAP -> Collections.swap(lines, line, other);
        case NUMBER -> {
          String text = lines.get(line);
          List<MatchResult> numbers = NUMBER.matcher(text).results().toList();
          if (!numbers.isEmpty()) {
            MatchResult number = numbers.get(change.other % numbers.size());
            String start = text.substring(0, number.start());
            lines.set(line, start + change.value + text.substring(number.end()));
          }
        }
      }
    }
    return lines;
  }

  @Property(tries = 400)
  void judge_mutatedRecording_reportsOrRefuses(
      @ForAll("recordings") int recording,
      @ForAll boolean norm,
      @ForAll("changes") List<Change> changes)
      throws IOException {
    List<String> lines = changed(RECORDINGS.get(recording), changes);
    Path file = Files.createTempFile("mutated", ".jsonl");
    try {
      Files.write(file, lines);
      Judge judge = new Judge(Profile.named(norm ? "norm" : "linux-6.12"), Machine.POWER9);
      FileReport report = judge.judge(file, 4096, Integer.MAX_VALUE);
      assertEquals(report.diverged(), report.divergences().size());
      assertEquals(report.operations(), report.agreed() + report.diverged() + report.notCovered());
      Statistics.label("outcome")
          .collect(
              report.problem() != null
                  ? "refused at a line"
                  : report.unexplained() > 0 ? "unexplained" : "explained");
    } catch (BadRecordingException refused) {
      assertTrue(String.valueOf(refused.getMessage()).startsWith(file + ":"), refused.getMessage());
      Statistics.label("outcome").collect("refused");
    } finally {
      Files.delete(file);
    }
    Statistics.label("outcome")
        .coverage(coverage -> {
          coverage.check("refused at a line").percentage(share -> share > 5);
          coverage.check("unexplained").percentage(share -> share > 5);
          coverage.check("explained").percentage(share -> share > 5);
        });
  }

  @Provide
  static Arbitrary<Integer> recordings() {
    return Arbitraries.integers().between(0, RECORDINGS.size() - 1);
  }
}

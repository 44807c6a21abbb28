package org.spaprtce.conformance.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.spaprtce.spec.Manifest;
import org.spaprtce.spec.Model;

/** The numbers in the README are those on record, which verify compares with what it finds. */
class ReadmeTest {
  private static final Path ROOT = Path.of("../..");

  @Test
  void recordings_areThoseOnRecord() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    Map<String, ExpectedRecording> expected =
        ExpectedRecording.read(ROOT.resolve("conformance/recordings"));
    assertTrue(expected.size() >= 15, expected::toString);
    List<String> missing = new ArrayList<>();
    for (ExpectedRecording recording : expected.values()) {
      String row = row(recording);
      if (!readme.contains(row)) {
        missing.add(row);
      }
    }
    assertEquals(List.of(), missing);
  }

  /** The operations, and by profile those that agreed and those that diverged. */
  private static String row(ExpectedRecording recording) {
    StringBuilder row = new StringBuilder("| " + recording.file().replace(".jsonl.gz", ""));
    row.append(" | %,d".formatted(recording.operations()));
    recording
        .profiles()
        .values()
        .forEach(n -> row.append(" | %,d | %,d".formatted(n.agreed(), n.diverged())));
    return row.append(" |").toString();
  }

  @Test
  void models_areThoseOfTheManifest() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    Manifest manifest = Manifest.read(ROOT.resolve("spec/models"));
    List<Model> models = manifest.models();
    List<Model> holding = manifest.ofKind(Model.Kind.HOLDS);
    List<Model> graphs = manifest.ofKind(Model.Kind.GRAPH);
    List<String> rows =
        List.of(
            "%d models, 0 of them not as expected, %,d distinct states"
                .formatted(models.size(), states(models)),
            "| models that hold | %d, %,d distinct states |"
                .formatted(holding.size(), states(holding)),
            "| seeded faults, each caught by the property that is there for it | %d |"
                .formatted(manifest.ofKind(Model.Kind.FAULT).size()),
            "| named quirks, each caught by a property that it breaks | %d |"
                .formatted(manifest.ofKind(Model.Kind.QUIRK).size()),
            "| interesting states shown reachable | %d |"
                .formatted(manifest.ofKind(Model.Kind.BAIT).size()),
            "| state graphs of the oracle equal to TLC's | %d, %,d states, "
                .formatted(graphs.size(), states(graphs)));
    assertEquals(List.of(), rows.stream().filter(row -> !readme.contains(row)).toList());
  }

  private static long states(List<Model> models) {
    return models.stream().mapToLong(Model::distinctStates).sum();
  }
}

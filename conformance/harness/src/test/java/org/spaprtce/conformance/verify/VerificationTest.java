package org.spaprtce.conformance.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spaprtce.conformance.graph.CompilerFault;
import org.spaprtce.conformance.graph.DamagedOracle;

/** Each stage of the verification can fail, and says why. */
class VerificationTest {
  private static final Path ROOT = Path.of("../..");

  @TempDir private Path folder = Path.of("");

  private final List<String> outcomes = new ArrayList<>();
  private final Progress progress =
      new Progress() {
        @Override
        public void begin(String stage) {}

        @Override
        public void advance(long done, long total, String what) {}

        @Override
        public void end(boolean passed, String outcome) {
          outcomes.add(passed + " " + outcome);
        }
      };

  @Test
  void workspace_ofAnotherFolder_isRefused() {
    assertTrue(
        String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> Workspace.of(folder))
                    .getMessage())
            .contains("it has no folder spec"));
  }

  @Test
  void oracle_ofTheNorm_isItsText() {
    Evidence.OracleEvidence evidence = new OracleStage(Workspace.of(ROOT), progress).run();
    assertTrue(evidence.passed(), outcomes::toString);
    assertTrue(evidence.invariants().contains("LiveInv"), evidence.invariants()::toString);
  }

  @Test
  void oracle_ofAnotherNorm_isNoticed() throws IOException {
    Workspace changed = copyOfTheNorm();
    Path prereg = changed.spec().resolve("Prereg.tla");
    String text = Files.readString(prereg);
    Files.writeString(prereg, text.replace("cmd.vaddr + cmd.size >=", "cmd.vaddr + cmd.size > "));
    assertFalse(new OracleStage(changed, progress).run().passed());
    assertTrue(outcomes.getFirst().contains("of another text"), outcomes::toString);
  }

  @Test
  void controls_faultyCompilers_areAllFound() {
    List<Evidence.ControlEvidence> evidence =
        new CertificateStage(Workspace.of(ROOT), progress).controls();
    assertEquals(CompilerFault.OF_ACTIONS.size(), evidence.size());
    evidence.forEach(control -> assertTrue(control.passed(), control::toString));
  }

  @Test
  void oracle_ofOtherProfiles_isNoticed() throws IOException {
    Path profiles = Files.createDirectories(folder.resolve("profiles"));
    Files.writeString(profiles.resolve("norm.cfg"), "");
    Workspace changed =
        new Workspace(
            ROOT.resolve("spec/tla"), ROOT.resolve("spec/quirks"), profiles, folder, folder);
    assertFalse(new OracleStage(changed, progress).run().passed());
    assertTrue(outcomes.getFirst().contains("other quirks or profiles"), outcomes::toString);
  }

  @Test
  void models_withAWrongExpectation_fail() throws IOException {
    Path models = Files.createDirectories(folder.resolve("models"));
    Files.writeString(
        models.resolve("MCCount.tla"),
        """
        ---- MODULE MCCount ----
        EXTENDS Integers
        VARIABLE x
        Init == x = 0
        Next == x < 2 /\\ x' = x + 1
        ====
        """);
    Files.writeString(models.resolve("MCCount.cfg"), "INIT Init\nNEXT Next\n");
    Files.writeString(
        models.resolve("manifest.json"),
        """
        {"models": [{"config": "MCCount.cfg", "module": "MCCount.tla",
          "purpose": "a number that is wrong", "kind": "HOLDS", "violated": null,
          "distinctStates": 4, "depth": 3}]}
        """);
    Workspace workspace =
        new Workspace(
            ROOT.resolve("spec/tla"),
            ROOT.resolve("spec/quirks"),
            ROOT.resolve("spec/profiles"),
            models,
            folder);
    List<Evidence.ModelEvidence> evidence = new ModelStage(workspace, progress).run();
    assertFalse(evidence.getFirst().passed());
    assertEquals("expected distinctStates=4 got 3", evidence.getFirst().differences().getFirst());
  }

  @Test
  void recordings_withOtherNumbers_fail() throws IOException {
    Path source = ROOT.resolve("conformance/recordings");
    String file = "clients/ibm-huge-guest.jsonl.gz";
    Files.createDirectories(folder.resolve("clients"));
    Files.copy(source.resolve(file), folder.resolve(file));
    Files.writeString(
        folder.resolve("expected.json"),
        """
        {"files": [{"file": "clients/ibm-huge-guest.jsonl.gz", "operations": 8, "profiles":
          {"norm": {"agreed": 2, "diverged": 0, "unexplained": 0, "notCovered": 6,
            "divergedByQuirk": {}}}}]}
        """);
    Workspace workspace = new Workspace(folder, folder, folder, folder, folder);
    List<Evidence.RecordingEvidence> evidence = new RecordingStage(workspace, progress).run();
    assertFalse(evidence.getFirst().passed());
    assertTrue(
        outcomes.getFirst().startsWith("false 1 files: norm: 8 operations"), outcomes::toString);
  }

  @Test
  void recordings_ofAnEmptyFolder_fail() throws IOException {
    Files.writeString(folder.resolve("expected.json"), "{\"files\": []}");
    assertEquals(
        List.of(),
        new RecordingStage(new Workspace(folder, folder, folder, folder, folder), progress).run());
    assertTrue(outcomes.getFirst().startsWith("false"), outcomes::toString);
  }

  @Test
  void property_withTooFewSequences_isNotEnough() {
    Evidence.PropertyEvidence evidence = new PropertyStage(progress).run(1, 2);
    assertEquals("", evidence.divergence());
    assertFalse(evidence.passed());
    assertFalse(evidence.rare().isEmpty());
  }

  @Test
  void walk_withoutModels_isNotEnough() {
    assertEquals(List.of(), new WalkStage(progress).run(Map.of()));
    assertTrue(outcomes.getFirst().startsWith("false 0 models"), outcomes::toString);
  }

  @Test
  void sweep_ofFewStates_findsItsLeak() {
    Evidence.SweepEvidence evidence = new SweepStage(progress, 20).run();
    assertTrue(evidence.passed(), outcomes::toString);
    assertTrue(evidence.leakFound());
    assertTrue(outcomes.getFirst().endsWith("a seeded leak found"), outcomes::toString);
  }

  private Workspace copyOfTheNorm() throws IOException {
    Path spec = Files.createDirectories(folder.resolve("tla"));
    try (var files = Files.list(ROOT.resolve("spec/tla"))) {
      for (Path file : files.toList()) {
        Files.copy(file, spec.resolve(file.getFileName()));
      }
    }
    return new Workspace(
        spec, ROOT.resolve("spec/quirks"), ROOT.resolve("spec/profiles"), folder, folder);
  }

  @Test
  void graphStage_damagesOperatorsOfTheOracleAsItIs() {
    List<String> descriptions =
        GraphStage.DAMAGED.stream().map(DamagedOracle::in).map(DamagedOracle::description).toList();
    for (int i = 0; i < descriptions.size(); i++) {
      String operator = GraphStage.DAMAGED.get(i);
      assertTrue(descriptions.get(i).contains(" in " + operator + ": "), descriptions.get(i));
    }
  }
}

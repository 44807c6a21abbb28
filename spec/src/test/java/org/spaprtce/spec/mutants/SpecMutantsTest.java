package org.spaprtce.spec.mutants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spaprtce.spec.Manifest;
import org.spaprtce.spec.Model;

/** The command on a norm of two commands, with TLC. */
class SpecMutantsTest {
  private static final String SMALL =
      "'module': 'Lists', 'operator': 'Small', 'text': 'n < 4', 'becomes': 'TRUE'"
          .replace('\'', '"');
  private static final String DROP =
      "'module': 'SpaprTce', 'operator': 'DropChecks', 'text': 'cmd.n > 9', 'becomes': 'FALSE'"
          .replace('\'', '"');
  private static final String REASON = ", \"reason\": \"the model has no such number\"";

  @TempDir Path folder;
  private Path spec = Path.of("");

  @BeforeEach
  void copy() {
    spec = Fixture.copy(folder);
  }

  @Test
  void run_onAMutantThatAModelNotices_reportsItKilled() {
    Fixture.Ended ended = Fixture.run(spec, "--only", "Small");
    assertEquals(0, ended.code(), ended::output);
    assertTrue(
        ended.output().contains("killed         Lists.Small: n < 4 -> TRUE  (MCFixture)"),
        ended::output);
  }

  @Test
  void run_onAMutantThatNoModelNotices_reportsItSurvived() {
    Fixture.Ended ended = Fixture.run(spec, "--only", "DropChecks");
    assertEquals(1, ended.code(), ended::output);
    assertTrue(
        ended.output().contains("survived  SpaprTce.DropChecks: cmd.n > 9 -> FALSE, line 23"),
        ended::output);
  }

  @Test
  void run_onASurvivorWithAReason_reportsItEquivalent() {
    Fixture.list(spec, DROP + REASON);
    Fixture.Ended ended = Fixture.run(spec, "--only", "DropChecks");
    assertEquals(0, ended.code(), ended::output);
    assertTrue(
        ended.output().contains("equivalent     SpaprTce.DropChecks: cmd.n >"), ended::output);
  }

  @Test
  void run_onAKilledMutantWithAReason_reportsTheList() {
    Fixture.list(spec, SMALL + REASON);
    Fixture.Ended ended = Fixture.run(spec, "--only", "Small");
    assertEquals(1, ended.code(), ended::output);
    assertTrue(
        ended.output().contains("not equivalent  Lists.Small: n < 4 -> TRUE"), ended::output);
  }

  @Test
  void run_withAListedMutantThatIsNotThere_reportsTheList() {
    Fixture.list(spec, SMALL.replace("n < 4", "n < 5") + REASON);
    Fixture.Ended ended = Fixture.run(spec, "--only", "HeaderChecks");
    assertEquals(1, ended.code(), ended::output);
    assertTrue(ended.output().contains("not in the norm  Lists.Small: n < 5"), ended::output);
  }

  @Test
  void run_withAModelThatFailsOnTheNorm_setsItAside() {
    Path manifest = spec.resolve("models/manifest.json");
    Fixture.write(manifest, Fixture.read(manifest).replace("16", "17"));
    Fixture.Ended ended = Fixture.run(spec, "--only", "Small");
    assertEquals(1, ended.code(), ended::output);
    assertTrue(
        ended.output().contains("fails on the norm itself  MCFixture.cfg: expected"),
        ended::output);
    assertTrue(ended.output().contains("survived  Lists.Small: n < 4"), ended::output);
  }

  @Test
  void run_again_usesTheFindings() {
    String before = "MCBefore";
    Fixture.run(spec, "--only", "HeaderChecks");
    Path report = spec.resolve("r.json");
    Fixture.write(report, Fixture.read(report).replace("MCFixture", before));
    assertTrue(Fixture.run(spec, "--only", "HeaderChecks").output().contains(before));
    assertFalse(Fixture.run(spec, "--only", "HeaderChecks", "--fresh").output().contains(before));
  }

  @Test
  void run_afterAChangeOfTheNorm_forgetsTheFindings() {
    Report.empty("before")
        .add(
            new Finding("Lists.Small: n < 4 -> TRUE", 1, Finding.Verdict.KILLED, "MCBefore", "", 0),
            spec.resolve("r.json"));
    assertEquals(1, Report.restore(spec.resolve("r.json"), "before").findings().size());
    assertEquals(0, Report.restore(spec.resolve("r.json"), "after").findings().size());
  }

  @Test
  void list_ofTheFixture_runsNothing() {
    Fixture.Ended ended = Fixture.run(spec, "--list");
    assertEquals(0, ended.code());
    assertTrue(ended.output().endsWith("19 mutants\n"), ended::output);
  }

  @Test
  void run_onAnUnknownName_isWrongUsage() {
    assertEquals(2, Fixture.run(spec, "--only", "Nothing").code());
  }

  @Test
  void read_ofAListWithoutAReason_isRefused() {
    Path file = spec.resolve("mutants.json");
    Fixture.list(spec, SMALL + REASON.replaceAll(": .*", ": \" \""));
    assertThrows(IllegalArgumentException.class, () -> Equivalents.read(file));
    Fixture.list(spec, SMALL + REASON, SMALL + REASON);
    assertThrows(IllegalArgumentException.class, () -> Equivalents.read(file));
  }

  @Test
  void referee_onAModuleThatCannotBeRead_saysSo() {
    Path module = spec.resolve("tla/Lists.tla");
    Fixture.write(module, Fixture.read(module).replace("n < 4", "n <"));
    var models = Manifest.read(spec.resolve("models")).models();
    TlcReferee referee = new TlcReferee(spec.resolve("models"), java.time.Duration.ofMinutes(1));
    assertThrows(
        IllegalStateException.class,
        () -> referee.differences(spec.resolve("tla"), models.getFirst()));
  }

  @Test
  void referee_onAModuleThatCannotBeEvaluated_reportsADifference() throws TimeoutException {
    Path module = spec.resolve("tla/Lists.tla");
    Fixture.write(module, Fixture.read(module).replace("n < 4", "2 ^ (0 - 1) < n"));
    var models = Manifest.read(spec.resolve("models")).models();
    TlcReferee referee = new TlcReferee(spec.resolve("models"), java.time.Duration.ofMinutes(1));
    assertFalse(referee.differences(spec.resolve("tla"), models.getFirst()).isEmpty());
  }

  @Test
  void referee_onAModelThatTakesTooLong_givesNoAnswer() {
    var models = Manifest.read(spec.resolve("models")).models();
    TlcReferee referee = new TlcReferee(spec.resolve("models"), java.time.Duration.ofMillis(1));
    assertThrows(
        TimeoutException.class, () -> referee.differences(spec.resolve("tla"), models.getFirst()));
  }

  @Test
  void hunt_withAModelThatTakesTooLong_takesNoAnswerForNone() {
    Finding slow =
        found((norm, model) -> {
          throw new TimeoutException();
        });
    assertEquals(Finding.Verdict.UNANSWERED, slow.verdict());
    assertEquals("MCFixture, MCFixture", slow.by());
    AtomicInteger runs = new AtomicInteger();
    Finding killed =
        found((norm, model) -> {
          if (runs.getAndIncrement() == 0) {
            throw new TimeoutException();
          }
          return runs.get() == 2 ? List.of("differs") : List.of();
        });
    assertEquals(Finding.Verdict.KILLED, killed.verdict());
    assertEquals("differs", killed.detail());
  }

  /** What becomes of a mutant with two models. */
  private Finding found(Hunt.Referee referee) {
    Model model = Manifest.read(spec.resolve("models")).models().getFirst();
    Equivalents none = Equivalents.read(spec.resolve("mutants.json"));
    Mutant mutant = new Mutant("Lists", "Small", "-", "=", 1, new Mutant.Range(1, 1, 1, 1));
    return new Hunt(spec.resolve("tla"), List.of(model, model), none, referee).find(mutant);
  }
}

package org.spaprtce.conformance.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.spaprtce.spec.Manifest;
import org.spaprtce.spec.Model;
import org.spaprtce.spec.SuiteRuns;
import org.spaprtce.spec.Tlc;
import org.spaprtce.spec.TlcRun;

/** Has TLC check every model of the small suite. */
final class ModelStage {
  private final Workspace workspace;
  private final Progress progress;

  ModelStage(Workspace workspace, Progress progress) {
    this.workspace = workspace;
    this.progress = progress;
  }

  List<Evidence.ModelEvidence> run() {
    progress.begin("TLC checks the models");
    List<Model> models = Manifest.read(workspace.models()).models();
    Tlc tlc = new Tlc(workspace.spec(), workspace.models());
    AtomicInteger done = new AtomicInteger();
    SuiteRuns runs =
        new SuiteRuns(
            tlc,
            models,
            model -> progress.advance(done.incrementAndGet(), models.size(), model.name()));
    List<Evidence.ModelEvidence> evidence =
        models.stream().map(model -> evidence(model, runs.of(model))).toList();
    long failed = evidence.stream().filter(answer -> !answer.passed()).count();
    long states = evidence.stream().mapToLong(Evidence.ModelEvidence::distinctStates).sum();
    progress.end(
        failed == 0,
        "%d models, %d of them not as expected, %,d distinct states"
            .formatted(evidence.size(), failed, states));
    return evidence;
  }

  private static Evidence.ModelEvidence evidence(Model model, TlcRun run) {
    List<String> differences = new ArrayList<>(run.differences(model));
    if (!differences.isEmpty()) {
      differences.add("to see it: " + run.command());
    }
    return new Evidence.ModelEvidence(
        differences.isEmpty(),
        model.name(),
        model.kind().name(),
        model.purpose(),
        Objects.requireNonNullElse(run.violated(), ""),
        run.distinctStates(),
        run.depth(),
        Seconds.of(run.duration()),
        differences);
  }
}

package org.spaprtce.conformance.verify;

import java.util.ArrayList;
import java.util.List;
import org.spaprtce.conformance.sut.ImplementationSystem;
import org.spaprtce.conformance.sweep.FailureSweep;
import org.spaprtce.conformance.sweep.PortSweep;

/** Makes everything around a command of the implementation fail in turn. */
final class SweepStage {
  private final Progress progress;
  private final int every;

  SweepStage(Progress progress) {
    this(progress, 1);
  }

  /**
   * The stage.
   *
   * @param every one prepared state of so many is taken
   */
  SweepStage(Progress progress, int every) {
    this.progress = progress;
    this.every = every;
  }

  Evidence.SweepEvidence run() {
    progress.begin("everything around a command fails in turn");
    FailureSweep.Result steps = FailureSweep.of(ImplementationSystem::new, every);
    progress.advance(1, 3, "steps of the environment");
    PortSweep.Result calls = PortSweep.of(ImplementationSystem::new, every);
    progress.advance(2, 3, "calls of the host");
    boolean leakFound = !FailureSweep.of(ImplementationSystem::leaking, 1).differences().isEmpty();
    List<String> differences = new ArrayList<>(steps.differences());
    differences.addAll(calls.differences());
    boolean passed =
        differences.isEmpty() && leakFound && steps.failures() > 0 && calls.failures() > 0;
    progress.end(
        passed,
        "%,d states, %,d refusals by a failing step, %,d calls failed or threw, a seeded leak %s"
            .formatted(
                steps.situations(),
                steps.failures(),
                calls.failures(),
                leakFound ? "found" : "NOT FOUND"));
    return new Evidence.SweepEvidence(
        passed,
        steps.situations(),
        steps.refused(),
        calls.failed(),
        calls.thrown(),
        leakFound,
        differences);
  }
}

package org.spaprtce.conformance.verify;

import java.util.List;
import org.spaprtce.conformance.sut.Divergence;
import org.spaprtce.conformance.sut.ImplementationSystem;
import org.spaprtce.conformance.workload.Campaign;

/** Drives the implementation against the oracle with random sequences. */
final class PropertyStage {
  private static final int STEPS = 50;
  private static final long PROGRESS_EVERY = 50;

  /** A result that was reached this often is not an accident of the seed. */
  private static final long OFTEN = 100;

  private final Progress progress;

  PropertyStage(Progress progress) {
    this.progress = progress;
  }

  Evidence.PropertyEvidence run(long seed, long sequences) {
    progress.begin("the implementation is driven against the oracle");
    Campaign.Result result =
        new Campaign(seed, sequences, STEPS, ImplementationSystem::new)
            .run(done -> {
              if (done % PROGRESS_EVERY == 0) {
                progress.advance(done, sequences, "sequences");
              }
            });
    List<String> rare = result.coverage().rarerThan(OFTEN);
    boolean passed = result.divergence().isEmpty() && rare.isEmpty();
    progress.end(
        passed,
        "%,d calls in %,d sequences, seed %d: %s%s"
            .formatted(
                result.steps(),
                sequences,
                seed,
                result.divergence().isEmpty() ? "no divergence" : "DIVERGED",
                rare.isEmpty() ? "" : ", too rare: " + rare));
    return new Evidence.PropertyEvidence(
        passed,
        seed,
        sequences,
        result.steps(),
        result.coverage().counts(),
        result.divergence().map(Divergence::toString).orElse(""),
        rare);
  }
}

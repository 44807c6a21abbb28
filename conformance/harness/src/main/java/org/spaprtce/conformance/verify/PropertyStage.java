package org.spaprtce.conformance.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.spaprtce.conformance.sut.Divergence;
import org.spaprtce.conformance.sut.ImplementationSystem;
import org.spaprtce.conformance.workload.Campaign;
import org.spaprtce.conformance.workload.Coverage;
import org.spaprtce.conformance.workload.Requirement;

/** Drives the implementation against the oracle with random sequences. */
final class PropertyStage {
  private static final int STEPS = 50;
  private static final long PROGRESS_EVERY = 50;

  /** What was met this often is not an accident of the seed. */
  private static final long OFTEN = 10;

  /** How many of the rarest are listed. */
  private static final int RAREST = 10;

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
    Coverage coverage = result.coverage();
    List<String> rare = new ArrayList<>(coverage.rarerThan(OFTEN));
    coverage.unexpected().forEach(met -> rare.add(met + ", which should be unreachable"));
    List<String> rarest = coverage.rarest(RAREST);
    boolean passed = result.divergence().isEmpty() && rare.isEmpty();
    progress.end(
        passed,
        "%,d calls in %,d sequences, seed %d: %s, %s"
            .formatted(
                result.steps(),
                sequences,
                seed,
                result.divergence().isEmpty() ? "no divergence" : "DIVERGED",
                rare.isEmpty()
                    ? "%d clauses and effects met".formatted(Requirement.ALL.size())
                    : "too rare: " + rare));
    return new Evidence.PropertyEvidence(
        passed,
        seed,
        sequences,
        result.steps(),
        coverage.counts(),
        result.divergence().map(Divergence::toString).orElse(""),
        rare,
        rarest,
        unreachable());
  }

  private static Map<String, String> unreachable() {
    Map<String, String> reasons = new TreeMap<>();
    Requirement.UNREACHABLE.forEach(
        (requirement, reason) -> reasons.put(requirement.toString(), reason));
    return reasons;
  }
}

package org.spaprtce.conformance.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.spaprtce.conformance.graph.GraphEquality;
import org.spaprtce.conformance.graph.RefereeGraph;
import org.spaprtce.conformance.sut.ImplementationSystem;
import org.spaprtce.conformance.walk.Walk;

/** Takes the implementation through every labelled transition of the small models. */
final class WalkStage {
  private final Progress progress;

  WalkStage(Progress progress) {
    this.progress = progress;
  }

  /**
   * Walks through models.
   *
   * @param referees the graphs that TLC built of them
   */
  List<Evidence.WalkEvidence> run(Map<String, RefereeGraph> referees) {
    progress.begin("the implementation takes every transition of the small models");
    List<Evidence.WalkEvidence> evidence = new ArrayList<>();
    referees.forEach((name, referee) -> {
      evidence.add(
          evidence(
              Walk.of(
                  name,
                  referee.constants(),
                  GraphEquality.explore(referee),
                  ImplementationSystem::new)));
      progress.advance(evidence.size(), referees.size(), name);
    });
    boolean passed =
        !evidence.isEmpty() && evidence.stream().allMatch(Evidence.WalkEvidence::passed);
    progress.end(
        passed,
        "%d models, %,d states, %,d transitions taken, %,d other answers beside them, of %,d"
            .formatted(
                evidence.size(),
                evidence.stream().mapToInt(Evidence.WalkEvidence::states).sum(),
                evidence.stream().mapToLong(Evidence.WalkEvidence::transitions).sum(),
                evidence.stream().mapToLong(Evidence.WalkEvidence::alternatives).sum(),
                evidence.stream().mapToLong(Evidence.WalkEvidence::allTransitions).sum()));
    return evidence;
  }

  private static Evidence.WalkEvidence evidence(Walk.Result walk) {
    return new Evidence.WalkEvidence(
        walk.isComplete() && walk.unsendable() == 0,
        walk.model(),
        walk.states(),
        walk.transitions(),
        walk.refusals(),
        walk.alternatives(),
        walk.allTransitions(),
        walk.differences());
  }
}

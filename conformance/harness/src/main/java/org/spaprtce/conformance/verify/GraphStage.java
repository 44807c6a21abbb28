package org.spaprtce.conformance.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spaprtce.conformance.graph.DamagedOracle;
import org.spaprtce.conformance.graph.GraphComparison;
import org.spaprtce.conformance.graph.GraphEquality;
import org.spaprtce.conformance.graph.GraphModel;
import org.spaprtce.conformance.graph.RefereeGraph;
import org.spaprtce.oracle.generated.SpaprTceModule;
import org.spaprtce.spec.Manifest;
import org.spaprtce.spec.Model;

/**
 * Compares the oracle's state graphs with TLC's, and has the same comparison find wrong oracles.
 */
final class GraphStage {
  /** Operators of the norm in which one comparison is damaged. */
  static final List<String> DAMAGED =
      List.of(
          "WithinLimit",
          "StillMapped",
          "WindowAt",
          "MappableBy",
          "Before",
          "Covered",
          "InUse",
          "TooWide");

  private final Workspace workspace;
  private final Progress progress;
  private final Map<String, RefereeGraph> referees = new LinkedHashMap<>();

  GraphStage(Workspace workspace, Progress progress) {
    this.workspace = workspace;
    this.progress = progress;
  }

  List<Evidence.GraphEvidence> run() {
    progress.begin("the oracle's state graphs are compared with TLC's");
    List<Model> models = Manifest.read(workspace.models()).ofKind(Model.Kind.GRAPH);
    List<Evidence.GraphEvidence> evidence = new ArrayList<>();
    for (Model model : models) {
      RefereeGraph referee =
          GraphEquality.referee(
              new GraphModel(
                  workspace.models().resolve(model.config()),
                  workspace.models().resolve(model.module()),
                  List.of(workspace.spec(), workspace.quirks())),
              line -> {});
      referees.put(model.name(), referee);
      evidence.add(evidence(GraphEquality.compare(referee, SpaprTceModule::new)));
      progress.advance(evidence.size(), models.size(), model.name());
    }
    long states = evidence.stream().mapToLong(Evidence.GraphEvidence::distinctStates).sum();
    long edges = evidence.stream().mapToLong(Evidence.GraphEvidence::distinctEdges).sum();
    boolean passed =
        !evidence.isEmpty() && evidence.stream().allMatch(Evidence.GraphEvidence::passed);
    progress.end(
        passed,
        "%d graphs, %,d states, %,d labelled edges".formatted(evidence.size(), states, edges));
    return evidence;
  }

  /** TLC's graphs by model, after {@link #run}. */
  Map<String, RefereeGraph> referees() {
    return referees;
  }

  private static Evidence.GraphEvidence evidence(GraphComparison comparison) {
    return new Evidence.GraphEvidence(
        comparison.equal(),
        comparison.model(),
        comparison.distinctStates(),
        comparison.distinctEdges(),
        comparison.digest(),
        comparison.differences());
  }

  /** To be run after {@link #run}, whose graphs of TLC it uses again. */
  List<Evidence.ControlEvidence> controls() {
    progress.begin("wrong oracles are compared, and must differ");
    List<Evidence.ControlEvidence> evidence = new ArrayList<>();
    for (String operator : DAMAGED) {
      evidence.add(control(DamagedOracle.in(operator)));
      progress.advance(evidence.size(), DAMAGED.size(), operator);
    }
    long found = evidence.stream().filter(Evidence.ControlEvidence::passed).count();
    progress.end(
        found == evidence.size(), "%d of %d wrong oracles found".formatted(found, evidence.size()));
    return evidence;
  }

  private Evidence.ControlEvidence control(DamagedOracle oracle) {
    for (RefereeGraph referee : referees.values()) {
      GraphComparison comparison = GraphEquality.compare(referee, oracle);
      if (!comparison.equal()) {
        return new Evidence.ControlEvidence(
            true, oracle.description(), comparison.model(), comparison.differences().getFirst());
      }
    }
    return new Evidence.ControlEvidence(false, oracle.description(), "", "");
  }
}

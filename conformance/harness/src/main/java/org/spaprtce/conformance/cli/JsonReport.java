package org.spaprtce.conformance.cli;

import java.io.PrintWriter;
import java.util.List;
import org.spaprtce.conformance.judge.Divergence;
import org.spaprtce.conformance.judge.FileReport;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reports as JSON, one object a file and line. */
final class JsonReport implements ReportWriter {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final PrintWriter out;

  JsonReport(PrintWriter out) {
    this.out = out;
  }

  @Override
  public int divergences() {
    return Integer.MAX_VALUE;
  }

  @Override
  public void file(FileReport report) {
    ObjectNode object = MAPPER.createObjectNode();
    object.put("file", report.file());
    object.put("profile", report.profile());
    object.put("followed", report.followed());
    put(object.putArray("facts"), report.facts());
    object.put("operations", report.operations());
    object.put("agreed", report.agreed());
    object.put("agreedCommands", report.agreedCommands());
    object.put("agreedFacts", report.agreedFacts());
    object.put("diverged", report.diverged());
    object.put("unexplained", report.unexplained());
    ObjectNode quirks = object.putObject("divergedByQuirk");
    report.divergedByQuirk().forEach(quirks::put);
    object.put("notCovered", report.notCovered());
    ObjectNode reasons = object.putObject("notCoveredReasons");
    report.notCoveredReasons().forEach((reason, count) -> reasons.put(reason.text(), count));
    if (report.problem() != null) {
      object.put("problem", report.problem());
    }
    var divergences = object.putArray("divergences");
    report.divergences().forEach(divergence -> put(divergences.addObject(), divergence));
    out.println(MAPPER.writeValueAsString(object));
    out.flush();
  }

  private static void put(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
  }

  private static void put(ObjectNode object, Divergence divergence) {
    object.put("line", divergence.line());
    object.put("sequence", divergence.sequence());
    object.put("operation", divergence.operation());
    put(object.putArray("clauses"), divergence.clauses());
    put(object.putArray("quirks"), divergence.quirks());
    put(object.putArray("expected"), divergence.expected());
    object.put("got", divergence.got());
    Integer follows = divergence.follows();
    if (follows != null) {
      object.put("follows", follows);
    }
  }

  @Override
  public void end(List<FileReport> reports) {
    out.flush();
  }
}

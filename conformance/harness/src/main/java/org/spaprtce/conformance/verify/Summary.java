package org.spaprtce.conformance.verify;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The evidence for a reader, as GitHub-flavoured tables that also read well as plain text. */
public final class Summary {
  private final StringBuilder text = new StringBuilder();

  private Summary() {}

  /** Writes the summary. */
  public static String of(Evidence evidence) {
    Summary summary = new Summary();
    summary.line("# Verification: " + (evidence.passed() ? "passed" : "FAILED"));
    summary.models(evidence);
    summary.oracle(evidence);
    if (evidence.expressions() != null) {
      summary.certificates(evidence);
      summary.expressions(evidence.expressions());
    }
    summary.property(evidence.property());
    summary.walks(evidence.walks());
    summary.sweep(evidence.sweep());
    summary.recordings(evidence.recordings());
    return summary.text.toString();
  }

  private void models(Evidence evidence) {
    line("");
    line("## Models checked by TLC");
    line("");
    row("Model", "Kind", "Distinct states", "Depth", "Purpose", "Answer");
    row("---", "---", "--:", "--:", "---", "---");
    for (Evidence.ModelEvidence model : evidence.models()) {
      String answer = model.violated().isEmpty() ? "holds" : model.violated() + " violated";
      row(
          model.name(),
          model.kind(),
          "%,d".formatted(model.distinctStates()),
          Integer.toString(model.depth()),
          model.purpose(),
          model.passed() ? answer : "NOT AS EXPECTED: " + String.join("; ", model.differences()));
    }
  }

  private void oracle(Evidence evidence) {
    Evidence.OracleEvidence oracle = evidence.oracle();
    line("");
    line("## The compiled oracle against TLC");
    line("");
    line(
        "%,d generated lines, sha256 %s; compiled anew: %s."
            .formatted(oracle.lines(), oracle.sha256(), verdict(oracle.passed(), "the same text")));
    line("");
    row("State graph", "Distinct states", "Labelled edges", "Equal to TLC's");
    row("---", "--:", "--:", "---");
    for (Evidence.GraphEvidence graph : evidence.graphs()) {
      row(
          graph.model(),
          "%,d".formatted(graph.distinctStates()),
          "%,d".formatted(graph.distinctEdges()),
          graph.passed() ? "yes" : "NO: " + graph.differences().getFirst());
    }
    line("");
    row("Wrong oracle", "Found by");
    row("---", "---");
    for (Evidence.ControlEvidence control : evidence.controls()) {
      row(control.damage(), control.passed() ? control.foundBy() : "NOT FOUND");
    }
  }

  private void certificates(Evidence evidence) {
    line("");
    line("## Every model, compiled, against TLC");
    line("");
    row("Model", "States", "States met", "Labelled edges", "Extent", "Equal to TLC's");
    row("---", "--:", "--:", "--:", "---", "---");
    for (Evidence.CertificateEvidence model : evidence.certificates()) {
      row(
          model.model(),
          "%,d".formatted(model.states()),
          "%,d".formatted(model.met()),
          "%,d".formatted(model.edges()),
          model.whole() ? "whole" : "the first states",
          model.passed() ? "yes" : "NO: " + model.differences().getFirst());
    }
    line("");
    row("Faulty compiler", "Found by");
    row("---", "---");
    for (Evidence.ControlEvidence fault : evidence.faults()) {
      row(fault.damage(), fault.passed() ? fault.foundBy() : "NOT FOUND");
    }
  }

  private void expressions(Evidence.ExpressionEvidence expressions) {
    line("");
    line("## Random expressions, evaluated by TLC and by compiled code");
    line("");
    line(
        "%,d expressions, seed %d: %s."
            .formatted(
                expressions.count(),
                expressions.seed(),
                verdict(expressions.passed(), "the same values and the same errors")));
    expressions.mismatches().forEach(mismatch -> line("\n" + mismatch));
    if (!expressions.rare().isEmpty()) {
      line("Reached too rarely: " + expressions.rare());
    }
    line("");
    row("What is counted", "Expressions");
    row("---", "---");
    row("operators", counts(expressions.operators()));
    row("values", counts(expressions.values()));
    row("without a value", counts(expressions.failures()));
  }

  private static String counts(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> "`%s` %,d".formatted(entry.getKey().replace("|", "\\|"), entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  private void property(Evidence.PropertyEvidence property) {
    line("");
    line("## The implementation against the oracle");
    line("");
    line(
        "%,d calls in %,d sequences, seed %d: %s."
            .formatted(
                property.steps(),
                property.sequences(),
                property.seed(),
                verdict(property.passed(), "no divergence, every clause decides often")));
    if (!property.divergence().isEmpty()) {
      line("");
      line(property.divergence());
    }
    if (!property.rare().isEmpty()) {
      line("Reached too rarely: " + property.rare());
    }
    line("Rarest: " + String.join("; ", property.rarest()) + ".");
    line("");
    row("Command", "Answers, by deciding clause; effects");
    row("---", "---");
    property.answers().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry ->
            row(
                entry.getKey(),
                entry.getValue().entrySet().stream()
                    .map(answer -> "%s %,d".formatted(answer.getKey(), answer.getValue()))
                    .collect(Collectors.joining(", "))));
  }

  private void walks(List<Evidence.WalkEvidence> walks) {
    line("");
    line("## The implementation in every state of the small models, at 64 bits");
    line("");
    row("Model", "States", "Transitions taken", "Refusals", "Other answers", "Complete");
    row("---", "--:", "--:", "--:", "--:", "---");
    for (Evidence.WalkEvidence walk : walks) {
      row(
          walk.model(),
          "%,d".formatted(walk.states()),
          "%,d of %,d".formatted(walk.transitions(), walk.allTransitions()),
          "%,d".formatted(walk.refusals()),
          "%,d".formatted(walk.alternatives()),
          walk.passed() ? "yes" : "NO: " + String.join("; ", walk.differences()));
    }
  }

  private void sweep(Evidence.SweepEvidence sweep) {
    line("");
    line("## The implementation while something around it fails");
    line("");
    line(
        "%,d prepared states: %s. A seeded leak: %s."
            .formatted(
                sweep.situations(),
                verdict(sweep.passed(), "the norm's answers and states, nothing left behind"),
                sweep.leakFound() ? "found" : "NOT FOUND"));
    sweep.differences().forEach(difference -> line("\n" + difference));
    line("");
    row("Command", "Refused by step of its environment", "Calls failed", "Calls that threw");
    row("---", "---", "---", "---");
    sweep.refused().keySet().stream()
        .sorted()
        .forEach(command ->
            row(
                command,
                counts(sweep.refused().getOrDefault(command, Map.of())),
                counts(sweep.failed().getOrDefault(command, Map.of())),
                counts(sweep.thrown().getOrDefault(command, Map.of()))));
  }

  private void recordings(List<Evidence.RecordingEvidence> recordings) {
    line("");
    line("## Recordings judged");
    line("");
    row("File", "Profile", "Operations", "Agreed", "Diverged", "Not covered", "As on record");
    row("---", "---", "--:", "--:", "--:", "--:", "---");
    for (Evidence.RecordingEvidence recording : recordings) {
      row(
          recording.file(),
          recording.profile(),
          "%,d".formatted(recording.operations()),
          "%,d".formatted(recording.agreed()),
          "%,d".formatted(recording.diverged()),
          "%,d".formatted(recording.notCovered()),
          recording.passed() ? "yes" : "NO: " + String.join("; ", recording.differences()));
    }
  }

  private static String verdict(boolean passed, String good) {
    return passed ? good : "FAILED";
  }

  private void row(String... cells) {
    line("| " + String.join(" | ", cells) + " |");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}

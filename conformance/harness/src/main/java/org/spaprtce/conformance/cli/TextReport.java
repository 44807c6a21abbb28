package org.spaprtce.conformance.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.spaprtce.conformance.judge.Divergence;
import org.spaprtce.conformance.judge.FileReport;
import org.spaprtce.oracle.Quirk;

/** Reports for a reader at a terminal. */
final class TextReport implements ReportWriter {
  private static final int SHOWN = 20;

  private final PrintWriter out;
  private final boolean all;

  TextReport(PrintWriter out, boolean all) {
    this.out = out;
    this.all = all;
  }

  @Override
  public int divergences() {
    return all ? Integer.MAX_VALUE : SHOWN;
  }

  @Override
  public void file(FileReport report) {
    out.printf("%s, judged by %s%s%n", report.file(), report.profile(), kernel(report));
    report.facts().forEach(fact -> out.printf("  machine: %s%n", fact));
    if (report.problem() != null) {
      out.printf("  judged no further than this: %s%n", report.problem());
    }
    out.printf("  %7d operation%s%n", report.operations(), report.operations() == 1 ? "" : "s");
    out.printf(
        "  %7d agreed: %d commands, %d facts around them%n",
        report.agreed(), report.agreedCommands(), report.agreedFacts());
    out.printf("  %7d diverged%s%n", report.diverged(), unexplained(report));
    out.printf("  %7d not covered%n", report.notCovered());
    quirks("  ", report.divergedByQuirk());
    divergences(report.diverged(), report.divergences());
    reasons(report);
    out.println();
    out.flush();
  }

  private static String kernel(FileReport report) {
    return report.followed().equals(report.profile())
        ? ""
        : ", its kernel taken for " + report.followed();
  }

  private static String unexplained(FileReport report) {
    return report.diverged() == 0
        ? ""
        : ": %d as quirks explain, %d unexplained"
            .formatted(report.diverged() - report.unexplained(), report.unexplained());
  }

  private void quirks(String indent, Map<String, Integer> counts) {
    if (!counts.isEmpty()) {
      out.printf("%sDiverged, by quirk:%n", indent);
      counts.entrySet().stream()
          .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
          .forEach(entry ->
              out.printf(
                  "%s%7d %s%s%n", indent, entry.getValue(), entry.getKey(), title(entry.getKey())));
    }
  }

  /** What a quirk does; nothing for several at once, or none. */
  private static String title(String name) {
    return Quirk.all().stream()
        .filter(quirk -> quirk.name().equals(name))
        .map(quirk -> ": " + quirk.title())
        .findFirst()
        .orElse("");
  }

  /** Those that nothing explains come first. */
  private void divergences(int diverged, List<Divergence> divergences) {
    List<Divergence> shown =
        divergences.stream()
            .sorted(Comparator.comparing(Divergence::explained))
            .limit(divergences())
            .toList();
    if (shown.size() < diverged) {
      out.printf("  %d of %d divergences (--all shows all):%n", shown.size(), diverged);
    } else if (!shown.isEmpty()) {
      out.println("  Divergences:");
    }
    for (Divergence divergence : shown) {
      Integer follows = divergence.follows();
      out.printf(
          "    line %d, %s: %s%n",
          divergence.line(), divergence.sequence(), divergence.operation());
      out.printf(
          "      %s: expected %s, got %s [%s]%s%n",
          clauses(divergence),
          String.join(" or ", divergence.expected()),
          divergence.got(),
          divergence.quirkText(),
          follows == null || divergence.explained() ? "" : " (follows line " + follows + ")");
    }
    if (!shown.isEmpty()) {
      out.println("  sptce explain NAME says what a clause or a quirk is.");
    }
  }

  private static String clauses(Divergence divergence) {
    return divergence.clauses().isEmpty() ? "no clause" : String.join(" ", divergence.clauses());
  }

  private void reasons(FileReport report) {
    if (report.notCovered() == 0) {
      return;
    }
    out.println("  Not covered, by reason:");
    report.notCoveredReasons().entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .forEach(entry -> out.printf("  %7d %s%n", entry.getValue(), entry.getKey().text()));
  }

  @Override
  public void end(List<FileReport> reports) {
    if (reports.size() > 1) {
      out.printf(
          "%d files: %d operations, %d agreed, %d diverged (%d unexplained), %d not covered%n",
          reports.size(),
          sum(reports, FileReport::operations),
          sum(reports, FileReport::agreed),
          sum(reports, FileReport::diverged),
          sum(reports, FileReport::unexplained),
          sum(reports, FileReport::notCovered));
      Map<String, Integer> counts = new TreeMap<>();
      reports.forEach(report ->
          report.divergedByQuirk().forEach((quirk, n) -> counts.merge(quirk, n, Integer::sum)));
      quirks("", counts);
    }
    out.flush();
  }

  private static int sum(List<FileReport> reports, ToIntFunction<FileReport> measure) {
    return reports.stream().mapToInt(measure).sum();
  }
}

package org.spaprtce.conformance.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.spaprtce.conformance.judge.Divergence;
import org.spaprtce.conformance.judge.FileReport;

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
  public void file(FileReport report) {
    out.printf("%s, judged by the %s%n", report.file(), FileReport.PROFILE);
    out.printf("  %7d operations%n", report.operations());
    out.printf("  %7d agreed%n", report.agreed());
    out.printf("  %7d diverged%s%n", report.diverged(), firstAndFollowing(report));
    out.printf("  %7d not covered yet%n", report.notCovered());
    clauses(report.divergences());
    divergences(report.divergences());
    reasons(report);
    out.println();
    out.flush();
  }

  private static String firstAndFollowing(FileReport report) {
    return report.diverged() == 0
        ? ""
        : ": %d first of their sequence, %d following"
            .formatted(report.first(), report.diverged() - report.first());
  }

  private record Count(int first, int following) {
    Count plus(Count other) {
      return new Count(first + other.first, following + other.following);
    }
  }

  private void clauses(List<Divergence> divergences) {
    Map<String, Count> counts = new TreeMap<>();
    for (Divergence divergence : divergences) {
      Count one = divergence.follows() == null ? new Count(1, 0) : new Count(0, 1);
      counts.merge(String.join(" ", divergence.clauses()), one, Count::plus);
    }
    if (!counts.isEmpty()) {
      out.println("  Diverged, by clause:    first following");
      counts.forEach((clauses, count) ->
          out.printf("    %-22s %6d %9d%n", clauses, count.first, count.following));
    }
  }

  private void divergences(List<Divergence> divergences) {
    List<Divergence> shown =
        all || divergences.size() <= SHOWN ? divergences : divergences.subList(0, SHOWN);
    if (shown.size() < divergences.size()) {
      out.printf(
          "  The first %d of %d divergences (--all shows all):%n",
          shown.size(), divergences.size());
    } else if (!shown.isEmpty()) {
      out.println("  Divergences:");
    }
    for (Divergence divergence : shown) {
      Integer follows = divergence.follows();
      out.printf(
          "    line %d, %s: %s%n",
          divergence.line(), divergence.sequence(), divergence.operation());
      out.printf(
          "      %s: expected %s, got %s%s%n",
          String.join(" ", divergence.clauses()),
          String.join(" or ", divergence.expected()),
          divergence.got(),
          follows == null ? "" : " (follows line " + follows + ")");
    }
  }

  private void reasons(FileReport report) {
    if (report.notCovered() == 0) {
      return;
    }
    out.println("  Not covered yet, by reason:");
    report.notCoveredReasons().entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .forEach(entry -> out.printf("  %7d %s%n", entry.getValue(), entry.getKey().text()));
  }

  @Override
  public void end(List<FileReport> reports) {
    if (reports.size() > 1) {
      out.printf(
          "%d files: %d operations, %d agreed, %d diverged (%d first of their sequence), %d not"
              + " covered yet%n",
          reports.size(),
          sum(reports, FileReport::operations),
          sum(reports, FileReport::agreed),
          sum(reports, FileReport::diverged),
          sum(reports, FileReport::first),
          sum(reports, FileReport::notCovered));
    }
    out.flush();
  }

  private static int sum(List<FileReport> reports, ToIntFunction<FileReport> measure) {
    return reports.stream().mapToInt(measure).sum();
  }
}

package org.spaprtce.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.spaprtce.bench.Results.Row;

/** Prints results, each subject beside its baselines. */
public final class Table {

  /**
   * What is measured, and what it is measured against.
   *
   * @param subject name of a peer
   * @param baselines names of peers
   */
  record Contest(String subject, List<String> baselines) {

    /** All of them. */
    static final List<Contest> ALL =
        List.of(
            new Contest(
                Peer.ENGINE.name(),
                Arrays.stream(Peer.values())
                    .filter(peer -> peer != Peer.ENGINE)
                    .map(Enum::name)
                    .toList()),
            new Contest(Evaluator.ORACLE.name(), List.of(Evaluator.TLC.name())));

    boolean concerns(Row row) {
      return row.score(subject).isPresent()
          || baselines.stream().anyMatch(baseline -> row.score(baseline).isPresent());
    }
  }

  private Table() {}

  /**
   * Prints the table of some files and the goals, and draws the ratios.
   *
   * @param args the drawing to be written, then the files with the results, in the form of JMH's
   *     {@code -rf json}; files that are not there are left out
   * @throws IOException if a file cannot be read or the drawing not be written
   * @throws IllegalArgumentException if a result has an unknown unit or if there is no result
   */
  public static void main(String[] args) throws IOException {
    if (args.length < 2) {
      throw new IllegalArgumentException(
          "args.length=" + args.length + ", the drawing and the results are expected");
    }
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var texts = new ArrayList<String>();
    for (String file : Arrays.asList(args).subList(1, args.length)) {
      if (Files.exists(Path.of(file))) {
        texts.add(Files.readString(Path.of(file)));
      }
    }
    Results results = Results.read(texts);
    out.print(format(results));
    out.print(Goal.format(results));
    Files.writeString(Path.of(args[0]), Chart.draw(results));
    out.println("chart: " + args[0]);
  }

  static String format(Results results) {
    if (results.rows().isEmpty()) {
      throw new IllegalArgumentException("rows=0");
    }
    var text = new StringBuilder();
    for (Contest contest : Contest.ALL) {
      List<Row> rows = results.rows().stream().filter(contest::concerns).toList();
      if (!rows.isEmpty()) {
        text.append(format(contest, rows)).append('\n');
      }
    }
    return text.toString();
  }

  private static String format(Contest contest, List<Row> rows) {
    List<String> baselines =
        contest.baselines().stream()
            .filter(baseline -> rows.stream().anyMatch(row -> row.score(baseline).isPresent()))
            .toList();
    var text = new StringBuilder();
    text.append(line("work", "unit", name(contest.subject())));
    baselines.forEach(baseline -> text.append(cell(name(baseline), "ratio")));
    text.append('\n');
    for (Row row : rows) {
      String subject = row.score(contest.subject()).map(Table::number).orElse("-");
      text.append(line(row.work(), row.unit(), subject));
      for (String baseline : baselines) {
        String score = row.score(baseline).map(Table::number).orElse("-");
        String ratio = row.ratio(baseline, contest.subject()).map(Table::number).orElse("-");
        text.append(cell(score, ratio));
      }
      text.append('\n');
    }
    return text.toString();
  }

  /** Writes a number with three digits that count, or all before the point. */
  static String number(double value) {
    String form = value < 0.995 ? "%.3f" : value < 9.95 ? "%.2f" : value < 99.5 ? "%.1f" : "%,.0f";
    return String.format(Locale.ROOT, form, value);
  }

  static String name(String peer) {
    return peer.toLowerCase(Locale.ROOT);
  }

  private static String line(String work, String unit, String subject) {
    return String.format(Locale.ROOT, "%-40s %-7s %11s", work, unit, subject);
  }

  private static String cell(String score, String ratio) {
    return String.format(Locale.ROOT, " |%11s %7s", score, ratio);
  }
}

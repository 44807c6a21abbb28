package org.spaprtce.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.spaprtce.bench.Results.Row;

/** Prints results, each subject beside its baselines, and writes them down. */
public final class Table {

  private Table() {}

  /**
   * Prints the tables of some files and the goals, writes both as {@code bench.md} and draws the
   * ratios as {@code bench.svg}.
   *
   * @param args the folder to write into, then the files with the results, in the form of JMH's
   *     {@code -rf json}; files that are not there are left out
   * @throws IOException if a file cannot be read or written
   * @throws IllegalArgumentException if a result has an unknown unit or if there is no result
   */
  public static void main(String[] args) throws IOException {
    if (args.length < 2) {
      throw new IllegalArgumentException(
          "args.length=" + args.length + ", a folder and the results are expected");
    }
    var texts = new ArrayList<String>();
    for (String file : Arrays.asList(args).subList(1, args.length)) {
      if (Files.exists(Path.of(file))) {
        texts.add(Files.readString(Path.of(file)));
      }
    }
    Results results = Results.read(texts);
    List<Grid> grids = new ArrayList<>(grids(results));
    Goal.grid(results).ifPresent(grids::add);
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.print(grids.stream().map(Grid::text).collect(Collectors.joining("\n")));
    Path markdown = Path.of(args[0], "bench.md");
    Path chart = Path.of(args[0], "bench.svg");
    Files.writeString(
        markdown,
        machine() + grids.stream().map(Grid::markdown).collect(Collectors.joining("\n", "\n", "")));
    Files.writeString(chart, Chart.draw(results));
    out.println("\nwritten: " + markdown + " " + chart);
  }

  private static String machine() {
    return "`make bench` on %d processors (%s), %s, Java %s:\n"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.arch"),
            System.getProperty("os.name"),
            Runtime.version());
  }

  /**
   * {@return a table for each subject and its baselines}
   *
   * @throws IllegalArgumentException if there is no result
   */
  static List<Grid> grids(Results results) {
    if (results.rows().isEmpty()) {
      throw new IllegalArgumentException("rows=0");
    }
    Map<List<String>, List<Row>> alike =
        results.rows().stream()
            .collect(Collectors.groupingBy(Table::peers, LinkedHashMap::new, Collectors.toList()));
    return alike.entrySet().stream().map(e -> grid(e.getKey(), e.getValue())).toList();
  }

  /** The subject and its baselines. */
  private static List<String> peers(Row row) {
    var peers = new ArrayList<>(row.baselines());
    peers.addFirst(row.subject());
    return peers;
  }

  private static Grid grid(List<String> peers, List<Row> rows) {
    var head = new ArrayList<>(List.of("work", "unit", name(peers.getFirst())));
    for (String baseline : peers.subList(1, peers.size())) {
      head.addAll(List.of(name(baseline), "ratio"));
    }
    return new Grid(head, rows.stream().map(Table::cells).toList());
  }

  private static List<String> cells(Row row) {
    var cells = new ArrayList<>(List.of(row.work(), row.unit(), number(row.score(row.subject()))));
    for (String baseline : row.baselines()) {
      cells.add(number(row.score(baseline)));
      cells.add(number(row.ratio(baseline)));
    }
    return cells;
  }

  /** Writes a number with three digits that count, or all before the point. */
  static String number(double value) {
    String form = value < 0.995 ? "%.3f" : value < 9.95 ? "%.2f" : value < 99.5 ? "%.1f" : "%,.0f";
    return String.format(Locale.ROOT, form, value);
  }

  static String name(String peer) {
    return peer.toLowerCase(Locale.ROOT);
  }
}

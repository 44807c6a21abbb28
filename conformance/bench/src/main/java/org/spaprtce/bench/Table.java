package org.spaprtce.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Prints the results of JMH, each beside its baseline. */
public final class Table {

  /** What is measured, with the baseline that it is measured against. */
  private static final Map<String, String> BASELINES =
      Map.of(Peer.ENGINE.name(), Peer.LIST.name(), Evaluator.ORACLE.name(), Evaluator.TLC.name());

  /**
   * What a baseline and its counterpart needed for the same work.
   *
   * @param work benchmark and parameters
   * @param nanos for each of the two the nanoseconds of an operation
   */
  record Row(String work, Map<String, Double> nanos) {

    /**
     * How many times longer the baseline needs.
     *
     * @throws IllegalArgumentException if one of the two is missing
     */
    double ratio() {
      return baselineNanos() / nanos(subject());
    }

    /** What is measured. */
    String subject() {
      return BASELINES.entrySet().stream()
          .filter(pair -> nanos.containsKey(pair.getKey()) || nanos.containsKey(pair.getValue()))
          .map(Map.Entry::getKey)
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("work=" + work + " of " + nanos));
    }

    /** What it is measured against. */
    String baseline() {
      return Objects.requireNonNull(BASELINES.get(subject()));
    }

    double baselineNanos() {
      return nanos(baseline());
    }

    double nanos(String peer) {
      Double found = nanos.get(peer);
      if (found == null) {
        throw new IllegalArgumentException("work=" + work + " has no result of peer=" + peer);
      }
      return found;
    }
  }

  private Table() {}

  /**
   * Prints the table of a file.
   *
   * @param args the file with the results, as JMH's {@code -rf json} writes it
   * @throws java.io.IOException if the file cannot be read
   * @throws IllegalArgumentException if a result is in another unit than ns/op, if a peer is
   *     missing, or if there is no result
   */
  public static void main(String[] args) throws java.io.IOException {
    if (args.length != 1) {
      throw new IllegalArgumentException("args.length=" + args.length + ", the file is expected");
    }
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.print(format(read(Files.readString(Path.of(args[0])))));
  }

  /** Pairs the results of a JSON text, in the order in which the text has them. */
  static List<Row> read(String json) {
    Map<String, Map<String, Double>> works = new LinkedHashMap<>();
    for (JsonNode result : new JsonMapper().readTree(json)) {
      JsonNode metric = result.required("primaryMetric");
      String unit = metric.required("scoreUnit").asString();
      if (!unit.equals("ns/op")) {
        throw new IllegalArgumentException("scoreUnit=" + unit);
      }
      String peer = result.required("params").required("peer").asString();
      works
          .computeIfAbsent(work(result), _ -> new LinkedHashMap<>())
          .put(peer, metric.required("score").asDouble());
    }
    List<Row> rows = new ArrayList<>();
    works.forEach((work, nanos) -> rows.add(new Row(work, nanos)));
    return rows;
  }

  private static String work(JsonNode result) {
    String[] name = result.required("benchmark").asString().split("\\.", -1);
    var work = new StringBuilder();
    work.append(name[name.length - 2].replace("Benchmark", ""))
        .append('.')
        .append(name[name.length - 1]);
    for (Map.Entry<String, JsonNode> param : result.required("params").properties()) {
      if (!param.getKey().equals("peer")) {
        work.append(' ').append(param.getKey()).append('=').append(param.getValue().asString());
      }
    }
    return work.toString();
  }

  static String format(List<Row> rows) {
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("rows=0");
    }
    var text = new StringBuilder();
    text.append(line("work", "what", "ns/op", "baseline", "ns/op", "ratio"));
    for (Row row : rows) {
      String subject = row.subject();
      text.append(
          line(
              row.work(),
              name(subject),
              number(row.nanos(subject)),
              name(row.baseline()),
              number(row.baselineNanos()),
              number(row.ratio())));
    }
    return text.toString();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%,.1f", value);
  }

  private static String name(String peer) {
    return peer.toLowerCase(Locale.ROOT);
  }

  private static String line(
      String work, String what, String nanos, String baseline, String others, String ratio) {
    return String.format(
        Locale.ROOT,
        "%-40s %-8s %12s  %-8s %14s %9s%n",
        work,
        what,
        nanos,
        baseline,
        others,
        ratio);
  }
}

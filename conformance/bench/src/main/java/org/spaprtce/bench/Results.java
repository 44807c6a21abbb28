package org.spaprtce.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the peers needed, work by work.
 *
 * @param rows each kind of work once, in the order in which it was first met
 */
record Results(List<Row> rows) {

  /** Nanoseconds of an operation. */
  static final String NANOS = "ns/op";

  private static final Set<String> UNITS = Set.of(NANOS, "B", "B/page", "B/block");

  /** What is measured against others. */
  private static final List<String> SUBJECTS = List.of(Peer.ENGINE.name(), Evaluator.ORACLE.name());

  /**
   * What the peers needed for the same work.
   *
   * @param work benchmark and parameters
   * @param unit of the scores; less is better
   * @param scores for each peer what it needed, at least one
   */
  record Row(String work, String unit, Map<String, Double> scores) {

    /** {@return the peer that the others are baselines of} */
    String subject() {
      return SUBJECTS.stream()
          .filter(scores::containsKey)
          .findFirst()
          .orElseGet(() -> scores.keySet().iterator().next());
    }

    /** {@return the other peers} */
    List<String> baselines() {
      return scores.keySet().stream().filter(peer -> !peer.equals(subject())).toList();
    }

    /** {@return what a peer needed that was measured} */
    double score(String peer) {
      return Objects.requireNonNull(scores.get(peer));
    }

    /** {@return how many times more a baseline needs than the subject} */
    double ratio(String baseline) {
      return score(baseline) / score(subject());
    }
  }

  /**
   * Reads texts in the form of JMH's results.
   *
   * @throws IllegalArgumentException if a score has a unit of which less is not better
   */
  static Results read(List<String> texts) {
    Map<String, Row> rows = new LinkedHashMap<>();
    for (String text : texts) {
      for (JsonNode result : new JsonMapper().readTree(text)) {
        JsonNode metric = result.required("primaryMetric");
        String unit = metric.required("scoreUnit").asString();
        if (!UNITS.contains(unit)) {
          throw new IllegalArgumentException("scoreUnit=" + unit);
        }
        String peer = result.required("params").required("peer").asString();
        rows.computeIfAbsent(work(result), work -> new Row(work, unit, new LinkedHashMap<>()))
            .scores()
            .put(peer, metric.required("score").asDouble());
      }
    }
    return new Results(new ArrayList<>(rows.values()));
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

  /** {@return what a peer needed for some work, or nothing if that was not measured} */
  Optional<Double> score(String work, Enum<?> peer) {
    return rows.stream()
        .filter(row -> row.work().equals(work))
        .findFirst()
        .map(row -> row.scores().get(peer.name()));
  }
}

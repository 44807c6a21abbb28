package org.spaprtce.conformance.graph;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.spaprtce.oracle.runtime.StateGraph;

/**
 * The fingerprint of a state graph, which does not depend on the order in which it was explored.
 *
 * <p>SHA-256 over: the states as text in ascending order, each ended by a zero byte; the labels
 * likewise; then for each state in that order its transitions in ascending order, each as two 32
 * bit numbers (label, successor) that count in those orders, ended by -1; then the numbers of the
 * initial states in ascending order.
 */
final class GraphDigest {
  private GraphDigest() {}

  static String of(StateGraph graph) {
    MessageDigest digest = sha256();
    int[] stateRank = ranks(digest, graph.states());
    int[] labelRank = ranks(digest, graph.labels());
    int[] byRank = new int[stateRank.length];
    for (int state = 0; state < stateRank.length; state++) {
      byRank[stateRank[state]] = state;
    }
    for (int state : byRank) {
      long[] edges = graph.edges(state);
      for (int i = 0; i < edges.length; i++) {
        int label = labelRank[StateGraph.label(edges[i])];
        edges[i] = StateGraph.pair(label, stateRank[StateGraph.successor(edges[i])]);
      }
      Arrays.sort(edges);
      ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * (edges.length + 1));
      for (long edge : edges) {
        bytes.putLong(edge);
      }
      digest.update(bytes.putLong(-1).array());
    }
    IntStream.range(0, graph.initialCount())
        .map(state -> stateRank[state])
        .sorted()
        .forEach(rank -> digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(rank).array()));
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * The fingerprint of a graph with classes: SHA-256 over the digests of its parts in ascending
   * order, each a line: {@code I state}, {@code C state state-that-stands-for-it} and {@code T
   * state label state}, where a state or label is the SHA-256 of its text.
   */
  static String of(ClassGraph graph) {
    Map<Object, String> known = new HashMap<>();
    List<String> lines = new ArrayList<>();
    graph.initial().forEach(state -> lines.add("I " + part(known, state)));
    graph
        .standing()
        .forEach(
            (state, stands) -> lines.add("C " + part(known, state) + " " + part(known, stands)));
    graph
        .transitions()
        .forEach((from, transitions) ->
            transitions.forEach(t ->
                lines.add(
                    "T "
                        + part(known, from)
                        + " "
                        + part(known, t.label())
                        + " "
                        + part(known, t.to()))));
    Collections.sort(lines);
    MessageDigest digest = sha256();
    for (String line : lines) {
      digest.update(line.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) '\n');
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String part(Map<Object, String> known, Object object) {
    return known.computeIfAbsent(
        object,
        _ ->
            HexFormat.of()
                .formatHex(sha256().digest(object.toString().getBytes(StandardCharsets.UTF_8))));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Feeds the texts in ascending order and gives each object's place in it. */
  private static int[] ranks(MessageDigest digest, List<?> objects) {
    List<String> texts = objects.stream().map(Object::toString).toList();
    int[] order =
        IntStream.range(0, texts.size())
            .boxed()
            .sorted(Comparator.comparing(texts::get))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] ranks = new int[order.length];
    for (int rank = 0; rank < order.length; rank++) {
      ranks[order[rank]] = rank;
      digest.update(texts.get(order[rank]).getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return ranks;
  }
}

package org.spaprtce.oracle.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All reachable states of a module and its labelled transitions.
 *
 * <p>States and labels are numbered in the order in which a breadth-first search meets them. The
 * transitions of a state are kept as one sorted array of pairs (label, successor) of 32 bits each,
 * every pair once.
 */
public final class StateGraph {
  private static final int HALF = 32;

  private final List<State> states = new ArrayList<>();
  private final Map<State, Integer> stateIds = new HashMap<>();
  private final List<Label> labels = new ArrayList<>();
  private final Map<Label, Integer> labelIds = new HashMap<>();
  private final List<long[]> edges = new ArrayList<>();
  private int initial;
  private long edgeCount;

  private StateGraph() {}

  /**
   * Explores a module. When more states than the limit are met, exploration ends: the graph is then
   * not {@linkplain #isComplete complete}.
   */
  public static StateGraph explore(TlaModule module, int limit) {
    return explore(module, List.of(), limit);
  }

  /**
   * Explores a module whose transitions are those of {@code Next} and some more: in each state
   * these actions with these arguments.
   */
  public static StateGraph explore(TlaModule module, List<Label> more, int limit) {
    return explore(module, module.initial(), more, limit);
  }

  /** Explores a module likewise, from other initial states than its own. */
  public static StateGraph explore(
      TlaModule module, List<State> initial, List<Label> more, int limit) {
    StateGraph graph = new StateGraph();
    initial.forEach(graph::id);
    graph.initial = graph.states.size();
    while (!graph.isComplete() && graph.states.size() <= limit) {
      graph.expand(module, more, graph.states.get(graph.edges.size()));
    }
    return graph;
  }

  /** Whether the transitions of every state are known. */
  public boolean isComplete() {
    return edges.size() == states.size();
  }

  private void expand(TlaModule module, List<Label> more, State state) {
    Set<Long> pairs = new HashSet<>();
    module.next(state, (label, successor) -> pairs.add(pair(id(label), id(successor))));
    for (Label label : more) {
      Value[] arguments = label.arguments().toArray(Value[]::new);
      for (State successor : module.apply(state, label.action(), arguments)) {
        pairs.add(pair(id(label), id(successor)));
      }
    }
    long[] sorted = new long[pairs.size()];
    int i = 0;
    for (long pair : pairs) {
      sorted[i++] = pair;
    }
    Arrays.sort(sorted);
    edges.add(sorted);
    edgeCount += sorted.length;
  }

  private int id(State state) {
    return stateIds.computeIfAbsent(
        state,
        unknown -> {
          states.add(unknown);
          return states.size() - 1;
        });
  }

  private int id(Label label) {
    return labelIds.computeIfAbsent(
        label,
        unknown -> {
          labels.add(unknown);
          return labels.size() - 1;
        });
  }

  /** A transition in one number. */
  public static long pair(int label, int successor) {
    return ((long) label << HALF) | successor;
  }

  /** The label's number in a transition. */
  public static int label(long pair) {
    return (int) (pair >>> HALF);
  }

  /** The successor's number in a transition. */
  public static int successor(long pair) {
    return (int) pair;
  }

  /** The states by number, the initial ones first. */
  public List<State> states() {
    return states;
  }

  /** How many of the states are initial. */
  public int initialCount() {
    return initial;
  }

  /** The labels by number. */
  public List<Label> labels() {
    return labels;
  }

  /** The number of a state, or -1. */
  public int find(State state) {
    return stateIds.getOrDefault(state, -1);
  }

  /** The number of a label, or -1. */
  public int find(Label label) {
    return labelIds.getOrDefault(label, -1);
  }

  /** The transitions of a state in ascending order, see {@link #pair}; none of one not explored. */
  public long[] edges(int state) {
    return state < edges.size() ? edges.get(state).clone() : new long[0];
  }

  /** The number of transitions, those that differ in nothing counted once. */
  public long edgeCount() {
    return edgeCount;
  }
}

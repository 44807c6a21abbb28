package org.spaprtce.oracle.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    return explored(new Frontier(List.of(module), more), initial, limit);
  }

  /**
   * Explores a module with several threads, one for each instance of it; the graph, its numbers
   * included, is the same for every number of them.
   *
   * @param instances instances of one module with the same constants
   */
  public static StateGraph explore(List<? extends TlaModule> instances, int limit) {
    return explored(new Frontier(instances, List.of()), instances.getFirst().initial(), limit);
  }

  private static StateGraph explored(Frontier frontier, List<State> initial, int limit) {
    try (frontier) {
      StateGraph graph = new StateGraph();
      initial.forEach(graph::id);
      graph.initial = graph.states.size();
      while (!graph.isComplete() && graph.states.size() <= limit) {
        int from = graph.edges.size();
        int to = Math.min(graph.states.size(), from + Frontier.STATES);
        for (List<Frontier.Step> steps : frontier.expand(graph.states.subList(from, to))) {
          if (graph.states.size() <= limit) {
            graph.add(steps);
          }
        }
      }
      return graph;
    }
  }

  /** Whether the transitions of every state are known. */
  public boolean isComplete() {
    return edges.size() == states.size();
  }

  /** Adds the transitions of the next state. */
  private void add(List<Frontier.Step> steps) {
    edges.add(
        steps.stream()
            .mapToLong(step -> pair(id(step.label()), id(step.successor())))
            .sorted()
            .distinct()
            .toArray());
    edgeCount += edges.getLast().length;
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

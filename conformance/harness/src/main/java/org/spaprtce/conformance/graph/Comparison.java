package org.spaprtce.conformance.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.StateGraph;
import org.spaprtce.oracle.runtime.Value;

/**
 * One comparison: TLC's states and labels are given the oracle's numbers, then edges are merged.
 */
final class Comparison {
  private static final int SHOWN = 10;
  private static final int UNKNOWN = -1;

  private final RefereeGraph referee;
  private final StateGraph oracle;
  private final List<String> variables;
  private final List<String> differences = new ArrayList<>();
  private long edgeCount;

  Comparison(RefereeGraph referee, StateGraph oracle, List<String> variables) {
    this.referee = referee;
    this.oracle = oracle;
    this.variables = variables;
  }

  GraphComparison result() {
    int[] states = states();
    int[] labels = labels();
    compareInitial(states);
    compareEdges(states, labels);
    return new GraphComparison(
        referee.model(), referee.states().size(), edgeCount, differences, GraphDigest.of(oracle));
  }

  private void difference(String what) {
    if (differences.size() < SHOWN) {
      differences.add(what);
    }
  }

  /** The oracle's numbers of TLC's states. */
  private int[] states() {
    int[] numbers = new int[referee.states().size()];
    boolean[] matched = new boolean[oracle.states().size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = oracle.find(inOrder(referee.states().get(i), variables));
      if (numbers[i] == UNKNOWN) {
        difference("only TLC reaches\n" + referee.states().get(i));
      } else {
        matched[numbers[i]] = true;
      }
    }
    for (int i = 0; i < matched.length; i++) {
      if (!matched[i]) {
        difference("only the oracle reaches\n" + oracle.states().get(i));
      }
    }
    return numbers;
  }

  /** TLC declares the variables in an order of its own. */
  static State inOrder(State state, List<String> variables) {
    Map<String, Value> values = new LinkedHashMap<>();
    variables.forEach(variable -> values.put(variable, state.get(variable)));
    return State.of(values);
  }

  /** A state of these values, its variables in the order of a module. */
  static State inOrder(Map<String, Value> values, List<String> variables) {
    if (!values.keySet().equals(Set.copyOf(variables))) {
      throw new IllegalArgumentException("variables=" + variables + " not " + values.keySet());
    }
    Map<String, Value> ordered = new LinkedHashMap<>();
    variables.forEach(variable -> ordered.put(variable, values.get(variable)));
    return State.of(ordered);
  }

  private int[] labels() {
    return referee.labels().stream().mapToInt(oracle::find).toArray();
  }

  private void compareInitial(int[] states) {
    int[] numbers =
        referee.initial().stream().mapToInt(s -> states[s]).sorted().distinct().toArray();
    int[] expected = new int[oracle.initialCount()];
    Arrays.setAll(expected, i -> i);
    if (!Arrays.equals(numbers, expected)) {
      difference("initial states: TLC " + numbers.length + ", oracle " + expected.length);
    }
  }

  private void compareEdges(int[] states, int[] labels) {
    EdgeList.Groups groups = referee.edges().bySource(states.length);
    for (int state = 0; state < states.length; state++) {
      List<String> unknown = new ArrayList<>();
      List<Long> pairs = new ArrayList<>();
      State source = referee.states().get(state);
      groups.visit(
          state,
          (label, to) -> {
            if (labels[label] == UNKNOWN || states[to] == UNKNOWN) {
              unknown.add(
                  transition(source, referee.labels().get(label), referee.states().get(to)));
            } else {
              pairs.add(StateGraph.pair(labels[label], states[to]));
            }
          });
      long[] tlc = pairs.stream().mapToLong(Long::longValue).sorted().distinct().toArray();
      edgeCount += tlc.length + unknown.stream().distinct().count();
      unknown.forEach(edge -> difference("only TLC takes " + edge));
      if (states[state] != UNKNOWN) {
        merge(source, tlc, oracle.edges(states[state]));
      }
    }
  }

  /** Both arrays ascend without repetition. */
  private void merge(State source, long[] tlc, long[] own) {
    int i = 0;
    int j = 0;
    while (i < tlc.length || j < own.length) {
      if (j == own.length || (i < tlc.length && tlc[i] < own[j])) {
        difference("only TLC takes " + transition(source, tlc[i++]));
      } else if (i == tlc.length || own[j] < tlc[i]) {
        difference("only the oracle takes " + transition(source, own[j++]));
      } else {
        i++;
        j++;
      }
    }
  }

  private String transition(State source, long pair) {
    return transition(
        source,
        oracle.labels().get(StateGraph.label(pair)),
        oracle.states().get(StateGraph.successor(pair)));
  }

  private static String transition(State source, Object label, State target) {
    return label + " from\n" + source + "\nto\n" + target;
  }
}

package org.spaprtce.conformance.graph;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.spaprtce.oracle.runtime.Label;
import org.spaprtce.oracle.runtime.State;

/**
 * A state graph in which states are grouped in classes, by a view or a symmetry; without either,
 * each state is a class of its own. One state stands for each class, and transitions are those from
 * the states that stand for a class, to states with the values of all variables.
 *
 * @param initial the initial states
 * @param standing for each state that was met, the one that stands for its class
 * @param transitions for each state that was explored, what it leads to
 */
record ClassGraph(
    Set<State> initial, Map<State, State> standing, Map<State, Set<Transition>> transitions) {
  /** A labelled step to a state. */
  record Transition(Label label, State to) {}

  static ClassGraph empty() {
    return new ClassGraph(new HashSet<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
  }

  int classCount() {
    return new HashSet<>(standing.values()).size();
  }

  long transitionCount() {
    return transitions.values().stream().mapToLong(Set::size).sum();
  }
}

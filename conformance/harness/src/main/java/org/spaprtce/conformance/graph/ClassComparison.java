package org.spaprtce.conformance.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.spaprtce.conformance.graph.ClassGraph.Transition;
import org.spaprtce.oracle.runtime.State;

/** The first differences of two graphs. */
final class ClassComparison {
  private static final int SHOWN = 5;

  private final ClassGraph tlc;
  private final ClassGraph own;
  private final List<String> differences = new ArrayList<>();

  private ClassComparison(ClassGraph tlc, ClassGraph own) {
    this.tlc = tlc;
    this.own = own;
  }

  /** None if the graphs are equal. */
  static List<String> differences(ClassGraph tlc, ClassGraph own) {
    return tlc.equals(own) ? List.of() : new ClassComparison(tlc, own).differences();
  }

  private List<String> differences() {
    only(tlc.initial(), own.initial(), "initial state of TLC only\n");
    only(own.initial(), tlc.initial(), "initial state of the compiled model only\n");
    only(tlc.transitions().keySet(), own.transitions().keySet(), "explored by TLC only\n");
    only(own.transitions().keySet(), tlc.transitions().keySet(), "explored compiled only\n");
    tlc.transitions()
        .forEach((state, transitions) -> {
          Set<Transition> others = own.transitions().getOrDefault(state, Set.of());
          edges("TLC", state, transitions, others);
          edges("the compiled model", state, others, transitions);
        });
    tlc.standing()
        .forEach((state, stands) -> {
          State other = own.standing().get(state);
          if (other != null && !other.equals(stands)) {
            difference("of another class compiled\n" + state);
          }
        });
    only(tlc.standing().keySet(), own.standing().keySet(), "met by TLC only\n");
    only(own.standing().keySet(), tlc.standing().keySet(), "met compiled only\n");
    return differences;
  }

  private void difference(String what) {
    if (differences.size() < SHOWN) {
      differences.add(what);
    }
  }

  private void only(Set<State> states, Set<State> others, String what) {
    Set<State> more = new HashSet<>(states);
    more.removeAll(others);
    more.forEach(state -> difference(what + state));
  }

  private void edges(String who, State from, Set<Transition> some, Set<Transition> others) {
    if (differences.size() < SHOWN && !others.containsAll(some)) {
      for (Transition t : some) {
        if (!others.contains(t)) {
          difference("only %s takes %s from\n%s\nto\n%s".formatted(who, t.label(), from, t.to()));
        }
      }
    }
  }
}

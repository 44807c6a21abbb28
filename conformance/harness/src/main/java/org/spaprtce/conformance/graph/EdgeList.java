package org.spaprtce.conformance.graph;

import java.util.Arrays;

/** Transitions as numbers, in the order in which they came: state, label, state. */
final class EdgeList {
  private static final int FIRST_CAPACITY = 1 << 12;

  private int[] from = new int[FIRST_CAPACITY];
  private int[] label = new int[FIRST_CAPACITY];
  private int[] to = new int[FIRST_CAPACITY];
  private int size;

  void add(int source, int name, int target) {
    if (size == from.length) {
      int capacity = Math.multiplyExact(size, 2);
      from = Arrays.copyOf(from, capacity);
      label = Arrays.copyOf(label, capacity);
      to = Arrays.copyOf(to, capacity);
    }
    from[size] = source;
    label[size] = name;
    to[size] = target;
    size++;
  }

  /** Receives a transition. */
  @FunctionalInterface
  interface Visitor {
    /** Takes the numbers. */
    void edge(int label, int to);
  }

  /** The transitions grouped by their source. */
  final class Groups {
    private final int[] start;
    private final int[] order;

    private Groups(int states) {
      start = new int[states + 1];
      for (int i = 0; i < size; i++) {
        start[from[i] + 1]++;
      }
      for (int state = 0; state < states; state++) {
        start[state + 1] += start[state];
      }
      order = new int[size];
      int[] next = start.clone();
      for (int i = 0; i < size; i++) {
        order[next[from[i]]++] = i;
      }
    }

    /** Hands over the transitions of a state. */
    void visit(int state, Visitor visitor) {
      for (int i = start[state]; i < start[state + 1]; i++) {
        visitor.edge(label[order[i]], to[order[i]]);
      }
    }
  }

  /** Groups the transitions of a graph with that many states. */
  Groups bySource(int states) {
    return new Groups(states);
  }
}

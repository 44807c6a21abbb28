package org.spaprtce.conformance.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tla2sany.semantic.OpDeclNode;
import tlc2.tool.TLCState;
import tlc2.util.FP64;
import tlc2.value.IValue;

/**
 * Receives the states and transitions that TLC meets, with the values of all variables, and the
 * class of each state: states with one fingerprint, which is that of the model's view and symmetry,
 * are one to TLC, which explores the first of them.
 */
final class ClassRecorder extends TransitionListener {
  /** Ends an exploration that would go on. */
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final GraphWriter writer;
  private final int limit;
  private final List<OpDeclNode> variables;
  private final Map<Long, Integer> values = new HashMap<>();
  private final Map<List<Integer>, Integer> states = new HashMap<>();
  private final Map<Long, Integer> classes = new HashMap<>();
  private @Nullable TLCState source;
  private int sourceId;
  private boolean enough;

  /**
   * Writes the names of the variables.
   *
   * @param limit no state is explored once there are more classes
   */
  ClassRecorder(GraphWriter writer, int limit) {
    super(writer);
    this.writer = writer;
    this.limit = limit;
    this.variables = List.of(TLCState.Empty.getVars());
    writer.variables(variables.stream().map(v -> v.getName().toString()).toList());
  }

  int classCount() {
    return classes.size();
  }

  /** Whether the transitions of a state have been asked for. */
  boolean hasExplored() {
    return source != null;
  }

  /** Whether there were more classes than the limit. */
  boolean wasCut() {
    return enough;
  }

  private int id(TLCState state) {
    List<Integer> numbers = new ArrayList<>(variables.size());
    for (OpDeclNode variable : variables) {
      numbers.add(id(state.lookup(variable.getName())));
    }
    return states.computeIfAbsent(
        numbers,
        _ -> {
          int group = classes.computeIfAbsent(state.fingerPrint(), _ -> classes.size());
          writer.full(group, numbers);
          return states.size();
        });
  }

  private int id(IValue value) {
    return values.computeIfAbsent(
        value.fingerPrint(FP64.New()),
        _ -> {
          writer.value(value.toString());
          return values.size();
        });
  }

  @Override
  public void writeState(TLCState state) {
    writer.initial(id(state));
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // one state, one object, while its transitions last
  void transition(TLCState state, TLCState successor, int label) {
    if (state != source) {
      if (enough || classes.size() > limit) {
        enough = true;
        throw new Enough();
      }
      source = state;
      sourceId = id(state);
      writer.expanded(sourceId);
    }
    writer.edge(sourceId, label, id(successor));
  }
}

package org.spaprtce.conformance.graph;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tla2sany.semantic.OpDeclNode;
import tlc2.tool.TLCState;

/** Receives the states and transitions that TLC meets, and numbers them. */
final class GraphRecorder extends TransitionListener {
  private final GraphWriter writer;
  private final Map<Long, Integer> states = new HashMap<>();

  /** The state whose transitions TLC reports at the moment, and its number. */
  private @Nullable TLCState source;

  private int sourceId;

  GraphRecorder(GraphWriter writer) {
    super(writer);
    this.writer = writer;
  }

  int stateCount() {
    return states.size();
  }

  private int id(TLCState state) {
    return states.computeIfAbsent(
        state.fingerPrint(),
        _ -> {
          writer.state(text(state));
          return states.size();
        });
  }

  private static String text(TLCState state) {
    StringBuilder text = new StringBuilder();
    for (OpDeclNode variable : TLCState.Empty.getVars()) {
      text.append("/\\ ").append(variable.getName()).append(" = ");
      text.append(state.lookup(variable.getName())).append('\n');
    }
    return text.toString();
  }

  @Override
  public void writeState(TLCState state) {
    writer.initial(id(state));
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // one state, one object, while its transitions last
  void transition(TLCState state, TLCState successor, int label) {
    if (state != source) {
      source = state;
      sourceId = id(state);
    }
    writer.edge(sourceId, label, id(successor));
  }
}

package org.spaprtce.conformance.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tla2sany.semantic.FormalParamNode;
import tla2sany.semantic.OpDeclNode;
import tla2sany.semantic.OpDefNode;
import tlc2.tool.Action;
import tlc2.tool.TLCState;
import tlc2.util.BitVector;
import tlc2.util.IStateWriter;

/** Receives the states and transitions that TLC meets, and numbers them. */
final class GraphRecorder implements IStateWriter {
  private final GraphWriter writer;
  private final Map<Long, Integer> states = new HashMap<>();
  private final IdentityHashMap<Action, Integer> labels = new IdentityHashMap<>();

  /** The state whose transitions TLC reports at the moment, and its number. */
  private @Nullable TLCState source;

  private int sourceId;

  GraphRecorder(GraphWriter writer) {
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

  private int id(@Nullable Action action) {
    if (action == null) {
      throw new IllegalStateException("TLC reports a transition without its action");
    }
    return labels.computeIfAbsent(
        action,
        _ -> {
          writer.label(String.valueOf(action.getName()), arguments(action));
          return labels.size();
        });
  }

  private static List<String> arguments(Action action) {
    List<String> arguments = new ArrayList<>();
    OpDefNode definition = action.getOpDef();
    for (FormalParamNode parameter : definition.getParams()) {
      Object value = action.con.lookup(parameter);
      if (value == null) {
        throw new IllegalStateException(
            "no value for parameter=" + parameter.getName() + " of " + action.getName());
      }
      arguments.add(value.toString());
    }
    return arguments;
  }

  @Override
  public void writeState(TLCState state) {
    writer.initial(id(state));
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // one state, one object, while its transitions last
  public void writeState(TLCState state, TLCState successor, boolean isNew, Action action) {
    if (state != source) {
      source = state;
      sourceId = id(state);
    }
    int label = id(action);
    writer.edge(sourceId, label, id(successor));
  }

  @Override
  public void writeState(TLCState state, TLCState successor, boolean isNew) {
    throw withoutAction();
  }

  @Override
  public void writeState(
      TLCState state, TLCState successor, boolean isNew, Visualization visualization) {
    throw withoutAction();
  }

  @Override
  public void writeState(
      TLCState state, TLCState successor, BitVector checks, int from, int length, boolean isNew) {
    throw withoutAction();
  }

  @Override
  public void writeState(
      TLCState state,
      TLCState successor,
      BitVector checks,
      int from,
      int length,
      boolean isNew,
      Visualization visualization) {
    throw withoutAction();
  }

  private static IllegalStateException withoutAction() {
    return new IllegalStateException("TLC reports a transition without its action");
  }

  @Override
  public void close() {}

  @Override
  public String getDumpFileName() {
    return "graph";
  }

  @Override
  public boolean isNoop() {
    return false;
  }

  /** Transitions are reported to writers of dot files only. */
  @Override
  public boolean isDot() {
    return true;
  }

  @Override
  public void snapshot() {}
}

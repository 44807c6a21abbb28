package org.spaprtce.conformance.graph;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tla2sany.semantic.FormalParamNode;
import tla2sany.semantic.OpDefNode;
import tlc2.tool.Action;
import tlc2.tool.TLCState;
import tlc2.util.BitVector;
import tlc2.util.IStateWriter;

/** What TLC hands its transitions to; it numbers their labels, each when it is first met. */
abstract class TransitionListener implements IStateWriter {
  private final GraphWriter writer;
  private final IdentityHashMap<Action, Integer> labels = new IdentityHashMap<>();

  TransitionListener(GraphWriter writer) {
    this.writer = writer;
  }

  /** Takes one transition. */
  abstract void transition(TLCState state, TLCState successor, int label);

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
  public final void writeState(
      TLCState state, TLCState successor, boolean isNew, @Nullable Action action) {
    transition(state, successor, id(action));
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

package org.spaprtce.conformance.graph;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spaprtce.conformance.graph.ClassGraph.Transition;
import org.spaprtce.oracle.runtime.Label;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.ValueParser;

/** A model as TLC explored it, with what its configuration says. */
final class ExploredModel {
  private static final int BUFFER = 1 << 16;

  private final Map<String, String> settings = new LinkedHashMap<>();
  private final Set<String> declared = new HashSet<>();
  private final List<String> constraints = new ArrayList<>();
  private final Map<String, Value> constants = new LinkedHashMap<>();
  private final Map<String, String> overrides = new LinkedHashMap<>();
  private final ClassGraph graph = ClassGraph.empty();
  private final List<String> variables = new ArrayList<>();
  private final List<Value> values = new ArrayList<>();
  private final List<State> states = new ArrayList<>();
  private final List<State> classes = new ArrayList<>();
  private final List<Label> labels = new ArrayList<>();
  private @Nullable State latest;
  private @Nullable State failing;
  private boolean complete;

  private final List<String> order;

  private ExploredModel(List<String> order) {
    this.order = order;
  }

  /** Reads what the configuration says, and no graph. */
  static ExploredModel configuration(Path file) throws IOException {
    return read(file, List.of());
  }

  /**
   * Reads what {@link ClassRecorder} wrote; a stream that breaks off is an {@link IOException}.
   *
   * @param order the variables in the order that states are to have; none to leave the graph out
   */
  static ExploredModel read(Path file, List<String> order) throws IOException {
    ExploredModel model = new ExploredModel(order);
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
      boolean more = true;
      while (more) {
        more = model.record(in);
      }
    }
    if (model.failing != null) {
      model.forgetUnfinished();
    }
    if (model.complete) {
      model.classes.forEach(state -> model.transitionsOf(state));
    }
    return model;
  }

  /** What only the state whose transitions have no value leads to. */
  private void forgetUnfinished() {
    Set<State> kept = new HashSet<>(graph.initial());
    graph.transitions().values().forEach(all -> all.forEach(t -> kept.add(t.to())));
    graph.standing().keySet().retainAll(kept);
  }

  private boolean record(DataInputStream in) throws IOException {
    int tag = in.readByte();
    switch (tag) {
      case GraphWriter.SETTING -> setting(RefereeGraph.text(in), RefereeGraph.text(in));
      case GraphWriter.REPLACED -> overrides.put(RefereeGraph.text(in), RefereeGraph.text(in));
      case GraphWriter.VARIABLES -> {
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
          variables.add(RefereeGraph.text(in));
        }
        return !order.isEmpty();
      }
      case GraphWriter.VALUE -> values.add(ValueParser.parse(RefereeGraph.text(in)));
      case GraphWriter.FULL -> state(in);
      case GraphWriter.LABEL -> labels.add(RefereeGraph.label(in));
      case GraphWriter.INITIAL -> graph.initial().add(states.get(in.readInt()));
      case GraphWriter.EXPANDED -> {
        latest = states.get(in.readInt());
        graph.transitions().put(latest, new HashSet<>());
      }
      case GraphWriter.FAILED -> {
        graph.transitions().remove(latest);
        failing = latest;
      }
      case GraphWriter.EDGE -> {
        Set<Transition> from = transitionsOf(states.get(in.readInt()));
        from.add(new Transition(labels.get(in.readInt()), states.get(in.readInt())));
      }
      case GraphWriter.END, GraphWriter.CUT -> {
        complete = tag == GraphWriter.END;
        return false;
      }
      default -> throw new IOException("tag=" + tag);
    }
    return true;
  }

  private void setting(String name, String value) {
    if (name.startsWith("CONSTANT ")) {
      constants.put(name.substring("CONSTANT ".length()), ValueParser.parse(value));
    } else if (name.equals("DECLARED")) {
      declared.add(value);
    } else if (name.equals("CONSTRAINT")) {
      constraints.add(value);
    } else {
      settings.put(name, value);
    }
  }

  /** TLC has the variables in an order of its own. */
  private void state(DataInputStream in) throws IOException {
    int group = in.readInt();
    Map<String, Value> named = new LinkedHashMap<>();
    for (String variable : variables) {
      named.put(variable, values.get(in.readInt()));
    }
    State state = Comparison.inOrder(named, order);
    if (group == classes.size()) {
      classes.add(state);
    }
    states.add(state);
    graph.standing().put(state, classes.get(group));
  }

  private Set<Transition> transitionsOf(State state) {
    return graph.transitions().computeIfAbsent(state, _ -> new HashSet<>());
  }

  /** The operator of a section of the configuration, or an empty text. */
  String setting(String section) {
    return settings.getOrDefault(section, "");
  }

  /** The operators that a state must satisfy to be of the model. */
  List<String> constraints() {
    return constraints;
  }

  /** The constants that the module declares. */
  Set<String> declared() {
    return declared;
  }

  /** The constants that the configuration gives a value. */
  Map<String, Value> constants() {
    return constants;
  }

  /** What the configuration replaces, constants and operators, by which operator. */
  Map<String, String> overrides() {
    return overrides;
  }

  /** The labels of TLC's transitions. */
  List<Label> labels() {
    return labels;
  }

  /** The last state of which TLC told a transition before it found no value, or null. */
  @Nullable State failing() {
    return failing;
  }

  /**
   * The states whose transitions are not known, of which TLC was about to explore one when its
   * exploration ended.
   */
  List<State> unexplored() {
    return classes.stream().filter(state -> !graph.transitions().containsKey(state)).toList();
  }

  /** What TLC found. */
  ClassGraph graph() {
    return graph;
  }

  /** Whether TLC came to an end. */
  boolean isComplete() {
    return complete;
  }
}

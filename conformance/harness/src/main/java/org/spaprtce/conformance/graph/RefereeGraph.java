package org.spaprtce.conformance.graph;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spaprtce.oracle.runtime.Label;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.ValueParser;

/** The complete state graph of a model as TLC built it, with the constants that TLC used. */
public final class RefereeGraph {
  private static final int BUFFER = 1 << 16;

  private final String model;
  private final Map<String, Value> constants = new LinkedHashMap<>();
  private final Map<String, String> substitutions = new LinkedHashMap<>();
  private final List<State> states = new ArrayList<>();
  private final List<Label> labels = new ArrayList<>();
  private final List<Integer> initial = new ArrayList<>();
  private final EdgeList edges = new EdgeList();
  private boolean ownStart;

  private RefereeGraph(String model) {
    this.model = model;
  }

  /** Reads what {@link GraphWriter} wrote; a stream that breaks off is an {@link IOException}. */
  static RefereeGraph read(String model, Path file) throws IOException {
    RefereeGraph graph = new RefereeGraph(model);
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
      boolean more = true;
      while (more) {
        more = graph.record(in);
      }
    }
    return graph;
  }

  private boolean record(DataInputStream in) throws IOException {
    int tag = in.readByte();
    switch (tag) {
      case GraphWriter.CONSTANTS ->
          ValueParser.parse(text(in)).asMap().forEach((k, v) -> constants.put(k.asString(), v));
      case GraphWriter.REPLACED -> substitutions.put(text(in), text(in));
      case GraphWriter.OWN_START -> ownStart = true;
      case GraphWriter.STATE -> states.add(ValueParser.parseState(text(in)));
      case GraphWriter.LABEL -> labels.add(label(in));
      case GraphWriter.INITIAL -> initial.add(in.readInt());
      case GraphWriter.EDGE -> edges.add(in.readInt(), in.readInt(), in.readInt());
      case GraphWriter.END -> {
        return false;
      }
      default -> throw new IOException("tag=" + tag + " in the graph of " + model);
    }
    return true;
  }

  static Label label(DataInputStream in) throws IOException {
    String action = text(in);
    List<Value> arguments = new ArrayList<>();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      arguments.add(ValueParser.parse(text(in)));
    }
    return new Label(action, arguments);
  }

  static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }

  /** The name of the model. */
  public String model() {
    return model;
  }

  /** The constants of the norm in this model. */
  public Map<String, Value> constants() {
    return constants;
  }

  /** The operators of the norm that the model replaces, and by which. */
  public Map<String, String> substitutions() {
    return substitutions;
  }

  /** Whether the model starts in states of its own instead of those of the norm. */
  boolean hasOwnStart() {
    return ownStart;
  }

  List<State> states() {
    return states;
  }

  List<Label> labels() {
    return labels;
  }

  List<Integer> initial() {
    return initial;
  }

  EdgeList edges() {
    return edges;
  }
}

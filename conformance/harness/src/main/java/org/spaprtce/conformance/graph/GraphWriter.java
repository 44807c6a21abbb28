package org.spaprtce.conformance.graph;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a state graph as a stream of records.
 *
 * <p>Each record is a tag byte and its content, in the byte order of {@link DataOutputStream}; a
 * text is its length in bytes (32 bits) and its UTF-8 bytes. States and labels are numbered from 0
 * in the order of their records.
 *
 * <pre>
 *   'C' text                  the constants
 *   'R' text text             an operator of the norm and what replaces it
 *   'O'                       the initial states are the model's own, not those of the norm
 *   'S' text                  a state
 *   'L' text count text...    a label: action, number of arguments, arguments
 *   'I' state                 the state is initial
 *   'E' state label state     a transition
 *   'N' text text             a setting of the configuration, or a constant, and its value
 *   'D' count text...         the variables
 *   'V' text                  a value; values are numbered like states
 *   'F' class value...        a state by its values, one of a class; the first of its class stands
 *                             for it
 *   'X' state                 all transitions from the state follow
 *   'Q'                       the transitions of the last 'X' have no end: they have no value
 *   'Z'                       the end: the graph is complete
 *   'Y'                       the end: only the states that are named by 'X' are explored
 * </pre>
 */
final class GraphWriter implements AutoCloseable {
  static final int CONSTANTS = 'C';
  static final int REPLACED = 'R';
  static final int OWN_START = 'O';
  static final int STATE = 'S';
  static final int LABEL = 'L';
  static final int INITIAL = 'I';
  static final int EDGE = 'E';
  static final int SETTING = 'N';
  static final int VARIABLES = 'D';
  static final int VALUE = 'V';
  static final int FULL = 'F';
  static final int EXPANDED = 'X';
  static final int FAILED = 'Q';
  static final int END = 'Z';
  static final int CUT = 'Y';

  private static final int BUFFER = 1 << 16;

  private final DataOutputStream out;

  GraphWriter(Path file) {
    try {
      out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @FunctionalInterface
  private interface Output {
    void run() throws IOException;
  }

  private static void unchecked(Output output) {
    try {
      output.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void text(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  void constants(String constants) {
    unchecked(() -> {
      out.writeByte(CONSTANTS);
      text(constants);
    });
  }

  void replaced(String operator, String replacement) {
    unchecked(() -> {
      out.writeByte(REPLACED);
      text(operator);
      text(replacement);
    });
  }

  void ownStart() {
    unchecked(() -> out.writeByte(OWN_START));
  }

  void state(String state) {
    unchecked(() -> {
      out.writeByte(STATE);
      text(state);
    });
  }

  void label(String action, List<String> arguments) {
    unchecked(() -> {
      out.writeByte(LABEL);
      text(action);
      out.writeInt(arguments.size());
      for (String argument : arguments) {
        text(argument);
      }
    });
  }

  void initial(int state) {
    unchecked(() -> {
      out.writeByte(INITIAL);
      out.writeInt(state);
    });
  }

  void edge(int from, int label, int to) {
    unchecked(() -> {
      out.writeByte(EDGE);
      out.writeInt(from);
      out.writeInt(label);
      out.writeInt(to);
    });
  }

  void setting(String name, String value) {
    unchecked(() -> {
      out.writeByte(SETTING);
      text(name);
      text(value);
    });
  }

  void variables(List<String> names) {
    unchecked(() -> {
      out.writeByte(VARIABLES);
      out.writeInt(names.size());
      for (String name : names) {
        text(name);
      }
    });
  }

  void value(String value) {
    unchecked(() -> {
      out.writeByte(VALUE);
      text(value);
    });
  }

  void full(int group, List<Integer> values) {
    unchecked(() -> {
      out.writeByte(FULL);
      out.writeInt(group);
      for (int value : values) {
        out.writeInt(value);
      }
    });
  }

  void expanded(int state) {
    unchecked(() -> {
      out.writeByte(EXPANDED);
      out.writeInt(state);
    });
  }

  void failed() {
    unchecked(() -> out.writeByte(FAILED));
  }

  void cut() {
    unchecked(() -> out.writeByte(CUT));
  }

  void end() {
    unchecked(() -> out.writeByte(END));
  }

  @Override
  public void close() {
    unchecked(out::close);
  }
}

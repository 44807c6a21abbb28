package org.spaprtce.conformance.sut;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spaprtce.conformance.norm.Environment;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/**
 * A command in one line: who, what, with which arguments; of header and environment what is
 * unusual.
 */
final class CommandText {
  private static final List<String> ARGUMENTS =
      List.of(
          "type",
          "extension",
          "operation",
          "vaddr",
          "iova",
          "size",
          "start",
          "pageShift",
          "levels");
  private static final Set<String> DECIMAL =
      Set.of("type", "extension", "operation", "pageShift", "levels");
  private static final Map<String, Long> ARGSZ =
      Map.of(
          "REGISTER_MEMORY", 24L,
          "UNREGISTER_MEMORY", 24L,
          "MAP_DMA", 32L,
          "UNMAP_DMA", 24L,
          "TCE_CREATE", 40L,
          "TCE_REMOVE", 16L,
          "GET_INFO", 32L,
          "GET_STATUS", 8L,
          "EEH_PE_OP", 12L);

  /** What each command asks of its environment. */
  private static final Map<String, List<String>> ASKED =
      Map.of(
          "REGISTER_MEMORY", List.of("memlock", "pinned", "backing", "records"),
          "MAP_DMA", List.of("memlock", "pinned", "contiguous", "room", "platform"),
          "UNMAP_DMA", List.of("memlock", "contiguous", "platform"),
          "TCE_CREATE", List.of("memlock", "contiguous", "platform"),
          "ENABLE", List.of("memlock"),
          "EEH_PE_OP", List.of("platform", "state"),
          "SET_IOMMU", List.of("platform"),
          "SET_CONTAINER", List.of("platform"),
          "OPEN_DEVICE", List.of("platform"));

  private static final long BOTH_DIRECTIONS = 3;
  private static final Value USUAL = Environment.GENEROUS.value();

  private final Value command;
  private final StringBuilder text = new StringBuilder();

  private CommandText(Value command) {
    this.command = command;
  }

  static String of(Value command) {
    CommandText line = new CommandText(command);
    line.write();
    return line.text.toString();
  }

  private void write() {
    String op = command.field("op").asString();
    text.append(command.field("process").asString());
    word("group");
    if (!op.equals("SET_CONTAINER")) {
      word("container");
    }
    text.append(' ').append(op);
    if (op.equals("SET_CONTAINER")) {
      word(command.field("file").asString().equals("container") ? "container" : "file");
    }
    for (String name : ARGUMENTS) {
      if (command.hasField(name)) {
        field(name, command.field(name), DECIMAL.contains(name));
      }
    }
    header(op);
    environment(op);
  }

  private void environment(String op) {
    Value environment = command.field("env");
    List<String> asked = ASKED.getOrDefault(op, List.of());
    if (asked.contains("memlock")) {
      if (environment.field("capIpcLock").asBoolean()) {
        text.append(" capIpcLock=TRUE");
      } else if (!environment.field("memlock").asBigInteger().equals(UnsignedWords.LAST)) {
        field("memlock", environment.field("memlock"), false);
      }
    }
    for (String name : asked) {
      if (!name.equals("memlock") && !environment.field(name).equals(USUAL.field(name))) {
        field(name, environment.field(name), false);
      }
    }
  }

  private void word(String name) {
    if (command.hasField(name)) {
      text.append(' ').append(command.field(name).asString());
    }
  }

  private void header(String op) {
    if (command.hasField("readable") && !command.field("readable").asBoolean()) {
      text.append(" readable=FALSE");
    }
    long argsz = ARGSZ.getOrDefault(op, -1L);
    if (command.hasField("argsz") && !command.field("argsz").equals(Values.integer(argsz))) {
      field("argsz", command.field("argsz"), true);
    }
    long flags = op.equals("MAP_DMA") ? BOTH_DIRECTIONS : 0;
    if (command.hasField("flags") && !command.field("flags").equals(Values.integer(flags))) {
      field("flags", command.field("flags"), false);
    }
  }

  private void field(String name, Value value, boolean decimal) {
    text.append(' ').append(name).append('=');
    if (isNumber(value)) {
      BigInteger number = value.asBigInteger();
      text.append(decimal ? number.toString() : "0x" + number.toString(16));
    } else {
      text.append(value);
    }
  }

  private static boolean isNumber(Value value) {
    return value instanceof org.spaprtce.oracle.runtime.IntValue;
  }
}

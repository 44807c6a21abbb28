package org.spaprtce.compiler.back;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fields of a class that hold what has one value: numbers, strings, record shapes, and so on.
 */
final class Literals {
  private final Map<String, String> fields = new LinkedHashMap<>();
  private final Map<String, String> kept = new LinkedHashMap<>();
  private final Set<String> names = new HashSet<>();

  /** The constant of a number. */
  String integer(BigInteger value) {
    String text = value.toString();
    String code =
        value.bitLength() < Long.SIZE
            ? "Values.integer(" + text + "L)"
            : "Values.integer(new java.math.BigInteger(\"" + text + "\"))";
    return field("Value", "INT_" + text.replace("-", "MINUS_"), code);
  }

  /** The constant of a string. */
  String string(String value) {
    return field(
        "Value", "STR_" + value.replaceAll("\\W", "_"), "Values.string(" + quoted(value) + ")");
  }

  /** The constant of a record shape. */
  String shape(List<String> fieldNames) {
    String arguments = String.join(", ", fieldNames.stream().map(Literals::quoted).toList());
    return field(
        "RecordShape", "SHAPE_" + (fields.size() + 1), "RecordShape.of(" + arguments + ")");
  }

  /** The constant of a field name. */
  String fieldName(String value) {
    return field("Field", "F_" + value, "Field.of(" + quoted(value) + ")");
  }

  /** The constant that an expression is, of a type of the runtime. */
  String constant(String type, String wish, String code) {
    return field(type, wish, code);
  }

  /**
   * The field of an instance that keeps the value of an expression without state or bound names.
   */
  String kept(String code) {
    return kept.computeIfAbsent(code, _ -> "kept_" + (kept.size() + 1));
  }

  private String field(String type, String wish, String code) {
    String known = fields.get(type + " " + code);
    if (known != null) {
      return known;
    }
    String name = wish;
    for (int i = 2; !names.add(name); i++) {
      name = wish + "_" + i;
    }
    fields.put(type + " " + code, name);
    return name;
  }

  /** The declarations. */
  List<String> declarations() {
    List<String> lines = new ArrayList<>();
    fields.forEach((key, name) -> {
      int space = key.indexOf(' ');
      lines.add(
          "  private static final "
              + key.substring(0, space)
              + " "
              + name
              + " = "
              + key.substring(space + 1)
              + ";");
    });
    return lines;
  }

  /** The declarations of what instances keep. */
  List<String> keptDeclarations() {
    List<String> lines = new ArrayList<>();
    kept.forEach((code, name) ->
        lines.add("  private final Lazy " + name + " = new Lazy(() -> " + code.strip() + ");"));
    return lines;
  }

  /** A Java string literal. */
  static String quoted(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      switch (character) {
        case '"', '\\' -> literal.append('\\').append(character);
        case '\n' -> literal.append("\\n");
        case '\r' -> literal.append("\\r");
        case '\t' -> literal.append("\\t");
        case '\f' -> literal.append("\\f");
        default -> literal.append(character);
      }
    }
    return literal.append('"').toString();
  }
}

package org.spaprtce.oracle.runtime;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads constant values as TLC prints them: numbers, ranges, strings, {@code TRUE} and {@code
 * FALSE}, sets, tuples, records, {@code (a :> b @@ c :> d)}. Any other identifier is a model value.
 * Text that is nothing of this is an {@link IllegalArgumentException} with the offset.
 */
public final class ValueParser {
  private final String text;
  private int position;

  private ValueParser(String text) {
    this.text = text;
  }

  /** The value that the whole text denotes. */
  public static Value parse(String text) {
    ValueParser parser = new ValueParser(text);
    Value value = parser.value();
    parser.end();
    return value;
  }

  /** The state that a conjunction {@code /\ variable = value ...} denotes. */
  public static State parseState(String text) {
    ValueParser parser = new ValueParser(text);
    Map<String, Value> values = new LinkedHashMap<>();
    while (parser.skip("/\\")) {
      String variable = parser.identifier();
      parser.expect("=");
      values.put(variable, parser.value());
    }
    parser.end();
    return State.of(values);
  }

  private void end() {
    spaces();
    if (position < text.length()) {
      throw wrong("the end");
    }
  }

  private Value value() {
    Value low = single();
    if (!skip("..")) {
      return low;
    }
    return Arithmetic.range("offset " + position, low, single()) instanceof SetValue set
        ? set.finite()
        : low;
  }

  private Value single() {
    spaces();
    char first = position < text.length() ? text.charAt(position) : ' ';
    if (first == '"') {
      return string();
    }
    if (first == '-' || Character.isDigit(first)) {
      return number();
    }
    if (skip("<<")) {
      return Values.tuple(list(">>"));
    }
    if (skip("{")) {
      return Values.set(list("}"));
    }
    if (skip("[")) {
      return record();
    }
    if (skip("(")) {
      return function();
    }
    return switch (identifier()) {
      case "TRUE" -> Values.TRUE;
      case "FALSE" -> Values.FALSE;
      case String name -> Values.model(name);
    };
  }

  private Value string() {
    StringBuilder characters = new StringBuilder();
    position++;
    while (position < text.length() && text.charAt(position) != '"') {
      int escape = -1;
      if (text.charAt(position) == '\\') {
        position++;
        escape = position < text.length() ? StringValue.ESCAPES.indexOf(text.charAt(position)) : -1;
      }
      if (position < text.length()) {
        characters.append(escape < 0 ? text.charAt(position) : StringValue.ESCAPED.charAt(escape));
        position++;
      }
    }
    expect("\"");
    return Values.string(characters.toString());
  }

  private Value number() {
    int start = position++;
    while (position < text.length() && Character.isDigit(text.charAt(position))) {
      position++;
    }
    String digits = text.substring(start, position);
    if (digits.equals("-")) {
      throw wrong("a digit");
    }
    return Values.integer(new BigInteger(digits));
  }

  private List<Value> list(String close) {
    List<Value> items = new ArrayList<>();
    if (!skip(close)) {
      do {
        items.add(value());
      } while (skip(","));
      expect(close);
    }
    return items;
  }

  private Value record() {
    Map<Value, Value> fields = new TreeMap<>(Values.ORDER);
    do {
      String name = identifier();
      expect("|->");
      if (fields.put(Values.string(name), value()) != null) {
        throw wrong("another field than " + name);
      }
    } while (skip(","));
    expect("]");
    return Values.function(fields);
  }

  private Value function() {
    Map<Value, Value> pairs = new TreeMap<>(Values.ORDER);
    do {
      Value key = value();
      expect(":>");
      pairs.putIfAbsent(key, value());
    } while (skip("@@"));
    expect(")");
    return Values.function(pairs);
  }

  private String identifier() {
    spaces();
    int start = position;
    while (position < text.length()
        && (Character.isLetterOrDigit(text.charAt(position)) || text.charAt(position) == '_')) {
      position++;
    }
    if (position == start) {
      throw wrong("a value or name");
    }
    return text.substring(start, position);
  }

  private boolean skip(String token) {
    spaces();
    boolean found = text.startsWith(token, position);
    if (found) {
      position += token.length();
    }
    return found;
  }

  private void expect(String token) {
    if (!skip(token)) {
      throw wrong(token);
    }
  }

  private void spaces() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
  }

  private IllegalArgumentException wrong(String wanted) {
    int end = Math.min(text.length(), position + 20);
    return new IllegalArgumentException(
        "offset=" + position + ": expected " + wanted + ", found=" + text.substring(position, end));
  }
}

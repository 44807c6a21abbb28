package org.spaprtce.oracle.runtime;

/** A string of TLA+. */
public record StringValue(String value) implements Value {
  /** What stands behind a backslash in the text of a string, and what it means, place by place. */
  static final String ESCAPES = "\\\"tnfr";

  static final String ESCAPED = "\\\"\t\n\f\r";

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      int escape = ESCAPED.indexOf(value.charAt(i));
      if (escape < 0) {
        text.append(value.charAt(i));
      } else {
        text.append('\\').append(ESCAPES.charAt(escape));
      }
    }
    return text.append('"').toString();
  }
}

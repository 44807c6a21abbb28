package org.spaprtce.compiler.back;

import java.util.List;

/** Java text with the places where it may be broken into lines. */
sealed interface Code {
  /** A width that fits no line: the text holds statements. */
  int UNBOUNDED = 1_000_000;

  /** The width on one line. */
  int width();

  /** Text that is never broken. */
  record Text(String text) implements Code {
    @Override
    public int width() {
      return text.length();
    }
  }

  /** One after the other, without a place to break between them. */
  record Sequence(List<Code> parts) implements Code {
    @Override
    public int width() {
      return parts.stream().mapToInt(Code::width).reduce(0, Code::sum);
    }
  }

  /**
   * Items between brackets: on one line if they fit, else each on a line of its own. A leading
   * separator begins the line of the item that it precedes.
   */
  record Items(String open, List<Code> items, String separator, boolean leading, String close)
      implements Code {
    @Override
    public int width() {
      int items = items().stream().mapToInt(Code::width).reduce(0, Code::sum);
      return sum(items, open.length() + close.length() + separator.length() * items().size());
    }
  }

  /** Statements in braces after a head. */
  record Block(Code head, List<Code> statements, String tail) implements Code {
    @Override
    public int width() {
      return UNBOUNDED;
    }
  }

  private static int sum(int a, int b) {
    return Math.min(UNBOUNDED, a + b);
  }

  /** Plain text. */
  static Code text(String text) {
    return new Text(text);
  }

  /** One after the other. */
  static Code sequence(Code... parts) {
    return new Sequence(List.of(parts));
  }

  /** A method call. */
  static Code call(String method, List<Code> arguments) {
    return new Items(method + "(", arguments, ",", false, ")");
  }

  /** A statement that is an expression, or a {@code return}. */
  static Code statement(String keyword, Code expression) {
    return sequence(text(keyword), expression, text(";"));
  }
}

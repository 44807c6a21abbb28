package org.spaprtce.compiler.back;

import java.util.List;

/** Lays code out in lines of limited width where it can. */
final class Printer {
  private static final int LINE = 110;
  private static final int STATEMENT = 2;
  private static final int CONTINUATION = 4;

  private final StringBuilder text = new StringBuilder();
  private int column;

  private Printer() {}

  /** The text of code that begins at an indentation. */
  static String print(Code code, int indent) {
    Printer printer = new Printer();
    printer.append(" ".repeat(indent));
    printer.print(code, indent, 0);
    return printer.text.toString();
  }

  /** Prints; that many characters will follow on the last line. */
  private void print(Code code, int indent, int following) {
    switch (code) {
      case Code.Text plain -> append(plain.text());
      case Code.Sequence sequence -> sequence(sequence.parts(), indent, following);
      case Code.Items items -> items(items, indent, following);
      case Code.Block block -> block(block, indent);
    }
  }

  private void sequence(List<Code> parts, int indent, int following) {
    for (int i = 0; i < parts.size(); i++) {
      int rest = following;
      for (int j = i + 1; j < parts.size() && parts.get(j) instanceof Code.Text plain; j++) {
        rest += plain.width();
      }
      print(parts.get(i), indent, rest);
    }
  }

  private void items(Code.Items code, int indent, int following) {
    boolean broken = column + code.width() + following > LINE && !code.items().isEmpty();
    append(code.open());
    int inner = broken ? indent + CONTINUATION : indent;
    for (int i = 0; i < code.items().size(); i++) {
      boolean last = i == code.items().size() - 1;
      if (broken) {
        newLine(inner);
      }
      if (i > 0 && code.leading()) {
        append(broken ? code.separator().stripLeading() : code.separator());
      } else if (i > 0 && !broken) {
        append(" ");
      }
      int after = code.leading() ? 0 : code.separator().length();
      print(code.items().get(i), inner, last ? code.close().length() + following : after);
      if (!last && !code.leading()) {
        append(code.separator());
      }
    }
    append(code.close());
  }

  private void block(Code.Block block, int indent) {
    print(block.head(), indent, STATEMENT);
    append(" {");
    for (Code statement : block.statements()) {
      newLine(indent + STATEMENT);
      print(statement, indent + STATEMENT, 0);
    }
    newLine(indent);
    append("}" + block.tail());
  }

  private void append(String more) {
    text.append(more);
    column += more.length();
  }

  private void newLine(int indent) {
    text.append('\n').append(" ".repeat(indent));
    column = indent;
  }
}

package org.spaprtce.spec.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a module, cut where blank lines cut it.
 *
 * @param path where it is in the spec folder
 * @param name its name
 * @param lines all lines
 * @param rows its parts from top to bottom, without its first and last line
 * @param defined the line, from 1, of each name that it defines or declares
 */
record TlaModule(
    String path, String name, List<String> lines, List<Row> rows, Map<String, Integer> defined) {
  private static final Pattern DEFINITION =
      Pattern.compile(
          "(?m)^(?:LOCAL |ASSUME |THEOREM )?(\\w+)"
              + "(?:\\((?:[^()]|\\([^()]*\\))*\\)|\\[[^\\]\n]*\\])?\\s*==(?!=)");
  private static final Pattern DECLARATION =
      Pattern.compile("(?ms)^(?:CONSTANTS?|VARIABLES?)\\b(.*?)(?=^\\S|^$|\\z)");
  private static final Pattern EXTENDS =
      Pattern.compile("(?m)^EXTENDS\\s+(\\w+(?:\\s*,\\s*\\w+)*)");
  private static final Pattern WORD = Pattern.compile("\\w+");
  private static final String SEPARATOR = "------";
  private static final String END = "======";

  /**
   * Lines that belong together: comments, and what they are about.
   *
   * @param blocks the parts, none of which has a blank line at its ends
   */
  record Row(List<Block> blocks) {
    /** The lines of all parts. */
    String text() {
      StringBuilder text = new StringBuilder();
      blocks.forEach(block -> text.append(String.join("\n", block.lines())).append('\n'));
      return text.toString();
    }

    boolean contains(int line) {
      return blocks.getFirst().first() <= line && line <= blocks.getLast().last();
    }
  }

  /**
   * Consecutive lines of a kind.
   *
   * @param kind what they are
   * @param first the number of the first line, from 1
   * @param lines the lines
   */
  record Block(Kind kind, int first, List<String> lines) {
    int last() {
      return first + lines.size() - 1;
    }
  }

  /** What a block is. */
  enum Kind {
    /** A boxed comment. */
    PROSE,
    /** Anything else than a comment. */
    CODE,
    /** A line between two parts of the module. */
    RULE
  }

  /** Takes a module's text apart. */
  static TlaModule parse(String path, String text) {
    String name = path.replaceAll(".*/|\\.tla$", "");
    List<String> lines = Arrays.asList(text.split("\n", -1));
    return new TlaModule(path, name, lines, rows(lines), defined(text));
  }

  private static Map<String, Integer> defined(String text) {
    Map<String, Integer> defined = new LinkedHashMap<>();
    DEFINITION
        .matcher(text)
        .results()
        .forEach(found -> defined.putIfAbsent(found.group(1), lineAt(text, found.start())));
    for (MatchResult declaration : DECLARATION.matcher(text).results().toList()) {
      int line = lineAt(text, declaration.start(1));
      for (String part : declaration.group(1).split("\n", -1)) {
        Matcher word = WORD.matcher(part.replaceFirst("\\\\\\*.*", "").replaceAll("\\(.*?\\)", ""));
        while (word.find()) {
          defined.putIfAbsent(word.group(), line);
        }
        line++;
      }
    }
    return defined;
  }

  private static int lineAt(String text, int offset) {
    return (int) text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
  }

  private static List<Row> rows(List<String> lines) {
    List<Row> rows = new ArrayList<>();
    List<Block> open = new ArrayList<>();
    int index = 1;
    while (index < lines.size() && !lines.get(index).startsWith(END)) {
      Kind kind = kind(lines.get(index));
      boolean begins = lines.get(index).isBlank() || kind != Kind.CODE;
      if (begins && !open.isEmpty()) {
        rows.add(new Row(List.copyOf(open)));
        open.clear();
      }
      int end = lines.get(index).isBlank() ? index + 1 : end(lines, index);
      if (!lines.get(index).isBlank()) {
        open.add(new Block(kind, index + 1, List.copyOf(lines.subList(index, end))));
      }
      index = end;
    }
    if (!open.isEmpty()) {
      rows.add(new Row(List.copyOf(open)));
    }
    return joined(rows);
  }

  /** The index after a block's last line. */
  private static int end(List<String> lines, int start) {
    Kind kind = kind(lines.get(start));
    int end = start + 1;
    while (end < lines.size()
        && kind != Kind.RULE
        && !lines.get(end).isBlank()
        && !lines.get(end).startsWith(END)
        && kind(lines.get(end)) == kind) {
      end++;
    }
    return end;
  }

  /**
   * Code that goes on after a blank line, deeper than any definition, belongs to what is before.
   */
  private static List<Row> joined(List<Row> rows) {
    List<Row> joined = new ArrayList<>();
    for (Row row : rows) {
      Block first = row.blocks().getFirst();
      if (!joined.isEmpty()
          && first.kind() == Kind.CODE
          && first.lines().getFirst().startsWith(" ")) {
        List<Block> blocks = new ArrayList<>(joined.removeLast().blocks());
        blocks.addAll(row.blocks());
        joined.add(new Row(List.copyOf(blocks)));
      } else {
        joined.add(row);
      }
    }
    return List.copyOf(joined);
  }

  private static Kind kind(String line) {
    if (line.startsWith(SEPARATOR)) {
      return Kind.RULE;
    }
    return line.startsWith("(*") && line.strip().endsWith("*)") ? Kind.PROSE : Kind.CODE;
  }

  /** The modules that this one extends directly. */
  List<String> extended() {
    List<String> names = new ArrayList<>();
    Matcher found = EXTENDS.matcher(String.join("\n", lines));
    if (found.find()) {
      WORD.matcher(found.group(1)).results().forEach(word -> names.add(word.group()));
    }
    return names;
  }

  /** The part that a line is in. */
  Optional<Row> rowAt(int line) {
    return rows.stream().filter(row -> row.contains(line)).findFirst();
  }

  /** The page of the module. */
  String page() {
    return path.replaceAll("\\.tla$", ".html");
  }
}

package org.spaprtce.bench;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table of words and numbers.
 *
 * @param head a heading for each column
 * @param rows a cell for each column; the first one is words, the others are numbers or short
 */
record Grid(List<String> head, List<List<String>> rows) {

  private static final String BETWEEN = "  ";

  /** {@return the table for a terminal, one line each} */
  String text() {
    int[] widths =
        IntStream.range(0, head.size())
            .map(i -> Math.max(head.get(i).length(), widest(i)))
            .toArray();
    return IntStream.rangeClosed(0, rows.size())
        .mapToObj(i -> line(i == 0 ? head : rows.get(i - 1), widths))
        .collect(Collectors.joining());
  }

  private int widest(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private static String line(List<String> cells, int[] widths) {
    var line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String space = " ".repeat(widths[i] - cells.get(i).length());
      line.append(i == 0 ? cells.get(i) + space : BETWEEN + space + cells.get(i));
    }
    return line.append('\n').toString();
  }

  /** {@return the table as Markdown} */
  String markdown() {
    var text = new StringBuilder();
    text.append(markdown(head));
    text.append("| --- |").append(" ---: |".repeat(head.size() - 1)).append('\n');
    rows.forEach(row -> text.append(markdown(row)));
    return text.toString();
  }

  private static String markdown(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}

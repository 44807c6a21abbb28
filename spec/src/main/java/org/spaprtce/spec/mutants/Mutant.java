package org.spaprtce.spec.mutants;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A place in a module whose text is replaced.
 *
 * @param module the module's name
 * @param operator the definition that the place is in
 * @param text what is removed, with single spaces
 * @param becomes what stands there instead
 * @param occurrence 1 for the first such replacement of such a text in the operator, 2 for the next
 * @param range where it is
 */
record Mutant(
    String module, String operator, String text, String becomes, int occurrence, Range range) {

  /** From the beginning of a module to its end. */
  static final Comparator<Mutant> BY_PLACE =
      Comparator.comparing(Mutant::module)
          .thenComparing(Mutant::range)
          .thenComparing(Mutant::becomes);

  /**
   * Lines and columns from 1; the end belongs to the range.
   *
   * @param beginLine the first line
   * @param beginColumn the first column in it
   * @param endLine the last line
   * @param endColumn the last column in it
   */
  record Range(int beginLine, int beginColumn, int endLine, int endColumn)
      implements Comparable<Range> {
    @Override
    public int compareTo(Range other) {
      return Comparator.comparingInt(Range::beginLine)
          .thenComparingInt(Range::beginColumn)
          .thenComparingInt(Range::endLine)
          .thenComparingInt(Range::endColumn)
          .compare(this, other);
    }

    /** The text of this range of a module. */
    String of(List<String> lines) {
      if (beginLine == endLine) {
        return lines.get(beginLine - 1).substring(beginColumn - 1, endColumn);
      }
      List<String> parts = new ArrayList<>();
      parts.add(lines.get(beginLine - 1).substring(beginColumn - 1));
      parts.addAll(lines.subList(beginLine, endLine - 1));
      parts.add(lines.get(endLine - 1).substring(0, endColumn));
      return String.join(" ", parts);
    }
  }

  /** What identifies the mutant from one version of the norm to the next. */
  String key() {
    String count = occurrence == 1 ? "" : " #" + occurrence;
    return "%s.%s: %s -> %s%s".formatted(module, operator, text, becomes, count);
  }

  /**
   * The module's text with the replacement.
   *
   * <p>What follows keeps its line and, unless the replacement is longer than what it replaces, its
   * column, on which lists of conjuncts depend.
   */
  String apply(String original) {
    List<String> lines = new ArrayList<>(Arrays.asList(original.split("\n", -1)));
    String head = lines.get(range.beginLine() - 1).substring(0, range.beginColumn() - 1);
    String tail = lines.get(range.endLine() - 1).substring(range.endColumn());
    if (range.beginLine() == range.endLine()) {
      int width = range.endColumn() - range.beginColumn() + 1;
      String padding = " ".repeat(Math.max(0, width - becomes.length()));
      lines.set(range.beginLine() - 1, head + becomes + padding + tail);
    } else {
      lines.set(range.beginLine() - 1, head + becomes);
      for (int line = range.beginLine(); line < range.endLine() - 1; line++) {
        lines.set(line, "");
      }
      lines.set(range.endLine() - 1, " ".repeat(range.endColumn()) + tail);
    }
    return String.join("\n", lines);
  }
}

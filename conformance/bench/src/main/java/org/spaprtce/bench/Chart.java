package org.spaprtce.bench;

import java.util.List;
import java.util.Locale;
import org.spaprtce.bench.Results.Row;

/**
 * A drawing of ratios as SVG: for each kind of work a line with a mark for each baseline, on a
 * logarithmic scale on which 1 is the subject.
 */
final class Chart {

  private static final int WIDTH = 1000;
  private static final int LABEL = 330;
  private static final int RIGHT = 90;
  private static final int TOP = 90;
  private static final int LINE = 17;
  private static final int LEGEND = 110;
  private static final String MUTED = "#777777";

  /** How a baseline is marked: colour, and outline around 0, 0. */
  private enum Mark {
    CIRCLE("#b3543c", "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0"),
    SQUARE("#2f6ea5", "M-4.5-4.5h9v9h-9z"),
    TRIANGLE("#4c8a35", "M0-5.5L5.5 4.5H-5.5z"),
    DIAMOND("#86609e", "M0-6L6 0L0 6L-6 0z"),
    CROSS("#555555", "M-2-6h4v4h4v4h-4v4h-4v-4h-4v-4h4z");

    private final String colour;
    private final String outline;

    Mark(String colour, String outline) {
      this.colour = colour;
      this.outline = outline;
    }

    String at(double x, double y, String title) {
      return String.format(
          Locale.ROOT,
          "<path transform=\"translate(%.1f %.1f)\" d=\"%s\" fill=\"%s\"><title>%s</title></path>%n",
          x,
          y,
          outline,
          colour,
          title);
    }
  }

  private final StringBuilder body = new StringBuilder();
  private final List<Row> rows;
  private final List<String> baselines;

  /** Powers of ten at the ends of the scale. */
  private final int low;

  private final int high;

  private Chart(List<Row> rows) {
    this.rows = rows;
    baselines = rows.stream().flatMap(row -> row.baselines().stream()).distinct().toList();
    double least = 1;
    double most = 10;
    for (Row row : rows) {
      for (String baseline : row.baselines()) {
        least = Math.min(least, row.ratio(baseline));
        most = Math.max(most, row.ratio(baseline));
      }
    }
    low = (int) Math.floor(Math.log10(least));
    high = (int) Math.ceil(Math.log10(most));
  }

  /** {@return the drawing of all ratios} */
  static String draw(Results results) {
    return new Chart(results.rows().stream().filter(row -> !row.baselines().isEmpty()).toList())
        .draw();
  }

  private String draw() {
    int height = TOP + LINE * rows.size() + LINE;
    body.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" \
        font-family="sans-serif" font-size="12">
        <rect width="100%%" height="100%%" fill="white"/>
        """
            .formatted(WIDTH, height));
    text(
        12,
        20,
        "start",
        "black",
        "What the baselines need, as a multiple of what the subject needs");
    legend();
    scale(height);
    for (int i = 0; i < rows.size(); i++) {
      row(rows.get(i), TOP + LINE * i + LINE / 2);
    }
    return body.append("</svg>\n").toString();
  }

  private void legend() {
    for (int i = 0; i < baselines.size(); i++) {
      String baseline = baselines.get(i);
      int x = LABEL + LEGEND * i;
      body.append(mark(baseline).at(x, 40, Table.name(baseline)));
      text(x + 10, 44, "start", "black", Table.name(baseline));
    }
  }

  private void scale(int height) {
    for (int power = low; power <= high; power++) {
      double x = place(Math.pow(10, power));
      line(x, TOP - 6, x, height - LINE, power == 0 ? "black" : "#dddddd");
      text(x, TOP - 12, "middle", MUTED, tenTo(power));
    }
  }

  private static String tenTo(int power) {
    String number = String.format(Locale.ROOT, "%,d", Math.round(Math.pow(10, Math.abs(power))));
    return power < 0 ? "1/" + number : number;
  }

  private void row(Row row, int y) {
    text(LABEL - 12, y + 4, "end", "black", row.work());
    double least = row.baselines().stream().mapToDouble(row::ratio).min().orElseThrow();
    double most = row.baselines().stream().mapToDouble(row::ratio).max().orElseThrow();
    double right = place(Math.max(1, most));
    line(place(Math.min(1, least)), y, right, y, "#aaaaaa");
    for (String baseline : row.baselines()) {
      String title = Table.name(baseline) + " " + Table.number(row.ratio(baseline));
      body.append(mark(baseline).at(place(row.ratio(baseline)), y, title));
    }
    text(right + 10, y + 4, "start", MUTED, Table.number(most));
  }

  private Mark mark(String baseline) {
    return Mark.values()[baselines.indexOf(baseline) % Mark.values().length];
  }

  private double place(double ratio) {
    double decade = (double) (WIDTH - LABEL - RIGHT) / (high - low);
    return LABEL + (Math.log10(ratio) - low) * decade;
  }

  private void line(double x1, double y1, double x2, double y2, String colour) {
    body.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>%n",
            x1,
            y1,
            x2,
            y2,
            colour));
  }

  private void text(double x, double y, String anchor, String colour, String words) {
    body.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n",
            x,
            y,
            anchor,
            colour,
            words));
  }
}

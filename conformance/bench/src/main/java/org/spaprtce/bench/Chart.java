package org.spaprtce.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.spaprtce.bench.Results.Row;
import org.spaprtce.bench.Table.Contest;

/**
 * A drawing of ratios as SVG: for each kind of work a bar for each baseline, on a logarithmic scale
 * around 1.
 */
final class Chart {

  private static final int LABEL = 300;
  private static final int WIDTH = 1000;
  private static final int BAR = 9;
  private static final int GAP = 8;
  private static final int TOP = 44;
  private static final List<String> COLOURS = List.of("#b3543c", "#3c7ab3", "#58923f", "#86609e");

  private record Bar(String work, String baseline, double ratio) {}

  private Chart() {}

  /** {@return the drawing of the ratios of all contests} */
  static String draw(Results results) {
    var bars = new ArrayList<Bar>();
    for (Contest contest : Contest.ALL) {
      for (Row row : results.rows()) {
        for (String baseline : contest.baselines()) {
          row.ratio(baseline, contest.subject())
              .ifPresent(ratio -> bars.add(new Bar(row.work(), baseline, ratio)));
        }
      }
    }
    List<String> baselines = bars.stream().map(Bar::baseline).distinct().toList();
    double least = bars.stream().mapToDouble(Bar::ratio).reduce(1, Math::min);
    double most = bars.stream().mapToDouble(Bar::ratio).reduce(10, Math::max);
    int low = (int) Math.floor(Math.log10(least));
    int high = (int) Math.ceil(Math.log10(most));
    double decade = (double) (WIDTH - LABEL - 60) / (high - low);
    double one = LABEL - low * decade;
    var body = new StringBuilder();
    int y = TOP;
    String work = "";
    for (Bar bar : bars) {
      if (!bar.work.equals(work)) {
        work = bar.work;
        y += GAP;
        body.append(text(LABEL - 6, y + BAR - 1, "end", work));
      }
      double end = one + Math.log10(bar.ratio) * decade;
      body.append(
          String.format(
              Locale.ROOT,
              "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n",
              Math.min(one, end),
              y,
              Math.abs(end - one),
              BAR - 1,
              colour(baselines, bar)));
      body.append(text(Math.max(one, end) + 3, y + BAR - 1, "start", Table.number(bar.ratio)));
      y += BAR;
    }
    return frame(body.toString(), y + GAP, baselines, low, high, decade);
  }

  private static String colour(List<String> baselines, Bar bar) {
    return COLOURS.get(baselines.indexOf(bar.baseline) % COLOURS.size());
  }

  private static String frame(
      String body, int bottom, List<String> baselines, int low, int high, double decade) {
    var svg = new StringBuilder();
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
                .formatted(WIDTH, bottom + 4)
            + " font-family=\"sans-serif\" font-size=\"9\">\n");
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
    svg.append(text(6, 14, "start", "How many times more the baseline needs"));
    for (int i = 0; i < baselines.size(); i++) {
      int x = LABEL + 120 * i;
      svg.append(
          "<rect x=\"%d\" y=\"6\" width=\"9\" height=\"9\" fill=\"%s\"/>%n"
              .formatted(x, COLOURS.get(i % COLOURS.size())));
      svg.append(text(x + 13, 14, "start", Table.name(baselines.get(i))));
    }
    for (int power = low; power <= high; power++) {
      double x = LABEL + (power - low) * decade;
      svg.append(
          String.format(
              Locale.ROOT,
              "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"%s\"/>%n",
              x,
              TOP - 4,
              x,
              bottom,
              power == 0 ? "black" : "#dddddd"));
      svg.append(text(x, TOP - 8, "middle", Table.number(Math.pow(10, power))));
    }
    return svg.append(body).append("</svg>\n").toString();
  }

  private static String text(double x, int y, String anchor, String words) {
    return String.format(
        Locale.ROOT,
        "<text x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">%s</text>%n",
        x,
        y,
        anchor,
        words);
  }
}

package org.spaprtce.spec.html;

import java.util.List;

/** What all pages have around them. */
final class Layout {
  private record Place(String name, String url) {}

  private static final List<Place> PLACES =
      List.of(
          new Place("Guide", "index.html"),
          new Place("Contents", "contents.html"),
          new Place("Properties", "properties.html"),
          new Place("Models", "models.html"),
          new Place("Quirks", "quirks.html"));

  private Layout() {}

  /** The way from a page to the site's root: empty, or with a slash at its end. */
  static String root(String page) {
    return "../".repeat((int) page.chars().filter(c -> c == '/').count());
  }

  /**
   * A whole page.
   *
   * @param page its address
   * @param title its title, as text
   * @param content its content, as HTML
   */
  static String page(String page, String title, String content) {
    String root = root(page);
    StringBuilder places = new StringBuilder();
    for (Place place : PLACES) {
      String current = place.url().equals(page) ? " aria-current=\"page\"" : "";
      places.append(
          "<a href=\"%s%s\"%s>%s</a> ".formatted(root, place.url(), current, place.name()));
    }
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta name="color-scheme" content="light dark"/>
    <title>%1$s</title>
    <link rel="stylesheet" href="%2$ssite.css"/>
    <script src="%2$sindex.js" defer="defer"></script>
    <script src="%2$ssearch.js" defer="defer"></script>
    </head>
    <body data-root="%2$s">
    <a class="skip" href="#main">Skip to the text</a>
    <header>
    <nav aria-label="Site">%3$s</nav>
    <form role="search" hidden="hidden">
    <input type="search" aria-label="Find a clause, operator, property, model or quirk" \
    placeholder="REG-3, StillMapped, MCOne.cfg" autocomplete="off" spellcheck="false"/>
    <ul aria-live="polite"></ul>
    </form>
    </header>
    <main id="main">
    %4$s</main>
    </body>
    </html>
    """
        .formatted(Html.escape(title), root, places.toString().strip(), content);
  }

  /** Two parts beside each other where there is room, else one under the other. */
  static String pair(String left, String right) {
    return "<div class=\"row\"><div class=\"main\">%s</div><div class=\"side\">%s</div></div>\n"
        .formatted(left, right);
  }

  /** A table that scrolls inside itself; its cells are HTML. */
  static String table(String name, List<String> heads, List<List<String>> rows) {
    StringBuilder html = new StringBuilder();
    html.append(
        "<div class=\"scroll\" role=\"region\" aria-label=\"%s\" tabindex=\"0\"><table><thead><tr>"
            .formatted(Html.escape(name)));
    heads.forEach(
        head -> html.append("<th scope=\"col\">").append(Html.escape(head)).append("</th>"));
    html.append("</tr></thead><tbody>\n");
    for (List<String> row : rows) {
      html.append("<tr>");
      row.forEach(cell -> html.append("<td>").append(cell).append("</td>"));
      html.append("</tr>\n");
    }
    return html.append("</tbody></table></div>\n").toString();
  }
}

package org.spaprtce.spec.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spaprtce.spec.clause.Clause;

/** A page for each file of clauses: each clause, and beside it the TLA+ text that says it. */
final class ClausePages {
  private static final Pattern CHECK = Pattern.compile("\\bCheck\\(");
  private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");
  private static final int LONG = 26;
  private static final Set<String> BASIS = Set.of("Pages", "TceInterface");
  private static final Pattern PROPERTY = Pattern.compile("\\w+(?:Inv|Prop|Live)");

  private final Links links;
  private final Markdown markdown;

  ClausePages(Links links) {
    this.links = links;
    this.markdown = new Markdown(links);
  }

  /** The page of a file of clauses. */
  String page(String path) {
    String text = links.sources().text(path);
    String page = Links.page(path);
    StringBuilder html = new StringBuilder();
    for (String section : Clause.sections(text)) {
      String left = markdown.html(path, page, section);
      List<Clause> clauses = Clause.parse(path, section);
      html.append(
          clauses.isEmpty()
              ? "<div class=\"text\">" + left + "</div>\n"
              : Layout.pair(left, beside(clauses.getFirst(), Layout.root(page))));
    }
    return Layout.page(page, Markdown.title(text), html.toString());
  }

  private String beside(Clause clause, String root) {
    StringBuilder html = new StringBuilder();
    Map<String, String> used = new LinkedHashMap<>();
    List<String> properties = new ArrayList<>();
    for (TlaModule module : links.modules()) {
      if (module.path().startsWith("models/")) {
        continue;
      }
      for (TlaModule.Row row : module.rows()) {
        if (names(row.text(), clause.id())) {
          List<String> stated = stated(module, row, root);
          properties.addAll(stated);
          html.append(stated.isEmpty() ? excerpt(module, row, clause.id(), root, used) : "");
        }
      }
    }
    used.forEach((operator, excerpt) -> html.append(excerpt));
    List<String> quirks =
        links.quirks().stream()
            .filter(quirk -> quirk.clauses().contains(clause.id()))
            .map(quirk -> Html.link(root + quirk.url(), quirk.name()))
            .toList();
    html.append(list("Properties", properties)).append(list("Quirks", quirks));
    return html.toString();
  }

  private static String list(String name, List<String> items) {
    return items.isEmpty()
        ? ""
        : "<p class=\"where\">%s: %s</p>\n".formatted(name, String.join(", ", items));
  }

  /** Links to the properties that a part of a module defines. */
  private static List<String> stated(TlaModule module, TlaModule.Row row, String root) {
    List<String> stated = new ArrayList<>();
    module
        .defined()
        .forEach((name, line) -> {
          if (row.contains(line) && PROPERTY.matcher(name).matches()) {
            stated.add(Html.code(root + module.page() + "#" + name, name));
          }
        });
    return stated;
  }

  private static boolean names(String text, String id) {
    return Clause.ID.matcher(text).results().anyMatch(found -> found.group().equals(id));
  }

  private String excerpt(
      TlaModule module, TlaModule.Row row, String id, String root, Map<String, String> used) {
    TlaHtml tla = new TlaHtml(links, root);
    StringBuilder html = new StringBuilder();
    for (TlaModule.Block block : row.blocks()) {
      if (!names(String.join("\n", block.lines()), id)) {
        continue;
      }
      if (block.kind() == TlaModule.Kind.PROSE) {
        html.append(caption(module, block.first(), root)).append(commented(tla, module, row));
        break;
      }
      TlaModule.Block entry = entry(block, id);
      html.append(caption(module, entry.first(), root));
      html.append(tla.code(module, entry.first(), dedented(entry.lines()), false));
      if (entry.lines().size() < block.lines().size()) {
        explain(module, entry, root, used);
      }
    }
    return html.toString();
  }

  private static String commented(TlaHtml tla, TlaModule module, TlaModule.Row row) {
    StringBuilder html = new StringBuilder();
    for (TlaModule.Block block : row.blocks()) {
      html.append(tla.excerpt(module, shortened(block)));
    }
    return html.toString();
  }

  private static TlaModule.Block shortened(TlaModule.Block block) {
    return block.lines().size() <= LONG
        ? block
        : new TlaModule.Block(block.kind(), block.first(), block.lines().subList(0, LONG));
  }

  /** The check that has the id, or the lines of the definition around it. */
  private static TlaModule.Block entry(TlaModule.Block block, String id) {
    List<String> lines = block.lines();
    int at = 0;
    while (!names(lines.get(at), id)) {
      at++;
    }
    int end = at + 1;
    int begin = at;
    if (CHECK.matcher(lines.get(at)).find()) {
      String start = lines.get(at).substring(checkBefore(lines.get(at), id));
      int depth = depth(start);
      while (depth > 0 && end < lines.size()) {
        depth += depth(lines.get(end));
        end++;
      }
    } else {
      while (begin > 0 && lines.get(begin).startsWith(" ") && at - begin < LONG) {
        begin--;
      }
      while (end < lines.size() && lines.get(end).startsWith(" ") && end - begin < LONG) {
        end++;
      }
    }
    return new TlaModule.Block(
        block.kind(), block.first() + begin, List.copyOf(lines.subList(begin, end)));
  }

  private static List<String> dedented(List<String> lines) {
    int least =
        lines.stream()
            .filter(line -> !line.isBlank())
            .mapToInt(line -> line.length() - line.stripLeading().length())
            .min()
            .orElse(0);
    return lines.stream().map(line -> line.substring(Math.min(least, line.length()))).toList();
  }

  private static int checkBefore(String line, String id) {
    int start = 0;
    Matcher check = CHECK.matcher(line);
    while (check.find() && check.start() < line.indexOf(id)) {
      start = check.start();
    }
    return start;
  }

  private static int depth(String line) {
    int depth = 0;
    for (char c : line.replaceAll("\"[^\"]*\"", "").toCharArray()) {
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    return depth;
  }

  /** The definitions of the operators that a check names. */
  private void explain(
      TlaModule module, TlaModule.Block entry, String root, Map<String, String> used) {
    Set<String> words = new LinkedHashSet<>();
    WORD.matcher(String.join("\n", entry.lines()).replaceAll("\"[^\"]*\"", ""))
        .results()
        .forEach(word -> words.add(word.group()));
    TlaHtml tla = new TlaHtml(links, root);
    for (String word : words) {
      Optional<TlaModule> definer = links.definer(Optional.of(module), word);
      Integer line = definer.map(one -> one.defined().get(word)).orElse(null);
      if (definer.isEmpty() || line == null || BASIS.contains(definer.get().name())) {
        continue;
      }
      TlaModule home = definer.get();
      Optional<TlaModule.Row> row = home.rowAt(line);
      if (row.isPresent() && !row.get().text().startsWith("VARIABLES")) {
        List<String> parts = new ArrayList<>(List.of(caption(home, line, root)));
        parts.add(commented(tla, home, row.get()));
        used.putIfAbsent(
            home.page() + row.get().blocks().getFirst().first(), String.join("", parts));
      }
    }
  }

  private static String caption(TlaModule module, int line, String root) {
    return "<p class=\"where\">%s</p>\n"
        .formatted(
            Html.link(
                root + module.page() + "#L" + line, Html.escape(module.path()) + ", line " + line));
  }
}

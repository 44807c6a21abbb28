package org.spaprtce.spec.html;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spaprtce.spec.clause.Clause;

/** A page for each module: its text, and beside it the clauses it names and what checks it. */
final class ModulePages {
  private final Links links;
  private final Markdown markdown;

  ModulePages(Links links) {
    this.links = links;
    this.markdown = new Markdown(links);
  }

  /** The page of a module. */
  String page(TlaModule module) {
    String root = Layout.root(module.page());
    TlaHtml tla = new TlaHtml(links, root);
    StringBuilder html = new StringBuilder();
    html.append("<h1>Module <code>%s</code></h1>\n".formatted(module.name()));
    html.append("<p class=\"where\">").append(Html.escape(module.path()));
    String extended =
        String.join(
            ", ",
            module.extended().stream()
                .map(name ->
                    links
                        .word(Optional.empty(), name)
                        .map(url -> Html.link(root + url, name))
                        .orElse(name))
                .toList());
    html.append(extended.isEmpty() ? "" : ", extends " + extended).append("</p>\n");
    boolean part = false;
    for (TlaModule.Row row : module.rows()) {
      TlaModule.Block first = row.blocks().getFirst();
      StringBuilder text = new StringBuilder();
      boolean alone = row.blocks().size() == 1 && first.lines().size() == 1;
      if (part && alone && first.kind() == TlaModule.Kind.PROSE) {
        html.append(heading(first));
        part = false;
        continue;
      }
      part = first.kind() == TlaModule.Kind.RULE;
      row.blocks().forEach(block -> text.append(tla.block(module, block)));
      html.append(Layout.pair(text.toString(), beside(module, row, root)));
    }
    html.append(configurations(module, tla));
    return Layout.page(module.page(), module.name(), html.toString());
  }

  /** A comment alone in its line after a rule is the title of what follows. */
  private static String heading(TlaModule.Block block) {
    String words = block.lines().getFirst().replaceAll("^\\(\\*\\s*|\\s*\\*\\)$", "");
    return "<h2 id=\"L%d\">%s</h2>\n".formatted(block.first(), Html.escape(words));
  }

  private String beside(TlaModule module, TlaModule.Row row, String root) {
    StringBuilder html = new StringBuilder();
    Set<String> ids = new LinkedHashSet<>();
    Clause.ID.matcher(row.text()).results().forEach(found -> ids.add(found.group()));
    for (String id : ids) {
      Clause clause = links.clauses().get(id);
      if (clause != null) {
        html.append(card(clause, module.page(), root));
      }
    }
    for (Map.Entry<String, Integer> defined : module.defined().entrySet()) {
      if (row.contains(defined.getValue())) {
        html.append(checks(links.models(defined.getKey()), defined.getKey(), root));
        html.append(replaced(defined.getKey(), module, root));
      }
    }
    return html.toString();
  }

  /** The quirks that replace an operator of the norm; nothing if there are none. */
  private String replaced(String operator, TlaModule module, String root) {
    List<String> quirks = new ArrayList<>();
    for (Quirk quirk : links.quirks()) {
      if (module.path().startsWith("tla/") && quirk.substitutions().containsKey(operator)) {
        quirks.add(Html.link(root + quirk.url(), quirk.name()));
      }
    }
    return quirks.isEmpty()
        ? ""
        : "<p class=\"where\"><code>%s</code> is replaced by %s</p>\n"
            .formatted(operator, String.join(", ", quirks));
  }

  private String card(Clause clause, String page, String root) {
    return "<aside class=\"card\" aria-label=\"%s\"><p class=\"head\">%s %s</p>%s</aside>\n"
        .formatted(
            clause.id(),
            Html.link(root + clause.url(), clause.id()),
            Html.escape(clause.title()),
            markdown.html(clause.path(), page, clause.rule()));
  }

  /** What models say about a property; nothing if there are none. */
  static String checks(List<Checked> models, String property, String root) {
    if (models.isEmpty()) {
      return "";
    }
    long broken = models.stream().filter(model -> model.violated() != null).count();
    StringBuilder html = new StringBuilder();
    html.append("<details class=\"card\"><summary><code>%s</code>: ".formatted(property));
    html.append(
        "%s%s</summary>\n"
            .formatted(
                count("holds in", models.size() - broken),
                broken == 0 ? "" : ", " + count("broken on purpose in", broken)));
    html.append("<ul>\n");
    for (Checked model : models) {
      html.append(
          "<li>%s %s <span class=\"facts\">%s; %s</span></li>\n"
              .formatted(
                  Html.code(root + model.url(), model.config()),
                  Html.escape(model.purpose()),
                  model.violated() == null ? "holds" : "violated",
                  Html.escape(model.facts())));
    }
    return html.append("</ul></details>\n").toString();
  }

  private static String count(String words, long models) {
    return "%s %d %s".formatted(words, models, models == 1 ? "model" : "models");
  }

  private String configurations(TlaModule module, TlaHtml tla) {
    List<Checked> models = new ArrayList<>();
    for (Checked model : links.models()) {
      if (module.path().equals("models/" + model.module())) {
        models.add(model);
      }
    }
    if (models.isEmpty()) {
      return "";
    }
    String root = Layout.root(module.page());
    StringBuilder html = new StringBuilder("<h2 id=\"configurations\">Configurations</h2>\n");
    for (Checked model : models) {
      html.append("<section id=\"%s\"><h3>%s</h3>\n".formatted(model.config(), model.config()));
      html.append("<p>%s</p>\n".formatted(Html.escape(model.purpose())));
      html.append("<p class=\"facts\">%s</p>\n".formatted(answer(model, links, root)));
      html.append(tla.config(Optional.of(module), model.text())).append("</section>\n");
    }
    return html.toString();
  }

  /** What a model must answer, as HTML. */
  static String answer(Checked model, Links links, String root) {
    String violated = model.violated();
    String verdict =
        violated == null
            ? "All properties hold"
            : "Violates " + links.linked(Optional.empty(), violated, root);
    return "%s (%s); %s.".formatted(verdict, model.kind(), Html.escape(model.facts()));
  }
}

package org.spaprtce.spec.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The pages that list properties, models, quirks, and everything. */
final class ListPages {
  private static final Optional<TlaModule> ANYWHERE = Optional.empty();

  /** The kinds of models in the order in which they are shown, with their titles. */
  private static final Map<String, String> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put("HOLDS", "All properties hold");
    KINDS.put("QUIRK", "Quirks and the properties that they break");
    KINDS.put("FAULT", "Seeded faults and the properties that notice them");
    KINDS.put("BAIT", "States that must be reachable");
    KINDS.put("GRAPH", "Graphs that are compared with the compiled oracle's");
  }

  private final Links links;

  ListPages(Links links) {
    this.links = links;
  }

  /** Every property that a model checks, with its sentence and the models. */
  String properties() {
    StringBuilder html = new StringBuilder("<h1>Properties</h1>\n");
    html.append(
        "<p>What is claimed of the norm, and the models that check it. Each property is also"
            + " broken somewhere, by a quirk or a seeded fault, which shows that it can fail.</p>\n");
    TlaHtml tla = new TlaHtml(links, "");
    Set<String> names = new LinkedHashSet<>();
    for (TlaModule module : links.modules()) {
      module.defined().keySet().stream()
          .filter(name -> !links.models(name).isEmpty())
          .forEach(names::add);
    }
    String before = "";
    for (String name : names) {
      TlaModule module = links.definer(ANYWHERE, name).orElseThrow();
      if (!module.name().equals(before)) {
        html.append("<h2>%s</h2>\n".formatted(Html.code(module.page(), module.name())));
        before = module.name();
      }
      int line = module.defined().getOrDefault(name, 1);
      StringBuilder text = new StringBuilder();
      text.append(
          "<h3 id=\"%s\">%s</h3>\n".formatted(name, Html.code(module.page() + "#" + name, name)));
      module
          .rowAt(line)
          .ifPresent(row -> row.blocks().forEach(block -> text.append(tla.excerpt(module, block))));
      html.append(Layout.pair(text.toString(), ModulePages.checks(links.models(name), name, "")));
    }
    return Layout.page("properties.html", "Properties", html.toString());
  }

  /** Every model with what it must answer. */
  String models() {
    StringBuilder html = new StringBuilder("<h1>Models</h1>\n");
    html.append(
        "<p>What TLC is asked, and what it must answer: the numbers are compared exactly.</p>\n");
    Map<String, List<Checked>> kinds = new LinkedHashMap<>();
    KINDS.forEach((kind, words) -> kinds.put(kind, new ArrayList<>()));
    links
        .models()
        .forEach(
            model -> kinds.computeIfAbsent(model.kind(), kind -> new ArrayList<>()).add(model));
    kinds.forEach((kind, models) -> {
      if (models.isEmpty()) {
        return;
      }
      String words = KINDS.getOrDefault(kind, kind);
      html.append("<h2 id=\"%s\">%s</h2>\n".formatted(kind, words));
      List<List<String>> rows = new ArrayList<>();
      for (Checked model : models) {
        String violated = model.violated();
        rows.add(
            List.of(
                Html.code(model.url(), model.config()),
                Html.escape(model.purpose()),
                violated == null ? "holds" : "violates " + links.linked(ANYWHERE, violated, ""),
                Html.escape(model.facts())));
      }
      html.append(Layout.table(words, List.of("Model", "Purpose", "Answer", "Numbers"), rows));
    });
    return Layout.page("models.html", "Models", html.toString());
  }

  /** Every quirk, and which profile has which. */
  String quirks() {
    StringBuilder html = new StringBuilder("<h1>Quirks</h1>\n");
    html.append(
        "<p>What some kernels do differently from the norm. A quirk replaces operators of the norm;"
            + " a profile is the set of quirks of a kernel.</p>\n");
    List<String> profiles = links.sources().paths("profiles", ".cfg");
    html.append(matrix(profiles));
    links.quirks().forEach(quirk -> html.append(quirk(quirk)));
    html.append("<h2 id=\"profiles\">Profiles</h2>\n");
    TlaHtml tla = new TlaHtml(links, "");
    Optional<TlaModule> all =
        links.modules().stream().filter(module -> module.name().equals("Quirks")).findFirst();
    for (String path : profiles) {
      String file = path.substring(path.indexOf('/') + 1);
      html.append("<section id=\"%s\"><h3>%s</h3>\n".formatted(file, file));
      html.append(tla.config(all, links.sources().text(path))).append("</section>\n");
    }
    return Layout.page("quirks.html", "Quirks", html.toString());
  }

  private String matrix(List<String> profiles) {
    List<String> heads = new ArrayList<>(List.of("Quirk"));
    profiles.forEach(path -> heads.add(path.replaceAll("profiles/|\\.cfg", "")));
    heads.add("Kernels");
    List<List<String>> rows = new ArrayList<>();
    for (Quirk quirk : links.quirks()) {
      List<String> row = new ArrayList<>();
      row.add(Html.link("#" + quirk.name(), quirk.name()));
      for (String path : profiles) {
        row.add(quirk.isIn(links.sources().text(path)) ? "yes" : "");
      }
      row.add(Html.escape(quirk.kernels()));
      rows.add(row);
    }
    return Layout.table("Quirks of the profiles", heads, rows);
  }

  private String quirk(Quirk quirk) {
    StringBuilder html = new StringBuilder();
    html.append("<section id=\"%s\"><h2>%s</h2>\n".formatted(quirk.name(), quirk.name()));
    html.append("<p>%s</p>\n<dl>\n".formatted(links.linked(ANYWHERE, quirk.title(), "")));
    Optional<String> module =
        links.modules("quirks").stream()
            .filter(one -> one.name().equals(quirk.name()))
            .findFirst()
            .map(one -> Html.code(one.page(), one.path()));
    term(html, "Module", module.orElse(""));
    term(html, "Kernels", Html.escape(quirk.kernels()));
    term(html, "Breaks", links.linked(ANYWHERE, String.join(", ", quirk.clauses()), ""));
    term(html, "Known as", Html.escape(String.join(", ", quirk.bugs())));
    List<String> replaced = new ArrayList<>();
    quirk
        .substitutions()
        .forEach((operator, by) -> replaced.add(name(operator) + " is replaced by " + name(by)));
    term(html, "Replaces", String.join("<br/>", replaced));
    String steps = quirk.steps().isEmpty() ? "" : ", in " + quirk.steps() + " steps";
    String shown =
        quirk.violated().isEmpty() ? "" : "violates " + name(quirk.violated()) + Html.escape(steps);
    String model = links.linked(ANYWHERE, quirk.model(), "");
    term(
        html,
        "Counterexample",
        model.isEmpty() || shown.isEmpty() ? model + shown : model + " " + shown);
    term(html, "Note", links.linked(ANYWHERE, quirk.note(), ""));
    return html.append("</dl></section>\n").toString();
  }

  private String name(String operator) {
    return links
        .operator(ANYWHERE, operator)
        .map(url -> Html.code(url, operator))
        .orElse("<code>" + Html.escape(operator) + "</code>");
  }

  private static void term(StringBuilder html, String name, String definition) {
    if (!definition.isEmpty()) {
      html.append("<dt>%s</dt><dd>%s</dd>\n".formatted(name, definition));
    }
  }

  /** A list of all pages. */
  String contents() {
    StringBuilder html = new StringBuilder("<h1>Contents</h1>\n<div class=\"columns\">\n");
    html.append(texts("Clauses", links.sources().paths("clauses", ".md")));
    html.append(modules("The norm", "tla"));
    html.append(modules("Quirks", "quirks"));
    html.append(modules("Concurrency", "concurrency"));
    html.append(modules("Models", "models"));
    html.append(texts("Decisions", links.sources().paths("decisions", ".md")));
    List<String> guides = new ArrayList<>(List.of(Sources.GUIDE));
    List.of("quirks", "concurrency")
        .forEach(folder -> guides.addAll(links.sources().paths(folder, ".md")));
    html.append(texts("Guides", guides));
    html.append("</div>\n");
    return Layout.page("contents.html", "Contents", html.toString());
  }

  private String texts(String name, List<String> paths) {
    List<String> items = new ArrayList<>();
    for (String path : paths) {
      String title = Markdown.title(links.sources().text(path));
      items.add(Html.link(Links.page(path), Html.escape(title.isEmpty() ? path : title)));
    }
    return section(name, items);
  }

  private String modules(String name, String folder) {
    List<String> items = new ArrayList<>();
    links.modules(folder).forEach(module -> items.add(Html.code(module.page(), module.name())));
    return section(name, items);
  }

  private static String section(String name, List<String> items) {
    if (items.isEmpty()) {
      return "";
    }
    StringBuilder html = new StringBuilder();
    html.append("<section><h2>%s</h2><ul>\n".formatted(name));
    items.forEach(item -> html.append("<li>").append(item).append("</li>\n"));
    return html.append("</ul></section>\n").toString();
  }
}

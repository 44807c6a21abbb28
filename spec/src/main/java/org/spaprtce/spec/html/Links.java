package org.spaprtce.spec.html;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spaprtce.spec.clause.Clause;

/** Where on the site everything is that has a name; addresses are relative to the site's root. */
final class Links {
  private static final Pattern DECISION = Pattern.compile("decisions/(\\d{4})-.*\\.md");
  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?<![\\w-])(?<clause>[A-Z]{3}-\\d+)(?![\\w-])"
              + "|(?<config>\\b\\w+\\.cfg\\b)"
              + "|(?<decision>\\b00\\d\\d\\b)"
              + "|(?<name>\\b[A-Z]\\w*[a-z]\\w*[A-Z]\\w*\\b)");

  private final Sources sources;
  private final Map<String, Clause> clauses = new LinkedHashMap<>();
  private final Map<String, TlaModule> modules = new LinkedHashMap<>();
  private final Map<String, Checked> models = new LinkedHashMap<>();
  private final Map<String, Quirk> quirks = new LinkedHashMap<>();
  private final Map<String, String> decisions = new LinkedHashMap<>();

  Links(Sources sources) {
    this.sources = sources;
    for (String path : sources.paths("clauses", ".md")) {
      Clause.parse(path, sources.text(path)).forEach(clause -> clauses.put(clause.id(), clause));
    }
    for (String folder : List.of("tla", "quirks", "concurrency", "models")) {
      for (String path : sources.paths(folder, ".tla")) {
        TlaModule module = TlaModule.parse(path, sources.text(path));
        modules.put(module.name(), module);
      }
    }
    Checked.read(sources).forEach(model -> models.put(model.config(), model));
    Quirk.read(sources).forEach(quirk -> quirks.put(quirk.name(), quirk));
    for (String path : sources.paths("decisions", ".md")) {
      Matcher number = DECISION.matcher(path);
      if (number.matches()) {
        decisions.put(number.group(1), page(path));
      }
    }
  }

  Sources sources() {
    return sources;
  }

  Map<String, Clause> clauses() {
    return clauses;
  }

  List<TlaModule> modules() {
    return List.copyOf(modules.values());
  }

  List<Checked> models() {
    return List.copyOf(models.values());
  }

  List<Quirk> quirks() {
    return List.copyOf(quirks.values());
  }

  /** The modules of a folder. */
  List<TlaModule> modules(String folder) {
    return modules.values().stream()
        .filter(module -> module.path().startsWith(folder + "/"))
        .toList();
  }

  /** The models that say something about a property. */
  List<Checked> models(String property) {
    return models.values().stream().filter(model -> model.concerns(property)).toList();
  }

  /** The page of a text. */
  static String page(String path) {
    return path.equals(Sources.GUIDE)
        ? "index.html"
        : path.replaceAll("README\\.md$", "index.html").replaceAll("\\.(md|tla)$", ".html");
  }

  /**
   * The module that defines a name that another module uses: itself, or one that it extends.
   *
   * @param user the module, or nothing for a text outside of modules
   */
  Optional<TlaModule> definer(Optional<TlaModule> user, String name) {
    if (user.isEmpty()) {
      return modules.values().stream()
          .filter(module -> module.defined().containsKey(name))
          .findFirst();
    }
    Set<String> seen = new LinkedHashSet<>();
    Deque<TlaModule> waiting = new ArrayDeque<>(List.of(user.get()));
    while (!waiting.isEmpty()) {
      TlaModule module = waiting.remove();
      if (module.defined().containsKey(name)) {
        return Optional.of(module);
      }
      for (String extended : module.extended()) {
        TlaModule next = modules.get(extended);
        if (next != null && seen.add(extended)) {
          waiting.add(next);
        }
      }
    }
    return Optional.empty();
  }

  /** Where a name is defined that a module uses. */
  Optional<String> operator(Optional<TlaModule> user, String name) {
    return definer(user, name).map(module -> module.page() + "#" + name);
  }

  /** What a word in running text leads to. */
  Optional<String> word(Optional<TlaModule> user, String word) {
    if (clauses.containsKey(word)) {
      return Optional.ofNullable(clauses.get(word)).map(Clause::url);
    }
    if (models.containsKey(word)) {
      return Optional.ofNullable(models.get(word)).map(Checked::url);
    }
    if (quirks.containsKey(word)) {
      return Optional.ofNullable(quirks.get(word)).map(Quirk::url);
    }
    if (decisions.containsKey(word)) {
      return Optional.ofNullable(decisions.get(word));
    }
    Optional<String> operator = operator(user, word);
    if (operator.isPresent()) {
      return operator;
    }
    String name = word.replaceAll("^.*/|\\.tla$", "");
    return Optional.ofNullable(modules.get(name)).map(TlaModule::page);
  }

  /**
   * What a link in a text leads to; nothing if that is not on the site.
   *
   * @param from the path of the text
   */
  Optional<String> path(String from, String target) {
    String[] parts = target.split("#", 2);
    String fragment = parts.length == 2 ? "#" + parts[1] : "";
    if (parts[0].isEmpty()) {
      return Optional.of(page(from) + fragment);
    }
    Path resolved = Path.of(from).resolveSibling(parts[0]).normalize();
    String path = resolved.toString().replace('\\', '/');
    if (path.endsWith(".cfg")) {
      String file = String.valueOf(resolved.getFileName());
      return path.startsWith("profiles/") && sources.files().containsKey(path)
          ? Optional.of("quirks.html#" + file)
          : Optional.ofNullable(models.get(file)).map(Checked::url);
    }
    if (path.endsWith("quirks.json")) {
      return Optional.of("quirks.html");
    }
    boolean known = sources.files().containsKey(path) && !path.endsWith(".json");
    return known ? Optional.of(page(path) + fragment) : Optional.empty();
  }

  /** The text, escaped, with links at all that is known by name. */
  String linked(Optional<TlaModule> user, String text, String root) {
    StringBuilder html = new StringBuilder();
    int done = 0;
    for (Reference reference : references(user, text)) {
      html.append(Html.escape(text.substring(done, reference.start())));
      String word = text.substring(reference.start(), reference.end());
      html.append(Html.link(root + reference.url(), Html.escape(word)));
      done = reference.end();
    }
    return html + Html.escape(text.substring(done));
  }

  /** A word of a text that leads somewhere. */
  record Reference(int start, int end, String url) {}

  /** The words of a text that lead somewhere, in order. */
  List<Reference> references(Optional<TlaModule> user, String text) {
    List<Reference> references = new ArrayList<>();
    Matcher found = REFERENCE.matcher(text);
    while (found.find()) {
      word(user, found.group())
          .ifPresent(url -> references.add(new Reference(found.start(), found.end(), url)));
    }
    return references;
  }
}

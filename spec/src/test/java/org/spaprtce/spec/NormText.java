package org.spaprtce.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The norm as it is written: clauses, decisions, guides, TLA+ text, quirks, profiles and models.
 *
 * @param files the text of each file by its path below the norm's folder, with {@code /} between
 *     names
 */
record NormText(NavigableMap<String, String> files) {
  /** What stands in place of an errno where the answer is the platform's own. */
  static final String PLATFORM = "Platform error";

  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> FOLDERS =
      List.of("clauses", "decisions", "tla", "models", "quirks", "profiles", "concurrency");

  private static final Pattern CLAUSE_ID = Pattern.compile("\\b[A-Z]{3}-\\d{1,2}\\b");
  private static final Pattern CITATION =
      Pattern.compile("\\[([A-Z]{3}-\\d+(?:, [A-Z]{3}-\\d+)*)]");
  private static final Pattern CHECK =
      Pattern.compile("\\bCheck\\([^,]*,\\s*\"([A-Z]{3}-\\d+)\",\\s*(\"[A-Z]+\"|[\\w.]+)");
  private static final Pattern DEFINITION = Pattern.compile("(?m)^(\\w+)(?:\\([^)]*\\))?\\s*==");
  private static final Pattern PROPERTY =
      Pattern.compile("(?m)((?:^\\(\\*.*\\*\\)\\n)*)^(\\w+(?:Inv|Prop))\\s*==");
  private static final Pattern SECTION = Pattern.compile("(?m)^## (.+)$");
  private static final Pattern HEADING = Pattern.compile("([A-Z]{3}-\\d+) (.+)");
  private static final Pattern FIELD =
      Pattern.compile("(?m)^- \\*\\*(\\w+)\\*\\*:(.*(?:\\n  .*)*)");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| ([RDE]\\d+) \\| ([^|]+) \\| ([^|]+) \\|$");
  private static final Pattern UNASKED_ROW =
      Pattern.compile("(?m)^\\| ([A-Z]{3}-\\d+) \\| ([^|]+) \\|$");

  /**
   * A clause as its heading and fields say it.
   *
   * @param file the file that holds it
   * @param id its id
   * @param title its heading without the id
   * @param fields its fields in order, each on one line
   */
  record Clause(String file, String id, String title, Map<String, String> fields) {
    /** The text of a field, empty where the clause does not have it. */
    String field(String name) {
      return fields.getOrDefault(name, "");
    }
  }

  /** A section of a file, from a heading of the second level to the next. */
  record Section(String title, String body) {}

  /** A quirk of {@code quirks.json}: the clauses that it breaks and the text of its entry. */
  record Quirk(String name, NavigableSet<String> clauses, String entry) {}

  NormText {
    files = Collections.unmodifiableNavigableMap(new TreeMap<>(files));
  }

  /** Reads the norm from its folder. */
  static NormText read(Path folder) {
    NavigableMap<String, String> files = new TreeMap<>();
    files.put("README.md", Texts.read(folder.resolve("README.md")));
    for (String part : FOLDERS) {
      try (Stream<Path> paths = Files.list(folder.resolve(part))) {
        paths
            .filter(Files::isRegularFile)
            .forEach(path -> files.put(part + "/" + path.getFileName(), Texts.read(path)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new NormText(files);
  }

  /** This text with one file replaced or added. */
  NormText with(String path, String text) {
    NavigableMap<String, String> changed = new TreeMap<>(files);
    changed.put(path, text);
    return new NormText(changed);
  }

  /** This text without one of its files. */
  NormText without(String path) {
    NavigableMap<String, String> changed = new TreeMap<>(files);
    if (changed.remove(path) == null) {
      throw new IllegalArgumentException("path=" + path + ": no such file");
    }
    return new NormText(changed);
  }

  /** This text with every occurrence of some words of one file replaced. */
  NormText replacing(String path, String words, String others) {
    String text = text(path);
    if (!text.contains(words)) {
      throw new IllegalArgumentException("path=" + path + " words=" + words + ": not found");
    }
    return with(path, text.replace(words, others));
  }

  /** The text of a file. */
  String text(String path) {
    String text = files.get(path);
    if (text == null) {
      throw new IllegalArgumentException("path=" + path + ": no such file");
    }
    return text;
  }

  /** The files whose path begins and ends so. */
  NavigableMap<String, String> files(String start, String end) {
    NavigableMap<String, String> found = new TreeMap<>(files);
    found.keySet().removeIf(path -> !path.startsWith(start) || !path.endsWith(end));
    return found;
  }

  /** The files that hold clauses. */
  NavigableMap<String, String> clauseFiles() {
    NavigableMap<String, String> found = files("clauses/", ".md");
    found.remove("clauses/seed.md");
    found.remove("clauses/trace.md");
    return found;
  }

  /** Every file of prose. */
  NavigableMap<String, String> prose() {
    return files("", ".md");
  }

  /** The clauses, file by file, in the order of their headings. */
  List<Clause> clauses() {
    List<Clause> clauses = new ArrayList<>();
    clauseFiles()
        .forEach((file, text) -> {
          for (Section section : sections(text)) {
            Matcher heading = HEADING.matcher(section.title());
            if (heading.lookingAt()) {
              Map<String, String> fields = fields(section.body());
              clauses.add(new Clause(file, heading.group(1), heading.group(2), fields));
            }
          }
        });
    return clauses;
  }

  /** The ids of the clauses. */
  NavigableSet<String> headings() {
    NavigableSet<String> ids = new TreeSet<>();
    clauses().forEach(clause -> ids.add(clause.id()));
    return ids;
  }

  /** The sections of a file of prose. */
  static List<Section> sections(String text) {
    List<MatchResult> headings = SECTION.matcher(text).results().toList();
    List<Section> sections = new ArrayList<>();
    for (int i = 0; i < headings.size(); i++) {
      int end = i + 1 < headings.size() ? headings.get(i + 1).start() : text.length();
      MatchResult heading = headings.get(i);
      sections.add(new Section(heading.group(1), text.substring(heading.end(), end)));
    }
    return sections;
  }

  private static Map<String, String> fields(String body) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (MatchResult match : FIELD.matcher(body).results().toList()) {
      fields.put(match.group(1), match.group(2).strip().replaceAll("\\s+", " "));
    }
    return fields;
  }

  /** The answers of each clause that is a check in the TLA+ text. */
  NavigableMap<String, NavigableSet<String>> checks() {
    NavigableMap<String, NavigableSet<String>> answers = new TreeMap<>();
    for (String text : files("tla/", ".tla").values()) {
      for (MatchResult match : CHECK.matcher(text).results().toList()) {
        answers.computeIfAbsent(match.group(1), id -> new TreeSet<>()).add(answer(match.group(2)));
      }
    }
    return answers;
  }

  /** The answer that an expression stands for: itself, its definition, or the platform's. */
  private String answer(String expression) {
    if (expression.startsWith("\"")) {
      return expression.substring(1, expression.length() - 1);
    }
    if (expression.endsWith("env.platform")) {
      return PLATFORM;
    }
    Pattern definition =
        Pattern.compile("(?m)^" + expression + "(?:\\([^)]*\\))?\\s*==\\s*\"([A-Z]+)\"");
    return files("tla/", ".tla").values().stream()
        .flatMap(text -> definition.matcher(text).results())
        .map(match -> match.group(1))
        .findFirst()
        .orElse("the undefined " + expression);
  }

  /** The clauses that the TLA+ text checks, or names in brackets in a comment. */
  NavigableSet<String> named() {
    NavigableSet<String> named = new TreeSet<>(checks().keySet());
    files("tla/", ".tla").values().forEach(text -> named.addAll(citations(text)));
    return named;
  }

  /** The properties of the norm, each with the clauses that the comment above it names. */
  NavigableMap<String, NavigableSet<String>> properties() {
    NavigableMap<String, NavigableSet<String>> properties = new TreeMap<>();
    for (String text : files("tla/", ".tla").values()) {
      PROPERTY
          .matcher(text)
          .results()
          .forEach(match -> properties.put(match.group(2), citations(match.group(1))));
    }
    return properties;
  }

  private static NavigableSet<String> citations(String text) {
    NavigableSet<String> cited = new TreeSet<>();
    CITATION.matcher(text).results().forEach(match -> cited.addAll(clauseIds(match.group(1))));
    return cited;
  }

  /** The names defined at the top level of the norm's modules and of its models. */
  NavigableSet<String> definitions() {
    NavigableSet<String> names = new TreeSet<>();
    files("", ".tla")
        .values()
        .forEach(text ->
            DEFINITION.matcher(text).results().map(match -> match.group(1)).forEach(names::add));
    return names;
  }

  /** The statements of the seed and of the survey, and what their rows say became of them. */
  Map<String, String> statements() {
    Map<String, String> rows = new LinkedHashMap<>();
    for (String file : List.of("clauses/seed.md", "clauses/trace.md")) {
      ROW.matcher(text(file)).results().forEach(row -> rows.put(row.group(1), row.group(3)));
    }
    return rows;
  }

  /** The clauses that the trace lists as asked for by no statement of the survey. */
  NavigableSet<String> unasked() {
    NavigableSet<String> ids = new TreeSet<>();
    UNASKED_ROW.matcher(text("clauses/trace.md")).results().forEach(row -> ids.add(row.group(1)));
    return ids;
  }

  /** The quirks. */
  List<Quirk> quirks() {
    List<Quirk> quirks = new ArrayList<>();
    for (JsonNode entry : JSON.readTree(text("quirks/quirks.json")).get("quirks")) {
      NavigableSet<String> clauses = new TreeSet<>();
      entry.get("clauses").forEach(id -> clauses.add(id.asString()));
      quirks.add(new Quirk(entry.get("name").asString(), clauses, entry.toString()));
    }
    return quirks;
  }

  /** The numbers of the decisions. */
  NavigableSet<String> decisions() {
    NavigableSet<String> numbers = new TreeSet<>();
    files("decisions/", ".md")
        .keySet()
        .forEach(path -> numbers.addAll(all(Pattern.compile("(?<=/)\\d{4}(?=-)"), path)));
    return numbers;
  }

  /** The ids of clauses that a text mentions. */
  static NavigableSet<String> clauseIds(String text) {
    return all(CLAUSE_ID, text);
  }

  /** The different matches of a pattern in a text. */
  static NavigableSet<String> all(Pattern pattern, String text) {
    NavigableSet<String> found = new TreeSet<>();
    pattern.matcher(text).results().map(MatchResult::group).forEach(found::add);
    return found;
  }
}

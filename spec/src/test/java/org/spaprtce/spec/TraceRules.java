package org.spaprtce.spec;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.spaprtce.spec.NormText.Clause;
import org.spaprtce.spec.NormText.Quirk;

/** The rules of what leads from sources to clauses, and from clauses to properties and quirks. */
final class TraceRules {
  /** Clauses that no check and no property states, with the reason. */
  static final Map<String, String> BY_CONSTRUCTION =
      Map.of(
          "ABI-6", "commands have no other fields",
          "ABI-7", "an output has no other fields",
          "ABI-8", "a call is one step; finer steps are compared with it in concurrency",
          "LIF-6", "closing the file of a container is no step");

  private static final int SEED_STATEMENTS = 13;
  private static final int WINDOW_STATEMENTS = 6;
  private static final int SURVEY_STATEMENTS = 80;
  private static final int MOST_LINES = 249;

  private static final Pattern SEED_ID = Pattern.compile("\\b[DE]\\d+\\b");
  private static final Pattern CONFIG =
      Pattern.compile("(?![\\w.-]*NAME)[\\w.-]*[a-z][\\w.-]*\\.cfg\\b");
  private static final Pattern OPERATOR = Pattern.compile("(?<=`)\\w+(?=`)");
  private static final Pattern QUIRKS =
      Pattern.compile("\\b[Qq]uirks? ([A-Z][a-z]\\w+(?:(?:, | and )[A-Z][a-z]\\w+)*)");
  private static final Pattern QUIRK = Pattern.compile("[A-Z][a-z]\\w+");

  private static final Pattern AGAINST = Pattern.compile("\\(against [^;)]*");

  private TraceRules() {}

  /** The rules by name. */
  static Map<String, Function<NormText, List<String>>> all() {
    Map<String, Function<NormText, List<String>>> rules = new TreeMap<>();
    rules.put("the seed is traced in both directions", TraceRules::seedIsTraced);
    rules.put("the survey is traced in both directions", TraceRules::surveyIsTraced);
    rules.put("properties and clauses name each other", TraceRules::propertiesAgree);
    rules.put("each clause is a check or has a property", TraceRules::clausesAreStated);
    rules.put("quirks and clauses name each other", TraceRules::quirksAgree);
    rules.put("races and clauses name each other", TraceRules::racesAgree);
    rules.put("no model is an orphan", TraceRules::modelsAreNamed);
    rules.put("modules are short", TraceRules::modulesAreShort);
    return rules;
  }

  private static List<String> seedIsTraced(NormText norm) {
    NavigableMap<String, NavigableSet<String>> sources = new TreeMap<>();
    for (Clause clause : norm.clauses()) {
      for (String statement : NormText.all(SEED_ID, clause.field("Source"))) {
        sources.computeIfAbsent(statement, key -> new TreeSet<>()).add(clause.id());
      }
    }
    Map<String, String> rows = norm.statements();
    List<String> problems = new ArrayList<>();
    List<String> statements =
        Stream.concat(numbered("D", SEED_STATEMENTS), numbered("E", WINDOW_STATEMENTS)).toList();
    for (String statement : statements) {
      String row = rows.getOrDefault(statement, "");
      NavigableSet<String> traced = NormText.clauseIds(row);
      NavigableSet<String> citing = sources.getOrDefault(statement, new TreeSet<>());
      sources.remove(statement);
      if (traced.isEmpty() && !row.startsWith("no clause: ")) {
        problems.add(statement + ": neither a clause nor a reason");
      }
      if (!traced.equals(citing)) {
        problems.add(statement + ": traced to " + traced + ", but a source of " + citing);
      }
    }
    sources.forEach((statement, ids) -> problems.add(ids + " cite " + statement + ", not there"));
    return problems;
  }

  private static Stream<String> numbered(String prefix, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(number -> prefix + number);
  }

  private static List<String> surveyIsTraced(NormText norm) {
    Map<String, String> rows = norm.statements();
    NavigableSet<String> asked = new TreeSet<>();
    List<String> problems = new ArrayList<>();
    for (String statement : numbered("R", SURVEY_STATEMENTS).toList()) {
      NavigableSet<String> traced = NormText.clauseIds(rows.getOrDefault(statement, ""));
      asked.addAll(traced);
      if (traced.isEmpty()) {
        problems.add(statement + ": no clause");
      }
    }
    NavigableSet<String> unasked = norm.unasked();
    for (String id : norm.headings()) {
      if (!asked.contains(id) && !unasked.contains(id)) {
        problems.add(id + ": no statement asks for it, and it is not listed so");
      }
      if (asked.contains(id) && unasked.contains(id)) {
        problems.add(id + ": listed as asked for by no statement, but one does");
      }
    }
    return problems;
  }

  private static List<String> propertiesAgree(NormText norm) {
    NavigableMap<String, NavigableSet<String>> properties = norm.properties();
    List<String> problems = new ArrayList<>();
    for (Clause clause : norm.clauses()) {
      NavigableSet<String> witness = NormText.all(OPERATOR, clause.field("Witness"));
      properties.forEach((property, cited) -> {
        if (cited.contains(clause.id()) && !witness.contains(property)) {
          problems.add(property + " names " + clause.id() + ", whose witness does not name it");
        }
        if (!cited.contains(clause.id()) && witness.contains(property)) {
          problems.add(clause.id() + ": " + property + " is a witness, but does not name it");
        }
      });
    }
    return problems;
  }

  private static List<String> clausesAreStated(NormText norm) {
    NavigableSet<String> stated = new TreeSet<>(norm.checks().keySet());
    norm.properties().values().forEach(stated::addAll);
    List<String> problems = new ArrayList<>();
    for (String id : norm.headings()) {
      if (!stated.contains(id) && !BY_CONSTRUCTION.containsKey(id)) {
        problems.add(id + ": no check, and no property names it");
      }
      if (stated.contains(id) && BY_CONSTRUCTION.containsKey(id)) {
        problems.add(id + ": stated, though listed as true by construction");
      }
    }
    return problems;
  }

  private static List<String> quirksAgree(NormText norm) {
    NavigableMap<String, Quirk> quirks = new TreeMap<>();
    norm.quirks().forEach(quirk -> quirks.put(quirk.name(), quirk));
    NavigableSet<String> ids = norm.headings();
    List<String> problems = new ArrayList<>();
    for (Clause clause : norm.clauses()) {
      NavigableSet<String> named = quirkNames(clause.field("Variation"));
      for (Quirk quirk : quirks.values()) {
        boolean breaks = quirk.clauses().contains(clause.id());
        if (breaks && !named.contains(quirk.name())) {
          problems.add(clause.id() + ": its variations lack the quirk " + quirk.name());
        } else if (!breaks && named.contains(quirk.name())) {
          problems.add(clause.id() + ": names the quirk " + quirk.name() + ", not the reverse");
        }
      }
    }
    for (Quirk quirk : quirks.values()) {
      if (quirk.clauses().isEmpty() || !ids.containsAll(quirk.clauses())) {
        problems.add(quirk.name() + ": clauses are " + quirk.clauses());
      }
    }
    norm.prose()
        .forEach((path, text) -> {
          NavigableSet<String> unknown = quirkNames(text.replaceAll("\\s+", " "));
          unknown.removeAll(quirks.keySet());
          unknown.forEach(name -> problems.add(path + ": there is no quirk " + name));
        });
    return problems;
  }

  private static NavigableSet<String> quirkNames(String text) {
    NavigableSet<String> names = new TreeSet<>();
    for (MatchResult match : QUIRKS.matcher(text).results().toList()) {
      names.addAll(NormText.all(QUIRK, match.group(1)));
    }
    return names;
  }

  private static List<String> racesAgree(NormText norm) {
    NavigableSet<String> broken = new TreeSet<>();
    String guide = norm.text("concurrency/README.md").replaceAll("\\s+", " ");
    NormText.all(AGAINST, guide).forEach(text -> broken.addAll(NormText.clauseIds(text)));
    List<String> problems = new ArrayList<>();
    for (Clause clause : norm.clauses()) {
      boolean told = broken.contains(clause.id());
      boolean marked = clause.field("Variation").contains("Only in a race: ");
      boolean shown = clause.field("Witness").contains("FineRace_");
      if (told != marked || told != shown) {
        problems.add(
            "%s: in the guide=%s marked=%s shown by a model=%s"
                .formatted(clause.id(), told, marked, shown));
      }
    }
    return problems;
  }

  private static List<String> modelsAreNamed(NormText norm) {
    NavigableSet<String> named = new TreeSet<>();
    Collection<String> guides = norm.prose().values();
    guides.forEach(text -> named.addAll(NormText.all(CONFIG, text)));
    norm.quirks().forEach(quirk -> named.addAll(NormText.all(CONFIG, quirk.entry())));
    List<String> problems = new ArrayList<>();
    for (String path : norm.files("models/", ".cfg").keySet()) {
      String config = path.substring("models/".length());
      if (!named.contains(config)) {
        problems.add(config + ": no clause, quirk or guide names it");
      }
    }
    return problems;
  }

  private static List<String> modulesAreShort(NormText norm) {
    List<String> problems = new ArrayList<>();
    norm.files("", ".tla")
        .forEach((path, text) -> {
          long lines = text.lines().count();
          if (lines > MOST_LINES) {
            problems.add(path + ": lines=" + lines + " most=" + MOST_LINES);
          }
        });
    return problems;
  }
}

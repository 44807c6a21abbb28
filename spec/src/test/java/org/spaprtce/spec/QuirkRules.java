package org.spaprtce.spec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spaprtce.spec.QuirkText.Entry;

/** The rules that the quirks keep; each lists what breaks it, and nothing if all is well. */
final class QuirkRules {
  /** The rules by name. */
  static final Map<String, Function<QuirkText, List<String>>> ALL = all();

  private static final int KERNEL_DEFECTS = 41;
  private static final int SIBLING_DEFECTS = 10;

  /** Modules in the folder that are no quirk. */
  private static final Set<String> SHARED = Set.of("Quirks", "PositiveValues");

  /** Modules of the norm that speak of it and are not it. */
  private static final Set<String> PROPERTIES =
      Set.of("SpaprTceInvariants", "SpaprTceProperties", "Calls", "Promises", "Lifetime");

  /** What the models of histories replace besides operators of the norm. */
  private static final Set<String> MODEL_OPERATORS = Set.of("Expected", "TableGroup");

  private static final Pattern LEFT_OUT = Pattern.compile("(?m)^\\| ([BT]\\d+) \\|");

  private QuirkRules() {}

  private static Map<String, Function<QuirkText, List<String>>> all() {
    Map<String, Function<QuirkText, List<String>>> rules = new TreeMap<>();
    rules.put("a profile is the union of its quirks", QuirkRules::profilesAreUnions);
    rules.put("a quirk is a module that is gathered", QuirkRules::modulesAreGathered);
    rules.put("a quirk replaces operators of the norm", QuirkRules::operatorsAreReplaced);
    rules.put("every defect is a quirk or left out", QuirkRules::defectsArePlaced);
    rules.put("the norm knows of no quirk", QuirkRules::normKnowsNone);
    rules.put("a quirk has a model", QuirkRules::quirksHaveModels);
    rules.put("the lists agree", QuirkRules::listsAgree);
    rules.put("a quirk names clauses", QuirkRules::clausesExist);
    rules.put("a profile is tried in histories", QuirkRules::profilesAreTried);
    return Collections.unmodifiableMap(rules);
  }

  private static Map<String, Entry> byName(QuirkText text) {
    Map<String, Entry> byName = new TreeMap<>();
    for (Entry quirk : text.quirks()) {
      byName.put(quirk.name(), quirk);
    }
    return byName;
  }

  private static List<String> profilesAreUnions(QuirkText text) {
    List<String> problems = new ArrayList<>();
    Map<String, Entry> quirks = byName(text);
    for (String profile : text.names("profiles", ".cfg")) {
      String path = "profiles/" + profile + ".cfg";
      Map<String, String> union = new TreeMap<>();
      for (String name : text.chosen(path)) {
        Entry quirk = quirks.get(name);
        if (quirk == null) {
          problems.add(profile + ": there is no quirk " + name);
          continue;
        }
        quirk
            .substitutions()
            .forEach((operator, other) -> {
              String earlier = union.put(operator, other);
              if (earlier != null && !earlier.equals(other)) {
                problems.add(profile + ": " + operator + " has two meanings");
              }
            });
      }
      if (!union.equals(text.substitutions(path))) {
        problems.add(profile + ": is not the union of its quirks, which is " + union);
      }
    }
    return problems;
  }

  private static List<String> modulesAreGathered(QuirkText text) {
    List<String> problems = new ArrayList<>();
    Set<String> listed = byName(text).keySet();
    Set<String> present = new TreeSet<>(text.names("quirks", ".tla"));
    present.removeAll(SHARED);
    if (!present.equals(listed)) {
      problems.add("modules=" + present + " quirks=" + listed);
    }
    List<String> gathered = new ArrayList<>(text.extended("quirks/Quirks.tla"));
    for (String name : listed) {
      if (!gathered.remove(name)) {
        problems.add(name + " is not gathered by Quirks");
      }
    }
    if (!gathered.equals(List.of("SpaprTceInvariants"))) {
      problems.add("Quirks gathers what is no quirk: " + gathered);
    }
    return problems;
  }

  private static List<String> operatorsAreReplaced(QuirkText text) {
    List<String> problems = new ArrayList<>();
    Map<String, Integer> norm = new HashMap<>();
    for (String module : text.names("tla", ".tla")) {
      if (!PROPERTIES.contains(module)) {
        norm.putAll(text.operators("tla/" + module + ".tla"));
      }
    }
    for (Entry quirk : text.quirks()) {
      String path = "quirks/" + quirk.name() + ".tla";
      Map<String, Integer> own = new HashMap<>(text.operators(path));
      for (String module : text.extended(path)) {
        own.putAll(text.operators("quirks/" + module + ".tla"));
      }
      if (quirk.substitutions().isEmpty()) {
        problems.add(quirk.name() + ": replaces nothing");
      }
      quirk
          .substitutions()
          .forEach((operator, other) -> {
            if (!norm.containsKey(operator)) {
              problems.add(quirk.name() + ": the norm has no operator " + operator);
            } else if (!own.containsKey(other)) {
              problems.add(quirk.name() + ": does not define " + other);
            } else if (!Objects.equals(norm.get(operator), own.get(other))) {
              problems.add(
                  quirk.name() + ": " + operator + " and " + other + " differ in parameters");
            }
          });
    }
    return problems;
  }

  private static List<String> defectsArePlaced(QuirkText text) {
    List<String> problems = new ArrayList<>();
    Set<String> known = new TreeSet<>();
    for (int i = 1; i <= KERNEL_DEFECTS; i++) {
      known.add("B" + i);
    }
    for (int i = 1; i <= SIBLING_DEFECTS; i++) {
      known.add("T" + i);
    }
    Set<String> quirks = new TreeSet<>();
    text.quirks().forEach(quirk -> quirks.addAll(quirk.bugs()));
    Set<String> leftOut = new TreeSet<>();
    Matcher row = LEFT_OUT.matcher(text.text("quirks/README.md"));
    while (row.find()) {
      leftOut.add(row.group(1));
    }
    Set<String> placed = new TreeSet<>(quirks);
    placed.addAll(leftOut);
    for (String defect : known) {
      if (!placed.contains(defect)) {
        problems.add(defect + " is neither a quirk nor left out");
      }
    }
    for (String defect : placed) {
      if (!known.contains(defect)) {
        problems.add(defect + " is not in the catalogue");
      }
      if (quirks.contains(defect) && leftOut.contains(defect)) {
        problems.add(defect + " is a quirk and left out");
      }
    }
    return problems;
  }

  private static List<String> normKnowsNone(QuirkText text) {
    List<String> problems = new ArrayList<>();
    Set<String> words = new TreeSet<>(byName(text).keySet());
    text.quirks().forEach(quirk -> words.addAll(quirk.substitutions().values()));
    for (String module : text.names("tla", ".tla")) {
      String norm = text.text("tla/" + module + ".tla");
      if (norm.toLowerCase(Locale.ROOT).contains("quirk")) {
        problems.add(module + " speaks of quirks");
      }
      for (String word : words) {
        if (Pattern.compile("\\b" + word + "\\b").matcher(norm).find()) {
          problems.add(module + " names " + word);
        }
      }
    }
    return problems;
  }

  private static List<String> quirksHaveModels(QuirkText text) {
    List<String> problems = new ArrayList<>();
    for (Entry quirk : text.quirks()) {
      String config = "Quirk" + quirk.name() + ".cfg";
      if (!config.equals(quirk.model())) {
        problems.add(quirk.name() + ": its model is not " + config);
      }
      Map<String, String> chosen = text.substitutions("models/" + config);
      if (!chosen.entrySet().containsAll(quirk.substitutions().entrySet())) {
        problems.add(quirk.name() + ": its model does not choose it");
      }
      boolean breaks = quirk.violated() != null;
      if (breaks != (quirk.steps() != null)) {
        problems.add(quirk.name() + ": steps without a violated property, or the reverse");
      }
      if (!breaks && quirk.note() == null) {
        problems.add(quirk.name() + ": breaks nothing, and no note says why");
      }
      if (breaks
          && !Pattern.compile("\\s" + quirk.violated() + "\\s")
              .matcher(text.text("models/" + config))
              .find()) {
        problems.add(quirk.name() + ": its model does not check " + quirk.violated());
      }
    }
    return problems;
  }

  private static List<String> listsAgree(QuirkText text) {
    List<String> problems = new ArrayList<>();
    Map<String, Model> models = new TreeMap<>();
    text.models().forEach(model -> models.put(model.config(), model));
    if (!models.keySet().equals(configs(text))) {
      problems.add("listed=" + models.keySet() + " present=" + configs(text));
    }
    for (Entry quirk : text.quirks()) {
      Model model = models.get("Quirk" + quirk.name() + ".cfg");
      if (model == null) {
        problems.add(quirk.name() + ": its model is not listed");
      } else if (!Objects.equals(model.violated(), quirk.violated())
          || !Objects.equals(model.steps(), quirk.steps())
          || model.kind() != (quirk.violated() == null ? Model.Kind.HOLDS : Model.Kind.QUIRK)) {
        problems.add(quirk.name() + ": the lists of quirks and of models disagree");
      }
    }
    return problems;
  }

  private static Set<String> configs(QuirkText text) {
    Set<String> configs = new TreeSet<>();
    for (String name : text.names("models", ".cfg")) {
      if (name.startsWith("Quirk")) {
        configs.add(name + ".cfg");
      }
    }
    return configs;
  }

  private static List<String> profilesAreTried(QuirkText text) {
    List<String> problems = new ArrayList<>();
    for (String profile : text.names("profiles", ".cfg")) {
      Map<String, String> chosen = text.substitutions("models/QuirkHistory_" + profile + ".cfg");
      chosen.keySet().removeAll(MODEL_OPERATORS);
      if (!chosen.equals(text.substitutions("profiles/" + profile + ".cfg"))) {
        problems.add(profile + ": the model of its histories chooses other quirks");
      }
    }
    return problems;
  }

  private static List<String> clausesExist(QuirkText text) {
    List<String> problems = new ArrayList<>();
    for (Entry quirk : text.quirks()) {
      if (quirk.clauses().isEmpty()) {
        problems.add(quirk.name() + ": names no clause");
      }
      for (String clause : quirk.clauses()) {
        Pattern heading = Pattern.compile("(?m)^## " + clause + " ");
        if (text.names("clauses", ".md").stream()
            .noneMatch(file -> heading.matcher(text.text("clauses/" + file + ".md")).find())) {
          problems.add(quirk.name() + ": there is no clause " + clause);
        }
      }
    }
    return problems;
  }
}

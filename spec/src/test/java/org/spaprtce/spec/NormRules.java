package org.spaprtce.spec;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spaprtce.spec.NormText.Clause;
import org.spaprtce.spec.NormText.Section;

/** The rules that the written norm keeps; each lists what breaks it, and nothing if all is well. */
final class NormRules {
  /** The rules by name. */
  static final Map<String, Function<NormText, List<String>>> ALL = all();

  private static final List<String> FIELDS =
      List.of("Rule", "Source", "Status", "Variation", "Witness");
  private static final List<String> DECISION_PARTS = List.of("Context", "Decision", "Consequences");

  private static final Pattern SEED_ID = Pattern.compile("\\b[DE]\\d+\\b");
  private static final Pattern ERRNO =
      Pattern.compile("^(?:E[A-Z0-9]+|" + NormText.PLATFORM + ")(?=: )");
  private static final Pattern STATUS = Pattern.compile("documented|observed|decided: (\\d{4})");
  private static final Pattern CONFIG =
      Pattern.compile("(?![\\w.-]*NAME)[\\w.-]*[a-z][\\w.-]*\\.cfg\\b");
  private static final Pattern OPERATOR = Pattern.compile("(?<=`)\\w+(?=`)");
  private static final Pattern DECISION = Pattern.compile("(?<=[Dd]ecision |decided: )\\d{4}\\b");
  private static final Pattern LINK = Pattern.compile("(?<=]\\()[^)#:]+(?=\\))");

  private NormRules() {}

  private static Map<String, Function<NormText, List<String>>> all() {
    Map<String, Function<NormText, List<String>>> rules = new TreeMap<>();
    rules.put("names in the TLA+ text have a clause", NormRules::namesHaveClauses);
    rules.put("clauses are named in the TLA+ text", NormRules::clausesAreNamed);
    rules.put("headings say the answer of the check", NormRules::answersAgree);
    rules.put("clauses of a file are numbered from 1", NormRules::clausesAreNumbered);
    rules.put("clauses have all fields", NormRules::fieldsAreComplete);
    rules.put("a status is legal and fits the source", NormRules::statusIsLegal);
    rules.put("a witness exists", NormRules::witnessesExist);
    rules.put("prose names only what exists", NormRules::proseNamesExist);
    rules.put("decisions are whole and referred to", NormRules::decisionsAreWhole);
    rules.put("files end with what is not modelled", NormRules::filesEndWithGaps);
    rules.putAll(TraceRules.all());
    return rules;
  }

  private static List<String> namesHaveClauses(NormText norm) {
    NavigableSet<String> ids = norm.headings();
    List<String> problems = new ArrayList<>();
    norm.files("", ".tla")
        .forEach((path, text) -> {
          for (String id : NormText.clauseIds(text)) {
            if (!ids.contains(id)) {
              problems.add(path + ": " + id + " has no heading in clauses");
            }
          }
        });
    return problems;
  }

  private static List<String> clausesAreNamed(NormText norm) {
    NavigableSet<String> named = norm.named();
    List<String> problems = new ArrayList<>();
    for (String id : norm.headings()) {
      if (!named.contains(id)) {
        problems.add(id + " is not named in the TLA+ text");
      }
    }
    return problems;
  }

  private static List<String> answersAgree(NormText norm) {
    NavigableMap<String, NavigableSet<String>> answers = norm.checks();
    List<String> problems = new ArrayList<>();
    for (Clause clause : norm.clauses()) {
      Matcher errno = ERRNO.matcher(clause.title());
      String heading = errno.find() ? errno.group() : "no errno";
      NavigableSet<String> checks = answers.getOrDefault(clause.id(), new TreeSet<>());
      String check = checks.isEmpty() ? "no errno" : String.join(" and ", checks);
      if (!heading.equals(check)) {
        problems.add(clause.id() + ": heading has " + heading + ", check has " + check);
      }
    }
    return problems;
  }

  private static List<String> clausesAreNumbered(NormText norm) {
    Map<String, List<String>> idsOf =
        norm.clauses().stream()
            .collect(groupingBy(Clause::file, TreeMap::new, mapping(Clause::id, toList())));
    List<String> problems = new ArrayList<>();
    idsOf.forEach((file, ids) -> {
      String family = ids.getFirst().substring(0, 3);
      for (int i = 0; i < ids.size(); i++) {
        String expected = family + "-" + (i + 1);
        if (!ids.get(i).equals(expected)) {
          problems.add(file + ": " + ids.get(i) + " stands where " + expected + " should");
        }
      }
    });
    return problems;
  }

  private static List<String> fieldsAreComplete(NormText norm) {
    List<String> problems = new ArrayList<>();
    for (Clause clause : norm.clauses()) {
      List<String> names = List.copyOf(clause.fields().keySet());
      if (!names.equals(FIELDS)) {
        problems.add(clause.id() + ": fields are " + names + ", not " + FIELDS);
      }
      clause
          .fields()
          .forEach((name, text) -> {
            if (text.isEmpty()) {
              problems.add(clause.id() + ": " + name + " is empty");
            }
          });
    }
    return problems;
  }

  private static List<String> statusIsLegal(NormText norm) {
    List<String> problems = new ArrayList<>();
    for (Clause clause : norm.clauses()) {
      String source = clause.field("Source");
      boolean text = SEED_ID.matcher(source).find() || source.contains("uapi");
      boolean kernel = source.contains("Linux");
      for (String status : Arrays.asList(clause.field("Status").split(", ", -1))) {
        Matcher legal = STATUS.matcher(status);
        if (!legal.matches()) {
          problems.add(clause.id() + ": status " + status + " is none");
        } else if (status.equals("documented") && !text) {
          problems.add(clause.id() + ": documented, but the source names no text");
        } else if (status.equals("observed") && !kernel) {
          problems.add(clause.id() + ": observed, but the source names no kernel");
        } else if (legal.group(1) != null && !norm.decisions().contains(legal.group(1))) {
          problems.add(clause.id() + ": there is no decision " + legal.group(1));
        }
      }
    }
    return problems;
  }

  private static List<String> witnessesExist(NormText norm) {
    NavigableSet<String> definitions = norm.definitions();
    List<String> problems = new ArrayList<>();
    for (Clause clause : norm.clauses()) {
      String witness = clause.field("Witness");
      NavigableSet<String> operators = NormText.all(OPERATOR, witness);
      NavigableSet<String> configs = NormText.all(CONFIG, witness);
      if (operators.isEmpty() || configs.isEmpty()) {
        problems.add(clause.id() + ": witness names no operator or no model");
      }
      StringBuilder models = new StringBuilder();
      for (String config : configs) {
        String model = norm.files().get("models/" + config);
        if (model == null) {
          problems.add(clause.id() + ": there is no " + config);
        } else {
          models.append(model);
        }
      }
      NavigableSet<String> checked = NormText.all(Pattern.compile("\\w+"), models.toString());
      for (String operator : operators) {
        boolean property = operator.endsWith("Inv") || operator.endsWith("Prop");
        if (!definitions.contains(operator)) {
          problems.add(clause.id() + ": " + operator + " is not defined");
        } else if (property && !checked.contains(operator)) {
          problems.add(clause.id() + ": no model of the witness checks " + operator);
        }
      }
    }
    return problems;
  }

  private static List<String> proseNamesExist(NormText norm) {
    NavigableSet<String> ids = norm.headings();
    List<String> problems = new ArrayList<>();
    norm.prose()
        .forEach((path, text) -> {
          for (String id : NormText.clauseIds(text)) {
            if (!ids.contains(id)) {
              problems.add(path + ": there is no clause " + id);
            }
          }
          for (String config : NormText.all(CONFIG, text)) {
            if (!norm.files().containsKey("models/" + config)
                && !norm.files().containsKey("profiles/" + config)) {
              problems.add(path + ": there is no model " + config);
            }
          }
          for (String number : NormText.all(DECISION, text)) {
            if (!norm.decisions().contains(number)) {
              problems.add(path + ": there is no decision " + number);
            }
          }
          for (String link : NormText.all(LINK, text)) {
            String target = Path.of(path).resolveSibling(link).normalize().toString();
            if (!norm.files().containsKey(target.replace('\\', '/'))) {
              problems.add(path + ": link to " + link + " leads nowhere");
            }
          }
        });
    return problems;
  }

  private static List<String> decisionsAreWhole(NormText norm) {
    NavigableSet<String> referred = new TreeSet<>();
    norm.prose()
        .forEach((path, text) -> {
          if (!path.startsWith("decisions/")) {
            referred.addAll(NormText.all(DECISION, text));
          }
        });
    List<String> problems = new ArrayList<>();
    norm.files("decisions/", ".md")
        .forEach((path, text) -> {
          String number = path.substring("decisions/".length(), "decisions/0000".length());
          List<String> parts =
              NormText.sections(text).stream()
                  .filter(section -> !section.body().isBlank())
                  .map(Section::title)
                  .toList();
          if (!text.startsWith("# " + number + " ")) {
            problems.add(path + ": the title does not begin with the number");
          }
          if (!parts.equals(DECISION_PARTS)) {
            problems.add(path + ": parts are " + parts + ", not " + DECISION_PARTS);
          }
          if (!referred.contains(number)) {
            problems.add(path + ": no clause and not the reading guide refers to it");
          }
        });
    return problems;
  }

  private static List<String> filesEndWithGaps(NormText norm) {
    List<String> problems = new ArrayList<>();
    norm.clauseFiles()
        .forEach((path, text) -> {
          List<Section> sections = NormText.sections(text);
          if (sections.isEmpty() || !sections.getLast().title().equals("Not modelled")) {
            problems.add(path + ": does not end with what is not modelled");
          } else if (!sections.getLast().body().contains("\n- **E")) {
            problems.add(path + ": names no errno that is not modelled");
          }
        });
    return problems;
  }
}

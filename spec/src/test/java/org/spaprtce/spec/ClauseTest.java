package org.spaprtce.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Clauses, TLA+ text, models, quirks, decisions and the traces name each other rightly. */
class ClauseTest extends RulesTest<NormText> {
  private static final NormText NORM = NormText.read(Path.of(""));

  private static final String NAMES = "names in the TLA+ text have a clause";
  private static final String NAMED = "clauses are named in the TLA+ text";
  private static final String ANSWERS = "headings say the answer of the check";
  private static final String NUMBERS = "clauses of a file are numbered from 1";
  private static final String FIELDS = "clauses have all fields";
  private static final String STATUS = "a status is legal and fits the source";
  private static final String WITNESS = "a witness exists";
  private static final String PROSE = "prose names only what exists";
  private static final String DECISIONS = "decisions are whole and referred to";
  private static final String SEED = "the seed is traced in both directions";
  private static final String SURVEY = "the survey is traced in both directions";
  private static final String PROPERTIES = "properties and clauses name each other";
  private static final String STATED = "each clause is a check or has a property";
  private static final String QUIRKS = "quirks and clauses name each other";
  private static final String RACES = "races and clauses name each other";
  private static final String MODELS = "no model is an orphan";
  private static final String SIZE = "modules are short";
  private static final String GAPS = "files end with what is not modelled";

  private static final Set<String> FAMILIES =
      Set.of(
          "ABI", "SES", "VER", "GRP", "WIN", "REG", "UNR", "MAP", "UNM", "ACC", "LIF", "QRY",
          "DEV");

  ClauseTest() {
    super(NORM, NormRules.ALL);
  }

  @Test
  void scan_ofTheNorm_isNotVacuous() {
    Set<String> families =
        NORM.clauses().stream()
            .map(clause -> clause.id().substring(0, 3))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(FAMILIES, families);
    assertEquals(families.size(), NORM.clauseFiles().size());
    assertAtLeast(60, NORM.checks().size(), "checks");
    assertAtLeast(110, NORM.named().size(), "clauses named in the TLA+ text");
    assertAtLeast(110, NORM.clauses().size(), "clauses");
    assertAtLeast(20, NORM.decisions().size(), "decisions");
    assertAtLeast(99, NORM.statements().size(), "statements of the seed and the survey");
    assertAtLeast(200, NORM.definitions().size(), "definitions");
    assertAtLeast(40, NORM.properties().size(), "properties");
    assertAtLeast(15, NORM.quirks().size(), "quirks");
    assertAtLeast(40, NORM.files("models/", ".cfg").size(), "models");
  }

  private static void assertAtLeast(int least, int count, String what) {
    assertTrue(count >= least, () -> "least=" + least + " count=" + count + " of " + what);
  }

  @Override
  List<Fault<NormText>> faults() {
    return Stream.of(faultsOfNames(), faultsOfFields(), faultsOfFiles(), faultsOfTraces())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Fault<NormText>> faultsOfNames() {
    String prereg = "tla/Prereg.tla";
    String register = "clauses/register.md";
    return List.of(
        new Fault<>(NAMES, "REG-77", NORM.replacing(prereg, "\"REG-7\"", "\"REG-77\"")),
        new Fault<>(NAMES, "REG-88", NORM.replacing(prereg, "[REG-8]", "[REG-88]")),
        new Fault<>(NAMES, "UNR-3", NORM.replacing("clauses/unregister.md", "## UNR-3 ", "## ")),
        new Fault<>(NAMES, "ZZZ-1", NORM.with("models/MCNew.tla", "(* [ZZZ-1] *)")),
        new Fault<>(NAMED, "LIF-6 is not", NORM.replacing("tla/Groups.tla", "[LIF-6]", "")),
        new Fault<>(NAMED, "MAP-4 is not", NORM.replacing("tla/Mappings.tla", "MAP-4", "MAP-3")),
        new Fault<>(NAMED, "ABI-7 is not", NORM.replacing("tla/Queries.tla", "[ABI-7]", "")),
        new Fault<>(ANSWERS, "REG-5: ", NORM.replacing(register, "REG-5 ENOMEM:", "REG-5 EINVAL:")),
        new Fault<>(ANSWERS, "REG-4: ", NORM.replacing(prereg, "\"EBUSY\"", "\"EINVAL\"")),
        new Fault<>(ANSWERS, "REG-8: ", NORM.replacing(register, "REG-8 Success:", "REG-8 EBUSY:")),
        new Fault<>(ANSWERS, "REG-2: ", NORM.replacing(prereg, "== \"EINVAL\"", "== \"ENOMEM\"")),
        new Fault<>(
            ANSWERS, "GRP-8: ", NORM.replacing("clauses/group.md", "Platform error:", "Refused:")),
        new Fault<>(NUMBERS, "REG-22 stands", NORM.replacing(register, "## REG-2 ", "## REG-22 ")),
        new Fault<>(NUMBERS, "MAP-2 stands", NORM.replacing(register, "## REG-2 ", "## MAP-2 ")));
  }

  private static List<Fault<NormText>> faultsOfFields() {
    String unregister = "clauses/unregister.md";
    String unmap = "clauses/unmap.md";
    return List.of(
        new Fault<>(
            FIELDS, "UNR-1: fields", NORM.replacing(unregister, "**Variation**", "Varying")),
        new Fault<>(FIELDS, "UNR-4: fields", NORM.replacing(unregister, "**Rule**", "**Law**")),
        new Fault<>(
            FIELDS,
            "UNR-1: Status is",
            NORM.replacing(unregister, "Status**: observed", "Status**:")),
        new Fault<>(STATUS, "status assumed", NORM.replacing(unmap, ": observed", ": assumed")),
        new Fault<>(
            STATUS, "decision 9999", NORM.replacing(unmap, "decided: 0010", "decided: 9999")),
        new Fault<>(STATUS, "decision 0008", NORM.without(decision("0008"))),
        new Fault<>(
            STATUS, "UNR-1: documented", NORM.replacing(unregister, ": observed", ": documented")),
        new Fault<>(
            STATUS,
            "REG-2: obs",
            NORM.replacing("clauses/register.md", "decided: 0004", "observed")),
        new Fault<>(WITNESS, "UNR-4: there is no", NORM.without("models/" + modelOf("UNR-4"))),
        new Fault<>(
            WITNESS,
            "UNR-1: witness",
            NORM.replacing(unregister, "**Witness**: `Unregister", "**Witness**: Unregister")),
        new Fault<>(WITNESS, "UNR-4: witness", NORM.replacing(unregister, ".cfg", "")),
        new Fault<>(
            WITNESS,
            "StillMapped is not",
            NORM.replacing("tla/Prereg.tla", "StillMapped", "Stuck")),
        new Fault<>(
            WITNESS,
            "ACC-2: no model of the witness checks LimitProp",
            withoutProperty("LimitProp")));
  }

  private static List<Fault<NormText>> faultsOfFiles() {
    String guide = "README.md";
    String busy = decision("0008");
    return List.of(
        new Fault<>(PROSE, "no clause REG-99", NORM.with("decisions/x.md", "See REG-99.")),
        new Fault<>(PROSE, "no model MCNone.cfg", NORM.with("decisions/x.md", "MCNone.cfg")),
        new Fault<>(
            PROSE, "no decision 7777", NORM.with("decisions/x.md", "As decision 7777 says")),
        new Fault<>(
            PROSE, "nowhere.md leads", NORM.replacing(guide, "clauses/map.md", "nowhere.md")),
        new Fault<>(DECISIONS, "begin with the number", NORM.replacing(busy, "# 0008 ", "# ")),
        new Fault<>(DECISIONS, "parts are", NORM.replacing(busy, "## Consequences", "## After")),
        new Fault<>(
            DECISIONS, "parts are", NORM.with(busy, "# 0008 A\n\n## Context\n\n## Decision\n")),
        new Fault<>(
            DECISIONS, "9999-new.md: no clause", NORM.with("decisions/9999-new.md", "# 9999 A")),
        new Fault<>(
            GAPS, "abi.md: does not", NORM.replacing("clauses/abi.md", "Not modelled", "Gaps")),
        new Fault<>(
            GAPS, "unmap.md: names no", NORM.replacing("clauses/unmap.md", "- **E", "- E")));
  }

  private static List<Fault<NormText>> faultsOfTraces() {
    String seed = "clauses/seed.md";
    String trace = "clauses/trace.md";
    String quirks = "quirks/quirks.json";
    String promise = "tla/SpaprTceProperties.tla";
    return List.of(
        new Fault<>(SEED, "D13: neither", NORM.replacing(seed, "| D13 |", "| F13 |")),
        new Fault<>(SEED, "D10: neither", NORM.replacing(seed, "no clause: ", "")),
        new Fault<>(SEED, "D9: traced to", NORM.replacing(seed, "UNR-3; REG-8", "UNR-4; REG-8")),
        new Fault<>(SEED, "E4: traced to", NORM.replacing("clauses/window.md", "E4; uapi", "uapi")),
        new Fault<>(SEED, "cite D14", NORM.replacing("clauses/map.md", "D12", "D14")),
        new Fault<>(SURVEY, "R7: no clause", NORM.replacing(trace, "| R7 |", "| R777 |")),
        new Fault<>(SURVEY, "ABI-8: no statement", NORM.replacing(trace, "ABI-8", "ABI-7")),
        new Fault<>(SURVEY, "ACC-2: no statement", NORM.replacing(trace, "| ACC-2 |", "| ACC-1 |")),
        new Fault<>(SURVEY, "ACC-1: listed", NORM.replacing(trace, "| ACC-2 |", "| ACC-1 |")),
        new Fault<>(
            PROPERTIES, "names ACC-3, whose", NORM.replacing(promise, "[ACC-2]", "[ACC-3]")),
        new Fault<>(PROPERTIES, "ACC-2: LimitProp", NORM.replacing(promise, "[ACC-2]", "")),
        new Fault<>(STATED, "ACC-2: no", NORM.replacing(promise, "[ACC-2]", "")),
        new Fault<>(STATED, "LIF-6: stated", NORM.replacing(promise, "[ACC-2]", "[LIF-6]")),
        new Fault<>(QUIRKS, "UNR-3: its", NORM.replacing(quirks, "\"UNR-4\"", "\"UNR-3\"")),
        new Fault<>(QUIRKS, "UNR-4: names", NORM.replacing(quirks, "\"UNR-4\"", "\"UNR-3\"")),
        new Fault<>(QUIRKS, "clauses are", NORM.replacing(quirks, "\"UNR-4\"", "\"UNR-44\"")),
        new Fault<>(QUIRKS, "no quirk Forgets", NORM.with("decisions/x.md", "See quirk Forgets.")),
        new Fault<>(
            RACES,
            "REG-9: in the guide=true marked=false",
            NORM.replacing("clauses/register.md", "Only in a race: ", "")),
        new Fault<>(
            RACES,
            "REG-9: in the guide=false marked=true",
            NORM.replacing("concurrency/README.md", "(against REG-9", "(against it")),
        new Fault<>(
            MODELS, "MCNew.cfg: no clause", NORM.with("models/MCNew.cfg", "SPECIFICATION Spec")),
        new Fault<>(
            SIZE, "New.tla: lines=250", NORM.with("concurrency/New.tla", "=\n".repeat(250))));
  }

  /** A model that the clause has for a witness. */
  private static String modelOf(String id) {
    return NORM.clauses().stream()
        .filter(clause -> clause.id().equals(id))
        .flatMap(clause -> Stream.of(clause.field("Witness").split("[ ;,]+")))
        .filter(word -> word.endsWith(".cfg"))
        .findFirst()
        .orElseThrow();
  }

  /** The norm with models that all leave a property out. */
  private static NormText withoutProperty(String property) {
    NormText norm = NORM;
    for (String path : NORM.files("models/", ".cfg").keySet()) {
      norm = norm.with(path, norm.text(path).replaceAll("\\b" + property + "\\b", ""));
    }
    return norm;
  }

  /** The path of the decision with this number. */
  private static String decision(String number) {
    return NORM.files("decisions/" + number, ".md").firstKey();
  }
}

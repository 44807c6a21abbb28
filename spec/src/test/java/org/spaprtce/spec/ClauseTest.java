package org.spaprtce.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Clauses, TLA+ text, models, decisions and the trace of the seed name each other rightly. */
class ClauseTest {
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
  private static final String GAPS = "files end with what is not modelled";

  /**
   * A mistake that a rule must find.
   *
   * @param rule the rule's name
   * @param report words that the rule's report must contain
   * @param norm the norm with the mistake
   */
  private record Fault(String rule, String report, NormText norm) {}

  @TestFactory
  Stream<DynamicTest> rule_onTheNorm_findsNothing() {
    return NormRules.ALL.keySet().stream()
        .map(name -> dynamicTest(name, () -> assertEquals(List.of(), problems(name, NORM))));
  }

  @TestFactory
  Stream<DynamicTest> rule_onASeededFault_reportsIt() {
    return faults().stream()
        .map(fault ->
            dynamicTest(
                fault.rule() + ": " + fault.report(),
                () -> {
                  List<String> problems = problems(fault.rule(), fault.norm());
                  assertTrue(
                      problems.stream().anyMatch(line -> line.contains(fault.report())),
                      () -> "report=" + fault.report() + " problems=" + problems);
                }));
  }

  @Test
  void everyRule_hasASeededFault() {
    Set<String> tried = faults().stream().map(Fault::rule).collect(Collectors.toSet());
    assertEquals(NormRules.ALL.keySet(), tried);
  }

  @Test
  void scan_ofTheNorm_isNotVacuous() {
    Set<String> families =
        NORM.clauses().stream()
            .map(clause -> clause.id().substring(0, 3))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of("ABI", "REG", "UNR", "MAP", "UNM", "ACC"), families);
    assertEquals(families.size(), NORM.clauseFiles().size());
    assertAtLeast(25, NORM.checks().size(), "checks");
    assertAtLeast(38, NORM.named().size(), "clauses named in the TLA+ text");
    assertAtLeast(40, NORM.clauses().size(), "clauses");
    assertAtLeast(10, NORM.decisions().size(), "decisions");
    assertAtLeast(13, NORM.seed().size(), "statements of the seed");
    assertAtLeast(100, NORM.definitions().size(), "definitions");
    assertAtLeast(30, NORM.files("models/", ".cfg").size(), "models");
  }

  private static void assertAtLeast(int least, int count, String what) {
    assertTrue(count >= least, () -> "least=" + least + " count=" + count + " of " + what);
  }

  private static List<String> problems(String rule, NormText norm) {
    Function<NormText, List<String>> check = NormRules.ALL.get(rule);
    if (check == null) {
      throw new IllegalArgumentException("rule=" + rule + ": no such rule");
    }
    return check.apply(norm);
  }

  private static List<Fault> faults() {
    return Stream.of(faultsOfNames(), faultsOfFields(), faultsOfFiles())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Fault> faultsOfNames() {
    String prereg = "tla/Prereg.tla";
    String register = "clauses/register.md";
    return List.of(
        new Fault(NAMES, "REG-77", NORM.replacing(prereg, "\"REG-7\"", "\"REG-77\"")),
        new Fault(NAMES, "REG-88", NORM.replacing(prereg, "[REG-8]", "[REG-88]")),
        new Fault(NAMES, "UNR-3", NORM.replacing("clauses/unregister.md", "## UNR-3 ", "## ")),
        new Fault(NAMES, "ZZZ-1", NORM.with("models/MCNew.tla", "(* [ZZZ-1] *)")),
        new Fault(NAMED, "REG-10 is not", NORM.replacing(prereg, "[REG-10]", "")),
        new Fault(NAMED, "MAP-4 is not", NORM.replacing("tla/Mappings.tla", "MAP-4", "MAP-3")),
        new Fault(NAMED, "UNM-6 is named", NORM.replacing(prereg, "[REG-10]", "[REG-10, UNM-6]")),
        new Fault(ANSWERS, "REG-5: ", NORM.replacing(register, "REG-5 ENOMEM:", "REG-5 EINVAL:")),
        new Fault(ANSWERS, "REG-4: ", NORM.replacing(prereg, "\"EBUSY\"", "\"EINVAL\"")),
        new Fault(ANSWERS, "REG-8: ", NORM.replacing(register, "REG-8 Success:", "REG-8 EBUSY:")),
        new Fault(NUMBERS, "REG-11 stands", NORM.replacing(register, "## REG-2 ", "## REG-11 ")),
        new Fault(NUMBERS, "MAP-2 stands", NORM.replacing(register, "## REG-2 ", "## MAP-2 ")));
  }

  private static List<Fault> faultsOfFields() {
    String unregister = "clauses/unregister.md";
    String unmap = "clauses/unmap.md";
    return List.of(
        new Fault(FIELDS, "UNR-1: fields", NORM.replacing(unregister, "**Variation**", "Varying")),
        new Fault(FIELDS, "UNR-4: fields", NORM.replacing(unregister, "**Rule**", "**Law**")),
        new Fault(
            FIELDS,
            "UNR-1: Status is",
            NORM.replacing(unregister, "Status**: observed", "Status**:")),
        new Fault(STATUS, "status assumed", NORM.replacing(unmap, ": observed", ": assumed")),
        new Fault(STATUS, "decision 9999", NORM.replacing(unmap, "decided: 0010", "decided: 9999")),
        new Fault(STATUS, "decision 0008", NORM.without(decision("0008"))),
        new Fault(
            STATUS, "UNR-1: documented", NORM.replacing(unregister, ": observed", ": documented")),
        new Fault(
            STATUS,
            "REG-2: obs",
            NORM.replacing("clauses/register.md", "decided: 0004", "observed")),
        new Fault(WITNESS, "no MCFacts.cfg", NORM.without("models/MCFacts.cfg")),
        new Fault(
            WITNESS,
            "UNR-1: witness",
            NORM.replacing(unregister, "`UnregisterChecks`, `PermissionInv`", "")),
        new Fault(
            WITNESS,
            "UNM-2: witness",
            NORM.replacing(unmap, "`WindowAt`; GraphOne.cfg", "`WindowAt`")),
        new Fault(
            WITNESS,
            "StillMapped is not",
            NORM.replacing("tla/Prereg.tla", "StillMapped", "Stuck")),
        new Fault(
            WITNESS,
            "ACC-2: no model of the witness checks TableInv",
            NORM.replacing("clauses/accounting.md", "`LimitInv`", "`TableInv`")));
  }

  private static List<Fault> faultsOfFiles() {
    String guide = "README.md";
    String seed = "clauses/seed.md";
    String busy = decision("0008");
    return List.of(
        new Fault(PROSE, "no clause REG-99", NORM.with("decisions/x.md", "See REG-99.")),
        new Fault(PROSE, "no model MCNone.cfg", NORM.with("decisions/x.md", "MCNone.cfg")),
        new Fault(PROSE, "no decision 7777", NORM.with("decisions/x.md", "As decision 7777 says")),
        new Fault(PROSE, "nowhere.md leads", NORM.replacing(guide, "clauses/map.md", "nowhere.md")),
        new Fault(DECISIONS, "begin with the number", NORM.replacing(busy, "# 0008 ", "# ")),
        new Fault(DECISIONS, "parts are", NORM.replacing(busy, "## Consequences", "## After")),
        new Fault(
            DECISIONS, "parts are", NORM.with(busy, "# 0008 A\n\n## Context\n\n## Decision\n")),
        new Fault(
            DECISIONS, "9999-new.md: no clause", NORM.with("decisions/9999-new.md", "# 9999 A")),
        new Fault(SEED, "D13: neither", NORM.replacing(seed, "| D13 |", "| E13 |")),
        new Fault(SEED, "D1: neither", NORM.replacing(seed, "not in this version: ", "")),
        new Fault(SEED, "D9: traced to", NORM.replacing(seed, "UNR-3", "UNR-4")),
        new Fault(SEED, "D8: traced to", NORM.replacing("clauses/register.md", "D8", "D9")),
        new Fault(SEED, "cite D14", NORM.replacing("clauses/map.md", "D12", "D14")),
        new Fault(
            GAPS, "abi.md: does not", NORM.replacing("clauses/abi.md", "Not modelled", "Gaps")),
        new Fault(GAPS, "unmap.md: names no", NORM.replacing("clauses/unmap.md", "- **E", "- E")));
  }

  /** The path of the decision with this number. */
  private static String decision(String number) {
    return NORM.files("decisions/" + number, ".md").firstKey();
  }
}

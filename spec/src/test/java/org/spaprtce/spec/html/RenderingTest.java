package org.spaprtce.spec.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.spaprtce.spec.clause.Clause;

/** Modules, clauses, models and quirks of a small norm as HTML. */
class RenderingTest {
  private static final String MODULE =
      """
      ---- MODULE Small ----
      (* A module [REG-1].  See Full and SmallOne. *)
      (*   a   first                               *)
      EXTENDS Integers

      CONSTANTS
          Full,       \\* not "a" Name
          Step(_)
      VARIABLE held
      ----
      (* Taking *)

      (* One of them. *)
      Low(a, b) ==
          /\\ a < b

          /\\ held.held = Full
      SmallInv == << Check(1, "REG-1", "EBUSY",
                       Low(1, 2)) >> \\* tail
      f[x \\in Nat] == x
      ====
      Unseen == 1
      """;
  private static final String CLAUSES =
      """
      # Taking

      ## REG-1 EBUSY: it is & taken

      - **Rule**: not `SmallInv`,
        never.
      - **Status**: decided: 0001, see [it](../decisions/0001-why.md), [gone](../../gone.md)

      ## REG-2 withdrawn
      """;
  private static final Links LINKS =
      new Links(
          new Sources(
              new TreeMap<>(
                  Map.of(
                      "README.md",
                      "# Guide\n",
                      "tla/Small.tla",
                      MODULE.replace("----", "------"),
                      "clauses/take.md",
                      CLAUSES,
                      "decisions/0001-why.md",
                      "# 0001 Why\n",
                      "models/MC.tla",
                      "------ MODULE MC ------\nEXTENDS Small\n======\n",
                      "models/MC.cfg",
                      "\\* \"it\"\nINIT Init\nINVARIANTS\n    SmallInv OtherInv\nNEXT Next\n",
                      "models/manifest.json",
                      """
                      {"models": [{"config": "MC.cfg", "module": "MC.tla", "purpose": "Few.", "kind": "HOLDS",
                        "violated": null, "distinctStates": 1234, "depth": 5, "seconds": 2, "more": []}]}
                      """,
                      "quirks/quirks.json",
                      """
                      {"quirks": [{"name": "Odd", "title": "t", "clauses": ["REG-1"],
                        "substitutions": {"Low": "High"}, "model": null, "steps": 3}]}
                      """,
                      "profiles/old.cfg",
                      "CONSTANTS\n    Low <- High\n"))));
  private static final TlaModule SMALL = LINKS.modules("tla").getFirst();

  @Test
  void parse_ofAModule_findsPartsAndNames() {
    assertEquals(
        Map.of("Full", 7, "Step", 8, "held", 9, "Low", 14, "SmallInv", 18, "f", 20),
        withoutUnseen(SMALL.defined()));
    assertEquals(
        List.of(2, 6, 10, 11, 13),
        SMALL.rows().stream().map(row -> row.blocks().getFirst().first()).toList());
    assertEquals(List.of("Integers"), SMALL.extended());
  }

  private static Map<String, Integer> withoutUnseen(Map<String, Integer> names) {
    Map<String, Integer> seen = new TreeMap<>(names);
    seen.remove("Unseen");
    return seen;
  }

  @Test
  void page_ofAModule_hasProseAnchorsAndCards() {
    String page = new ModulePages(LINKS).page(SMALL);
    assertContains(page, "<div class=\"prose\" id=\"L2\"><p>A module [<a href=\"../clauses/take");
    assertContains(page, "<pre tabindex=\"0\">  a   first</pre>");
    assertContains(page, "<h2 id=\"L11\">Taking</h2>");
    assertContains(page, "<a class=\"def\" id=\"Low\" href=\"#Low\">Low</a>(a, b)");
    assertContains(page, "<a href=\"../tla/Small.html#held\">held</a>.held");
    assertContains(page, "<s>&quot;<a href=\"../clauses/take.html#REG-1\">REG-1</a>&quot;</s>");
    assertContains(page, "REG-1</a> EBUSY: it is &amp; taken</p><p>not <a");
    assertContains(page, "<summary><code>SmallInv</code>: holds in 1 model<");
    assertContains(page, "<code>Low</code> is replaced by <a href=\"../quirks.html#Odd\">");
  }

  @Test
  void page_ofClauses_showsTheCheckAndWhatItNames() {
    String page = new ClausePages(LINKS).page("clauses/take.md");
    assertContains(page, "<h2 id=\"REG-1\">REG-1 EBUSY: it is &amp; taken</h2>");
    assertContains(page, "<a href=\"../tla/Small.html#L2\">tla/Small.tla, line 2</a>");
    assertContains(page, "decided: <a href=\"../decisions/0001-why.html\">0001</a>");
    assertContains(page, "see <a href=\"../decisions/0001-why.html\">it</a>, gone");
    assertContains(page, "Properties: <a href=\"../tla/Small.html#SmallInv\">");
    assertContains(page, "Quirks: <a href=\"../quirks.html#Odd\">Odd</a>");
  }

  @Test
  void read_ofAManifest_keepsNumbersAndProperties() {
    Checked model = LINKS.models().getFirst();
    assertEquals(List.of("SmallInv", "OtherInv"), model.properties());
    assertEquals("1,234 states, depth 5, 2 s", model.facts());
    assertEquals("models/MC.html#MC.cfg", model.url());
  }

  @Test
  void rule_ofAClause_isItsField() {
    assertEquals(
        List.of("not `SmallInv`,\n  never.", ""),
        LINKS.clauses().values().stream().map(Clause::rule).toList());
  }

  @Test
  void quirks_ofAProfile_areThoseItReplacesBy() {
    Quirk quirk = LINKS.quirks().getFirst();
    assertTrue(quirk.isIn(LINKS.sources().text("profiles/old.cfg")));
    assertEquals("3", quirk.steps());
    assertEquals("", quirk.model());
    assertContains(
        new ListPages(LINKS).quirks(), "<a href=\"#Odd\">Odd</a></td><td>yes</td><td></td>");
  }

  @Test
  void linked_text_isEscaped() {
    assertEquals(
        "&lt;b&gt; &quot;<a href=\"../clauses/take.html#REG-1\">REG-1</a>&quot; XREG-1",
        LINKS.linked(Optional.empty(), "<b> \"REG-1\" XREG-1", "../"));
  }

  private static void assertContains(String page, String part) {
    assertTrue(page.contains(part), () -> "part=" + part + " page=" + page);
  }
}

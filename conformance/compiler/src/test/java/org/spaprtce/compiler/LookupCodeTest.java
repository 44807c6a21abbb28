package org.spaprtce.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The indices that the compiler derives from the predicates of filters. */
class LookupCodeTest {
  private static final String RANGES =
      """
      Least(a, b) == IF a < b THEN a ELSE b
      Most(a, b) == IF a < b THEN b ELSE a
      Shared(a, la, b, lb) == Most(0, Least(a + la, b + lb) - Most(a, b))
      Meets(a, la, b, lb) == Shared(a, la, b, lb) > 0
      """;

  @TempDir Path folder;

  private String compiled(String filter) {
    return Fixture.compile(folder, RANGES + "E(p, q) == " + filter).replaceAll("\\s+", " ");
  }

  /** The terms of the index that the text has, without their positions. */
  private static String terms(String java) {
    int from = java.indexOf("IndexSpec.of(");
    return from < 0
        ? "none"
        : java.substring(from + "IndexSpec.of(".length(), java.indexOf(");", from))
            .replaceAll("\"index:0:0\", ?", "")
            .replaceAll("Functions.field\\( ?r, F_(\\w+)\\)", "$1")
            .replaceAll("Arithmetic.plus\\( ?(\\w+), (\\w+)\\)", "$1+$2")
            .replaceAll("new Value\\[\\] ", "")
            .replaceAll(" (?=[{(])|(?<=[{(]) ", "")
            .strip();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{r \\in x : r.a = p}                         | 1, false, false, r ->{a}",
        "{r \\in x : q = r.b /\\ r.a = p}             | 2, false, false, r ->{b, a}",
        "{r \\in x : r.a + r.b = q}                   | 1, false, false, r ->{a+b}",
        "{r \\in x : r.a <= p}                        | 0, true, false, r ->{a}",
        "{r \\in x : p >= r.a}                        | 0, true, false, r ->{a}",
        "{r \\in x : p < r.a}                         | 0, false, true, r ->{a}",
        "{r \\in x : r.a <= p /\\ p < r.a + r.b}      | 0, true, true, r ->{a, a+b}",
        "{r \\in x : Meets(p, q, r.a, r.b)}           | 0, true, true, r ->{a, a+b}",
        "{r \\in x : Meets(r.a, r.b, p, q)}           | 0, true, true, r ->{a, a+b}",
        "{r \\in x : \\E m \\in q : Meets(m.c, p, r.a, r.b)} | 0, true, true, r ->{a, a+b}",
        "{r \\in x : r.a = 1 /\\ Meets(p, q, r.a, r.b)} | 1, true, true, r ->{a, a, a+b}",
        "{r \\in x : r.a = p \\/ r.b = q}             | none",
        "{r \\in x : r.a # p}                         | none",
        "{r \\in x : r = p}                           | none",
        "{r \\in x : r.a = r.b + p}                   | none",
        "{r \\in x : ~Meets(p, q, r.a, r.b)}          | none",
        "{r \\in x : Shared(p, q, r.a, r.b) >= 0}     | none",
      })
  void compile_filter_hasTheIndexOfItsComparisons(String filter, String expected) {
    assertEquals(expected, terms(compiled(filter)));
  }

  @Test
  void compile_filter_looksUpWhatTheElementIsComparedWith() {
    String java = compiled("{r \\in x : r.a = p /\\ r.b < q + 1}");
    assertTrue(java.contains("() -> new Value[][] {new Value[] {p, "), java);
    assertTrue(java.contains("Arithmetic.plus(\"Spec.tla:9:40\", q, INT_1)}}"), java);
  }

  @Test
  void compile_filterForSomeOther_looksUpEach() {
    String java = compiled("{r \\in x : \\E m \\in q : m.c = r.a}");
    assertTrue(java.contains("Sets.bounds( \"Spec.tla:9:12\", q, m -> "), java);
  }

  @Test
  void compile_closedPredicate_isATestOfItsOwn() {
    assertTrue(compiled("{r \\in x : r.a # {} \\/ r.b > 0}").contains("ElementTest.of("));
    assertFalse(compiled("{r \\in x : r.a # {} \\/ r.b > q}").contains("ElementTest"));
    assertFalse(compiled("{r \\in x : r.b > C \\/ r.a = {}}").contains("ElementTest"));
  }

  @Test
  void compile_likeTerms_areOneIndex() {
    String java = compiled("{r \\in x : r.a = p} \\cup {s \\in y : q = s.a}");
    assertEquals(java.indexOf("IndexSpec.of("), java.lastIndexOf("IndexSpec.of("));
  }

  @Test
  void compile_operatorOfStateThatLooksAtElements_keepsItsLastValue() {
    String java = Fixture.compile(folder, "E(p) == {r \\in x : r = p}\nF(p) == x = p");
    assertTrue(java.contains("private Memo last_E = Memo.NONE;"), java);
    assertFalse(java.contains("last_F"), java);
  }
}

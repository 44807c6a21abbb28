package org.spaprtce.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
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
      Same(a, b) == a.f = b /\\ a.g > 0
      Hidden(a, b) == [k \\in {1} |-> a][1].f = b
      Counted(a, b) == Len([k \\in {1} |-> a]) = b
      Partly(a, b) == a.f = b /\\ \\A k \\in {1} : a.f = k
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
        "{r \\in x : Shared(p, q, r.a, r.b) > 1}      | none",
        "{r \\in x : r.a <= p /\\ r.b <= q}           | 0, true, false, r ->{a}",
        "{r \\in x : r.a >= p /\\ r.b >= q}           | 0, false, true, r ->{a}",
        "{r \\in x : r.a - p > 0}                     | 0, false, true, r ->{a}",
        "{r \\in x : p - r.a >= 0}                    | 0, true, false, r ->{a}",
        "{r \\in x : r.a - p > q}                     | none",
        "{r \\in x : Most(1, r.a) > 0 /\\ r # p}      | none",
        "{r \\in x : (IF p = 1 THEN r.a ELSE r.b) > q} | none",
        "{r \\in x : (IF p < q THEN r.a ELSE r.b) > q} | none",
        "{r \\in x : r.a <= r.b /\\ r # p}            | none",
        "{r \\in x : p = 1}                           | none",
        "{r \\in x : p.a = q}                         | none",
        "{r \\in x : 1 + 1 = p}                       | none",
        "{r \\in x : r.a + p = q}                     | none",
        "{r \\in x : r.a * 2 = p}                     | none",
        "{r \\in x : r.a = Most(p, q)}                | 1, false, false, r ->{a}",
        "{r \\in x : r.a = Most(p, r.b)}              | none",
        "{r \\in x : r.a = IF p = 1 THEN q.b ELSE y}  | 1, false, false, r ->{a}",
        "{r \\in x : r.a = IF p = 1 THEN r.b ELSE y}  | none",
        "{r \\in x : Same(r, p)}                      | 1, false, true, r ->{f, g}",
        "{r \\in x : Hidden(r, p)}                    | none",
        "{r \\in x : Counted(p, r.a)}                 | none",
        "{r \\in x : Partly(r, p)}                    | none",
        "{r \\in x : \\E m \\in q : m.c # r.a}        | none",
        "{r \\in x : \\E m \\in r.q : m.c = r.a}      | none",
        "{r \\in x : \\A m \\in q : m.c = r.a}        | none",
        "{r \\in x : IsFiniteSet(p) /\\ r.a = q}      | 1, false, false, r ->{a}",
      })
  void compile_filter_hasTheIndexOfItsComparisons(String filter, String expected) {
    assertEquals(expected, terms(compiled(filter)));
  }

  /** Operators that each apply the one before. */
  private static String chain(String parameters, String innermost, int length) {
    StringBuilder chain = new StringBuilder("P1" + parameters + " == " + innermost + "\n");
    for (int i = 2; i <= length; i++) {
      chain.append("P%d%s == P%d%s\n".formatted(i, parameters, i - 1, parameters));
    }
    return chain.toString();
  }

  @ParameterizedTest
  @CsvSource({"8, true", "9, false"})
  void compile_operatorsThatApplyOthers_areLookedIntoSoDeep(int depth, boolean found) {
    String predicate = chain("(a, b)", "a = b", depth) + "E(p) == {r \\in x : P%d(r.a, p)}";
    String number = chain("(a, b)", "a - b", depth) + "E(p) == {r \\in x : P%d(r.a, p) > 0}";
    for (String definitions : List.of(predicate, number)) {
      String java = Fixture.compile(folder, definitions.formatted(depth));
      assertEquals(found, java.contains("IndexSpec.of("), java);
    }
  }

  @Test
  void compile_filter_looksUpWhatTheElementIsComparedWith() {
    String java = compiled("{r \\in x : r.a = p /\\ r.b < q + 1}");
    assertTrue(java.contains(" INDEX, () -> new Value[][] {new Value[] {p, "), java);
    assertTrue(java.contains("Arithmetic.plus(\"Spec.tla:13:40\", q, INT_1)}}"), java);
  }

  @Test
  void compile_filterForSomeOther_looksUpEach() {
    String java = compiled("{r \\in x : \\E m \\in q : m.c = r.a}");
    assertTrue(java.contains("Sets.bounds( \"Spec.tla:13:12\", q, m -> "), java);
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
}

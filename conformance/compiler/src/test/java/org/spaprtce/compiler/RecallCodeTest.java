package org.spaprtce.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which operators of a state keep their last value: those that look at elements of a set. */
class RecallCodeTest {
  private static final String OTHERS =
      """
      Look(q) == \\E r \\in x : r = q
      Cheap(q) == x = q
      Fixed == {r \\in C : r # 0}
      RECURSIVE Down(_)
      Down(q) == IF q = x THEN q ELSE Down(q - 1)
      Twice(F(_), q) == F(F(q)) = {r \\in x : r = q}
      """;

  @TempDir Path folder;

  /** Defines {@code E1(p), E2(p), ...}, and gives the expressions that keep their last value. */
  private List<String> keeping(List<String> expressions) {
    String definitions =
        IntStream.range(0, expressions.size())
            .mapToObj(i -> "E" + i + "(p) == " + expressions.get(i))
            .collect(Collectors.joining("\n"));
    String java = Fixture.compile(folder, OTHERS + definitions);
    return IntStream.range(0, expressions.size())
        .filter(i -> java.contains("private Memo last_E" + i + " = Memo.NONE;"))
        .mapToObj(expressions::get)
        .toList();
  }

  @Test
  void compile_operatorThatLooksAtElements_keepsItsLastValue() {
    List<String> costly =
        List.of(
            "{r \\in x : r = p}",
            "\\A r \\in x : r = p",
            "~(\\E r \\in x : r = p)",
            "x = p \\/ Look(p)",
            "Look(p) <=> x = p",
            "x = p <=> Look(p)",
            "IF Look(p) THEN x ELSE p",
            "IF x = p THEN {r \\in x : r = p} ELSE p",
            "IF x = p THEN p ELSE {r \\in x : r = p}",
            "CASE Look(p) -> x",
            "CASE x = p -> 1 [] x = 2 -> {r \\in x : r = p}",
            "CASE x = p -> 1 [] OTHER -> {r \\in x : r = p}",
            "LET q == x IN {r \\in q : r = p}",
            "LET q == {r \\in x : r = p} IN q",
            "LET F(q) == q IN F({r \\in x : r = p})",
            "Cardinality({r \\in x : r = p})",
            "[a |-> {r \\in x : r = p}]",
            "[a |-> {r \\in x : r = p}].a",
            "[[r \\in x |-> p] EXCEPT ![1] = 2]",
            "[x EXCEPT ![p] = {r \\in x : r = p}]",
            "[x EXCEPT ![{r \\in x : r = p}] = p]",
            "LET f[r \\in x] == IF r = p THEN p ELSE f[r - 1] IN f[p]",
            "SelectSeq(x, LAMBDA r : Look(r))",
            "Cheap({r \\in x : r = p})",
            "Down(p)");
    assertEquals(costly, keeping(costly));
  }

  @Test
  void compile_operatorThatLooksAtNone_isEvaluatedEachTime() {
    List<String> cheap =
        List.of(
            "x = p",
            "~(x = p) \\/ x \\in Fixed",
            "Cheap(p) <=> TRUE",
            "IF x = p THEN {\"a\", 1} ELSE BOOLEAN",
            "CASE x = p -> 1 [] OTHER -> y",
            "LET q == x IN q + p",
            "LET F(q) == q + x IN F(p)",
            "[x EXCEPT ![p] = [a |-> C].a]",
            "SelectSeq(x, LAMBDA r : r = p)",
            "{r \\in C : r = p}");
    assertEquals(List.of(), keeping(cheap));
  }

  @Test
  void compile_operatorOfManyParameters_isEvaluatedEachTime() {
    String java =
        Fixture.compile(
            folder,
            OTHERS
                + """
                Three(p, q, r) == \\E t \\in x : t = p + q + r
                Four(p, q, r, s) == \\E t \\in x : t = p + q + r + s
                """);
    assertTrue(java.contains(" last_Three = "), java);
    assertEquals(-1, java.indexOf("last_Four"), java);
    assertEquals(-1, java.indexOf("last_Twice"), java);
  }

  @Test
  void compile_operatorThatKeepsItsValue_evaluatesUnlessAskedForTheSame() {
    String java = Fixture.compile(folder, "E(p) == {r \\in x : r = p}\nF == \\E r \\in x : r = 1");
    assertEquals(
        """
        private Value op_E(State s, Value p) {
          final Memo last = last_E;
          if (last.isFor(s, p)) {
            return last.value();
          }
          final Value value = eval_E(s, p);
          last_E = Memo.of(value, s, p);
          return value;
        }
        """,
        Fixture.method(java, "op_E"));
    assertTrue(Fixture.method(java, "op_F").contains("last_F = Memo.of(Values.bool(value), s);"));
  }
}

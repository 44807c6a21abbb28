package org.spaprtce.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pins the Java of what has one value in all states, or one for each value of a condition. */
class ConstantCodeTest {
  @TempDir Path folder;

  private void assertMethod(String definitions, String method, String expected) {
    assertEquals(expected, Fixture.method(Fixture.compile(folder, definitions), method));
  }

  @Test
  void compile_operatorOfLiteralsAndOneCondition_keepsBothValues() {
    String java =
        Fixture.compile(
            folder,
            """
            One == 1
            Check(n, clause, fails) == [n |-> n, clause |-> clause, fails |-> fails]
            E(p) == <<Check(One, "A-1", p = 2), Check(1, "A-1", TRUE), Check(p, "A-1", p = 2)>>
            """);
    assertEquals(
        """
        private Value op_E(Value p) {
          return Functions.tupleOf(
              "Spec.tla:7:9",
              (Logic.equal("Spec.tla:7:29", p, INT_2) ? kept_1 : kept_2).get(),
              (true ? kept_1 : kept_2).get(),
              op_Check(p, STR_A_1, Values.bool(Logic.equal("Spec.tla:7:76", p, INT_2))));
        }
        """,
        Fixture.method(java, "op_E"));
    assertTrue(
        java.contains(
            "private final Lazy kept_2 = new Lazy(() -> op_Check(INT_1, STR_A_1, Values.bool(false)));"),
        java);
  }

  @Test
  void compile_operatorOfConstantsAndOneCondition_keepsBothValues() {
    String java =
        Fixture.compile(
            folder,
            """
            Check(n, c) == IF c THEN n ELSE 2
            K == {C}
            Id(p) == p
            Now == x
            E(p) == <<Check(K, p = 2), Check(Id(1), p = 2), Check(Now, p = 2)>>
            """);
    assertTrue(
        java.contains(
            "private final Lazy kept_1 = new Lazy(() -> op_Check(memo_K.get(), Values.bool(true)));"),
        java);
    assertEquals(
        """
        private Value op_E(State s, Value p) {
          return Functions.tupleOf(
              "Spec.tla:9:9",
              (Logic.equal("Spec.tla:9:20", p, INT_2) ? kept_1 : kept_2).get(),
              op_Check(op_Id(INT_1), Values.bool(Logic.equal("Spec.tla:9:41", p, INT_2))),
              op_Check(op_Now(s), Values.bool(Logic.equal("Spec.tla:9:60", p, INT_2))));
        }
        """,
        Fixture.method(java, "op_E"));
  }

  @Test
  void compile_constantDefinition_isMemoized() {
    String java = Fixture.compile(folder, "S == {1, 2}\nE == 1 \\in S");
    assertTrue(java.contains("private final Lazy memo_S = new Lazy(() -> op_S());"), java);
    assertTrue(java.contains("Sets.in(\"Spec.tla:6:6\", INT_1, memo_S.get())"), java);
    assertTrue(java.contains("predicate(\"E\", s -> memo_E.truth());"), java);
  }

  @Test
  void compile_definitionThatNeedsNoEvaluation_isThereAtOnce() {
    assertMethod(
        """
        E(p) == LET a == TRUE b == 1 c == "s" d == Nat e == C f == p g == {1, 2} h == p + 1
                IN  <<IF p = 1 THEN <<a, b, c, d, e, f, g, h>> ELSE 2>>
        """,
        "op_E",
        """
        private Value op_E(Value p) {
          final boolean a_2 = true;
          final Value b = INT_1;
          final Value c = STR_s;
          final Value d = Sets.NAT;
          final Value e = c_C;
          final Value f = p;
          final Value g = SET;
          final Lazy h = new Lazy(() -> Arithmetic.plus("Spec.tla:5:79", p, INT_1));
          return Functions.tupleOf(
              "Spec.tla:6:13",
              (
                  Logic.equal("Spec.tla:6:18", p, INT_1)
                  ? Functions.tupleOf("Spec.tla:6:29", Values.bool(a_2), b, c, d, e, f, g, h.get())
                  : INT_2));
        }
        """);
  }

  @Test
  void compile_collectionsOfLiterals_areFields() {
    String java = Fixture.compile(folder, "E == <<1 \\in {1, 2}, <<3, 4>>>>");
    assertTrue(java.contains("Value SET =   Values.set(INT_1, INT_2);"), java);
    assertTrue(java.contains("Value TUPLE =   Values.tuple(INT_3, INT_4);"), java);
    assertTrue(java.contains("Values.bool(Sets.in(\"Spec.tla:5:8\", INT_1, SET)), TUPLE)"), java);
  }

  @Test
  void compile_controlCharactersOfAString_areEscaped() {
    String java = Fixture.compile(folder, "E == \"a\\nb\\tc\\fd\\re\\\"f\\\\g\"");
    assertTrue(java.contains("Values.string(\"a\\nb\\tc\\fd\\re\\\"f\\\\g\");"), java);
  }

  @Test
  void compile_chainOfFunctions_isOneCall() {
    String java = Fixture.compile(folder, "E(p) == 1 :> p @@ (2 :> p @@ 3 :> p) @@ x");
    assertEquals(
        """
        private Value op_E(State s, Value p) {
          return Functions.override(
              "Spec.tla:5:9",
              Functions.single("Spec.tla:5:9", INT_1, p),
              Functions.single("Spec.tla:5:20", INT_2, p),
              Functions.single("Spec.tla:5:30", INT_3, p),
              s.get(v_x));
        }
        """,
        Fixture.method(java, "op_E"));
  }
}

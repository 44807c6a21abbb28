package org.spaprtce.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spaprtce.compiler.ir.Position;

/** Operators that can be replaced: the Java of their choice, and what is refused. */
class SubstitutionTest {
  @TempDir Path folder;

  private String compile(String definitions, String lines) {
    List<Substitution> substitutions = new ArrayList<>();
    for (String line : lines.split(", ", -1)) {
      String[] sides = line.split(" <- ", -1);
      Position at = new Position("C.cfg", substitutions.size() + 1, 1);
      substitutions.add(new Substitution(sides[0], sides[1], at));
    }
    Options options = new Options(Set.of("ForTlc"), List.of(), substitutions);
    Path spec = Fixture.write(folder, "ForTlc == 1\n" + definitions);
    return SpecCompiler.compile(spec, Fixture.CLASS, options);
  }

  private void assertMethod(String definitions, String lines, String method, String expected) {
    assertEquals(expected, Fixture.method(compile(definitions, lines), method));
  }

  @Test
  void compile_replaceable_asksTheChoiceFirst() {
    assertMethod(
        "E(p) == p = 1\nF(q) == q = x\nG(r) == [b |-> r].b",
        "E <- F, E <- G",
        "op_E",
        """
        private boolean op_E(State s, Value p) {
          if (choice_E == 1) {
            return op_F(s, p);
          }
          if (choice_E == 2) {
            return Logic.truth("Spec.tla:6:1", op_G(p));
          }
          return Logic.equal("Spec.tla:6:9", p, INT_1);
        }
        """);
  }

  @Test
  void compile_replaceable_isNotLookedIntoForAnIndex() {
    String definitions = "Is(a, b) == a = b\nIn(a, b) == b = a\nE(p) == {r \\in x : Is(r.a, p)}";
    assertTrue(compile(definitions, "In <- Is").contains("IndexSpec"));
    assertFalse(compile(definitions, "Is <- In").contains("IndexSpec"));
  }

  @Test
  void compile_replacementNeedsAState_callersPassIt() {
    assertMethod(
        "E == 1\nF == x\nG(p) == p + E\nH == G(2)",
        "E <- F",
        "op_H",
        """
        private Value op_H(State s) {
          return op_G(s, INT_2);
        }
        """);
  }

  @Test
  void compile_replaceableConstant_isMemoizedByInstance() {
    String java = compile("E == 1\nF == C\nG == E + 1", "E <- F");
    assertTrue(java.contains("private final int choice_E;"), java);
    assertTrue(java.contains("choice_E = choice(\"E\");"), java);
    assertTrue(java.contains("private final Lazy memo_E = new Lazy(() -> op_E());"), java);
    assertTrue(java.contains("Map.ofEntries(Map.entry(\"E\", List.of(\"F\"))),"), java);
  }

  @Test
  void compile_replaceableAction_runsTheOther() {
    assertMethod(
        "A(p) == x' = p /\\ y' = y\nB(p) == y' = p /\\ x' = x",
        "A <- B",
        "act_A",
        """
        private void act_A(State s, Successor n, Value p, Runnable k) {
          if (choice_A == 1) {
            act_B(s, n, p, k);
            return;
          }
          if (n.assign("Spec.tla:6:9", v_x, p)) {
            if (n.assign("Spec.tla:6:19", v_y, s.get(v_y))) {
              k.run();
              n.release(v_y);
            }
            n.release(v_x);
          }
        }
        """);
  }

  @Test
  void compile_operatorParameter_isPassedOn() {
    assertMethod(
        "E(F(_), p) == F(p)\nG(F(_), p) == F(F(p))",
        "E <- G",
        "op_E",
        """
        private Value op_E(Operator F, Value p) {
          if (choice_E == 1) {
            return op_G(F, p);
          }
          return F.apply(p);
        }
        """);
  }

  @Test
  void compile_sameSubstitutionTwice_isOne() {
    String java = compile("E == 1\nF == C", "E <- F, E <- F");
    assertTrue(java.contains("Map.entry(\"E\", List.of(\"F\"))"), java);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " ==> ",
      quoteCharacter = '`',
      textBlock =
          """
          E == 1 ==> E <- F ==> C.cfg:1:1: F: the spec defines no such operator
          F == 1 ==> E <- F ==> C.cfg:1:1: E: the spec defines no such operator
          F == 1 ==> x <- F ==> C.cfg:1:1: x: the spec defines no such operator
          F(p) == 1 ==> Nat <- F ==> C.cfg:1:1: Nat <- F: parameters differ, 0 and 1
          F == {n \\in Nat : n < 3} ==> Nat <- F ==> C.cfg:1:1: Nat <- F: the definition uses the constant
          F == 1 ==> UNION <- F ==> C.cfg:1:1: UNION: the spec defines no such operator
          E == 1 ==> E <- ForTlc ==> C.cfg:1:1: ForTlc is for TLC only
          `E(p) == 1\nF == 1` ==> E <- F ==> C.cfg:1:1: E <- F: parameters differ, [0] and []
          `E(p) == 1\nF(G(_)) == 1` ==> E <- F ==> C.cfg:1:1: E <- F: parameters differ, [0] and [1]
          `E == x' = 1\nF == x = 1` ==> E <- F ==> C.cfg:1:1: E <- F: only the first is an action
          E == 1 ==> E <- E ==> C.cfg:1:1: E <- E: the replacement uses the operator
          `E == 1\nF == E + 1` ==> E <- F ==> C.cfg:1:1: E <- F: the replacement uses the operator
          `E == 1\nG == {p \\in C : p = E}\nF == \\A q \\in G : q = 1` ==> E <- F ==> C.cfg:1:1: E <- F: the replacement uses the operator
          `E(p) == 1\nG(H(_)) == H(1)\nF(p) == G(E)` ==> E <- F ==> C.cfg:1:1: E <- F: the replacement uses the operator
          `E == 1\nF == 2\nG == 3` ==> E <- F, F <- G ==> C.cfg:1:1: F is replaced itself
          `E == 1\nF == x\nASSUME E = 1` ==> E <- F ==> Spec.tla:8:1: assumption over an operator whose replacement needs a state
          """)
  void compile_senselessSubstitution_isRefused(String tla, String lines, String expected) {
    String definitions = tla.replace("\\n", "\n");
    CompileException refused =
        assertThrows(CompileException.class, () -> compile(definitions, lines));
    assertTrue(refused.getMessage().startsWith(expected), refused.getMessage());
  }

  @Test
  void compile_recursiveReplacement_isNoReasonToRefuse() {
    String java =
        compile("E(p) == 1\nRECURSIVE F(_)\nF(p) == IF p = 0 THEN 1 ELSE F(p - 1)", "E <- F");
    assertTrue(java.contains("return op_F(p);"), java);
  }
}

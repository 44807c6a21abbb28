package org.spaprtce.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pins the Java of primed expressions, of {@code UNCHANGED} as a test, and of names under both. */
class PrimeCodeTest {
  @TempDir Path folder;

  private void assertMethod(String definitions, String method, String expected) {
    assertEquals(expected, Fixture.method(Fixture.compile(folder, definitions), method));
  }

  private void assertRefused(String definitions, String expected) {
    CompileException refused =
        assertThrows(CompileException.class, () -> Fixture.compile(folder, definitions));
    assertTrue(refused.getMessage().startsWith(expected), refused.getMessage());
  }

  @Test
  void compile_unchangedAsATest_isAskedOfBothStates() {
    assertMethod(
        """
        A == x' = 1 /\\ (UNCHANGED y => x = 1)
        """,
        "act_A",
        """
        private void act_A(State s, Successor n, Runnable k) {
          if (n.assign("Spec.tla:5:6", v_x, INT_1)) {
            if ((!n.unchanged("Spec.tla:5:17", s, v_y) || Logic.equal("Spec.tla:5:32", s.get(v_x), INT_1))) {
              k.run();
            }
            n.release(v_x);
          }
        }
        """);
  }

  @Test
  void compile_unchangedExpression_isComparedBesideTheVariables() {
    assertMethod(
        """
        A == x' = 1 /\\ ~UNCHANGED <<x, y, x + 1>>
        """,
        "act_A",
        """
        private void act_A(State s, Successor n, Runnable k) {
          if (n.assign("Spec.tla:5:6", v_x, INT_1)) {
            if (!(
                n.unchanged("Spec.tla:5:17", s, v_x, v_y)
                && Logic.equal(
                    "Spec.tla:5:35",
                    Arithmetic.plus("Spec.tla:5:35", n.soFar().get(v_x), INT_1),
                    Arithmetic.plus("Spec.tla:5:35", s.get(v_x), INT_1)))) {
              k.run();
            }
            n.release(v_x);
          }
        }
        """);
  }

  @Test
  void compile_unchangedExpressionAlone_isCompared() {
    assertMethod(
        """
        A == x' = 1 /\\ (UNCHANGED (x + C) \\/ TRUE)
        """,
        "act_A",
        """
        private void act_A(State s, Successor n, Runnable k) {
          if (n.assign("Spec.tla:5:6", v_x, INT_1)) {
            if (Logic.equal(
                "Spec.tla:5:28",
                Arithmetic.plus("Spec.tla:5:28", n.soFar().get(v_x), c_C),
                Arithmetic.plus("Spec.tla:5:28", s.get(v_x), c_C))) {
              k.run();
            }
            if (true) {
              k.run();
            }
            n.release(v_x);
          }
        }
        """);
  }

  @Test
  void compile_actionAsATest_isGivenBothStates() {
    assertMethod(
        """
        E == x' = 1
        A(p) == ~E /\\ x' = p
        """,
        "act_A",
        """
        private void act_A(State s, Successor n, Value p, Runnable k) {
          if (!op_E(s, n)) {
            if (n.assign("Spec.tla:6:15", v_x, p)) {
              k.run();
              n.release(v_x);
            }
          }
        }
        """);
  }

  @Test
  void compile_actionAsATest_asksForTheNextState() {
    assertMethod(
        """
        E == x' = 1
        A(p) == ~E /\\ x' = p
        """,
        "op_E",
        """
        private boolean op_E(State s, Successor n) {
          return Logic.equal("Spec.tla:5:6", n.primed("Spec.tla:5:6", v_x), INT_1);
        }
        """);
  }

  @Test
  void compile_namesOfAQuantifier_areTheSameUnderAPrime() {
    assertMethod(
        """
        A(p) == /\\ \\A q \\in C : (x + q)' = p
                /\\ \\E <<q, r>> \\in C : (x + q)' = r /\\ x' = 1
        """,
        "act_A",
        """
        private void act_A(State s, Successor n, Value p, Runnable k) {
          if (Logic.forAll(
              "Spec.tla:5:12",
              c_C,
              q -> Logic.equal("Spec.tla:5:25", Arithmetic.plus("Spec.tla:5:26", n.soFar().get(v_x), q), p))) {
            for (final Value tuple : Sets.elements("Spec.tla:6:12", c_C)) {
              if (Logic.equal(
                  "Spec.tla:6:32",
                  Arithmetic.plus("Spec.tla:6:33", n.soFar().get(v_x), Functions.item("Spec.tla:6:37", tuple, 1, 2)),
                  Functions.item("Spec.tla:6:43", tuple, 2, 2))) {
                if (n.assign("Spec.tla:6:48", v_x, INT_1)) {
                  k.run();
                  n.release(v_x);
                }
              }
            }
          }
        }
        """);
  }

  @Test
  void compile_argumentThatIsConstant_isTheSameUnderAPrime() {
    assertMethod(
        """
        K(F(_), c, d) == (x + c)' = F(d)
        A == K(LAMBDA r : r, 1, y)
        """,
        "act_A",
        """
        private void act_A(State s, Successor n, Runnable k) {
          final Operator F = args -> args[0];
          if (Logic.equal(
              "Spec.tla:5:18",
              Arithmetic.plus("Spec.tla:5:19", n.soFar().get(v_x), INT_1),
              F.apply(s.get(v_y)))) {
            k.run();
          }
        }
        """);
  }

  @Test
  void compile_operatorWithAnOperator_isExpandedUnderAPrime() {
    assertMethod(
        """
        A == LET F(G(_)) == G(x) IN F(LAMBDA r : r + 1)' = 1
        """,
        "act_A",
        """
        private void act_A(State s, Successor n, Runnable k) {
          if (Logic.equal(
              "Spec.tla:5:29",
              Lazy.in(
                  () -> {
                    final Operator G = args -> Arithmetic.plus("Spec.tla:5:42", args[0], INT_1);
                    return G.apply(n.soFar().get(v_x));
                  }),
              INT_1)) {
            k.run();
          }
        }
        """);
  }

  @Test
  void compile_primeOnTheRight_isATest() {
    assertMethod(
        """
        A == 1 = x' /\\ 1 \\in x'
        """,
        "act_A",
        """
        private void act_A(State s, Successor n, Runnable k) {
          if (Logic.equal("Spec.tla:5:6", INT_1, n.primed("Spec.tla:5:10", v_x))) {
            if (Sets.in("Spec.tla:5:16", INT_1, n.primed("Spec.tla:5:22", v_x))) {
              k.run();
            }
          }
        }
        """);
  }

  @Test
  void compile_appliedParameter_isATest() {
    assertMethod(
        """
        O(F(_)) == x' = 2 /\\ F(x)
        A == O(LAMBDA r : r = 1)
        """,
        "act_A",
        """
        private void act_A(State s, Successor n, Runnable k) {
          final Operator F = args -> Values.bool(Logic.equal("Spec.tla:6:19", args[0], INT_1));
          if (n.assign("Spec.tla:5:12", v_x, INT_2)) {
            if (Logic.truth("Spec.tla:5:22", F.apply(s.get(v_x)))) {
              k.run();
            }
            n.release(v_x);
          }
        }
        """);
  }

  @Test
  void compile_argumentsOfAnExpandedAction_areComputedWhereTheyStandOrLate() {
    assertMethod(
        """
        R(F(_), a, b, c, d, e, f, g) == x' = F(<<a, b, c, d, e, f>>) /\\ y' = g
        A(p) == R(LAMBDA r : r, x, C, p, 1, "s", TRUE, x + 1)
        """,
        "act_A",
        """
        private void act_A(State s, Successor n, Value p, Runnable k) {
          final Operator F = args -> args[0];
          final Lazy g = new Lazy(() -> Arithmetic.plus("Spec.tla:6:48", s.get(v_x), INT_1));
          if (n.assign(
              "Spec.tla:5:33",
              v_x,
              F.apply(Functions.tupleOf("Spec.tla:5:40", s.get(v_x), c_C, p, INT_1, STR_s, Values.bool(true))))) {
            if (n.assign("Spec.tla:5:65", v_y, g.get())) {
              k.run();
              n.release(v_y);
            }
            n.release(v_x);
          }
        }
        """);
  }

  @Test
  void compile_letInNext_isDeclaredBeforeItsTransitions() {
    assertMethod(
        """
        Put(p) == x' = p /\\ y' = p
        Next == LET q == x + 1 IN Put(q) \\/ Put(q + 1)
        """,
        "next_Next",
        """
        private void next_Next(State s, Successor n, Runnable k) {
          final Value q = Arithmetic.plus("Spec.tla:6:18", s.get(v_x), INT_1);
          next_Put(s, n, q, k);
          next_Put(s, n, Arithmetic.plus("Spec.tla:6:41", q, INT_1), k);
        }
        """);
  }

  @Test
  void compile_valueOfThisState_isRefusedUnderAPrime() {
    String operator = "K(F(_), c) == (x + c)' = F(1)\n";
    assertRefused(operator + "A(p) == K(LAMBDA r : r, p)", "Spec.tla:5:20: prime of c, whose");
    assertRefused(
        operator + "A == LET q == x + 1 IN K(LAMBDA r : r, q)", "Spec.tla:6:40: prime of q, whose");
    assertRefused("A == LET q == x IN (x + q)' = 1", "Spec.tla:5:25: prime of q, whose");
    assertRefused("A(F(_)) == F(x)' = 1\nB == A(LAMBDA r : r)", "Spec.tla:5:12: prime of F, whose");
    assertRefused("B == y' = SelectSeq(x, LAMBDA r : r' = 1)", "Spec.tla:5:35: prime of r, whose");
    assertRefused(
        "A == LET q == x F(G(_)) == G(q) IN F(LAMBDA r : r)' = 1",
        "Spec.tla:5:30: prime of q, whose");
  }

  @Test
  void compile_valueOfThisStateInAnExpandedOperator_isFineWithoutAPrime() {
    String java =
        Fixture.compile(folder, "A == LET q == x F(G(_)) == G(q) IN F(LAMBDA r : r) = x'");
    assertTrue(Fixture.method(java, "act_A").contains("return G.apply(q);"), java);
  }
}

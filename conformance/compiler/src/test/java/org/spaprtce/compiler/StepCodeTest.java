package org.spaprtce.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pins the Java of first states and steps. */
class StepCodeTest {
  @TempDir Path folder;

  private void assertMethod(String definitions, String method, String expected) {
    assertEquals(expected, Fixture.method(Fixture.compile(folder, definitions), method));
  }

  @Test
  void compile_definitionNeededByTheFirstOfSeveralSteps_isEvaluatedAtOnce() {
    assertMethod(
        """
        A(p) == LET q == p + 1
                    r == p - 1
                IN  /\\ q > 0
                    /\\ x' = r
                    /\\ y' = q
        """,
        "act_A",
        """
        private void act_A(State s, Successor n, Value p, Runnable k) {
          final Value q = Arithmetic.plus("Spec.tla:5:18", p, INT_1);
          final Lazy r = new Lazy(() -> Arithmetic.minus("Spec.tla:6:18", p, INT_1));
          if (Arithmetic.greater("Spec.tla:7:16", q, INT_0)) {
            if (n.assign("Spec.tla:8:16", v_x, r.get())) {
              if (n.assign("Spec.tla:9:16", v_y, q)) {
                k.run();
                n.release(v_y);
              }
              n.release(v_x);
            }
          }
        }
        """);
  }

  @Test
  void compile_action_continuesAfterEachAssignment() {
    assertMethod(
        "A(p) == /\\ x > 0 /\\ x' = p /\\ UNCHANGED y",
        "act_A",
        """
        private void act_A(State s, Successor n, Value p, Runnable k) {
          if (Arithmetic.greater("Spec.tla:5:12", s.get(v_x), INT_0)) {
            if (n.assign("Spec.tla:5:21", v_x, p)) {
              if (n.keep("Spec.tla:5:31", s, KEEP)) {
                k.run();
                n.release(KEEP);
              }
              n.release(v_x);
            }
          }
        }
        """);
  }

  @Test
  void compile_disjunctionBeforeMore_sharesTheRest() {
    assertMethod(
        "A == (x' = 1 \\/ x' \\in {2}) /\\ y' = x'",
        "act_A",
        """
        private void act_A(State s, Successor n, Runnable k) {
          final Runnable rest = () -> {
            if (n.assign("Spec.tla:5:32", v_y, n.primed("Spec.tla:5:37", v_x))) {
              k.run();
              n.release(v_y);
            }
          };
          if (n.assign("Spec.tla:5:7", v_x, INT_1)) {
            rest.run();
            n.release(v_x);
          }
          n.assignIn("Spec.tla:5:17", v_x, SET, rest);
        }
        """);
  }

  @Test
  void compile_next_labelsBelowQuantifiersAndOperators() {
    String java =
        Fixture.compile(
            folder,
            """
            Do(p) == x' = p /\\ y' = y
            Stop == UNCHANGED <<x, y>>
            Next == \\/ \\E p \\in C : Do(p)
                    \\/ Stop
            """);
    assertTrue(Fixture.method(java, "next_Do").contains("n.label(\"Do\", p);"), java);
    assertTrue(Fixture.method(java, "next_Stop").contains("n.label(\"Stop\");"), java);
    assertFalse(Fixture.method(java, "next_Next").contains("n.label"), java);
    assertTrue(
        java.contains(
            "next(List.of(\"Do\", \"Stop\", \"Next\"), (s, n, a, k) -> next_Next(s, n, k));"),
        java);
  }

  @Test
  void compile_init_assignsUnprimedVariables() {
    assertMethod(
        """
        Init == x = 0 /\\ y \\in {x, 1}
        """,
        "init_Init",
        """
        private void init_Init(Successor n, Runnable k) {
          if (n.assign("Spec.tla:5:9", v_x, INT_0)) {
            n.assignIn("Spec.tla:5:18", v_y, Sets.of("Spec.tla:5:24", n.soFar().get(v_x), INT_1), k);
            n.release(v_x);
          }
        }
        """);
  }

  @Test
  void compile_productOverAVariable_needsTheState() {
    String java = Fixture.compile(folder, "E == 2 * x\nF == 2 * x' = y");
    assertTrue(java.contains("private Value op_E(State s)"), java);
    assertTrue(java.contains("private void act_F(State s, Successor n, Runnable k)"), java);
  }

  @Test
  void compile_operatorExpandedInNext_namesItsTransitionByItsValues() {
    assertMethod(
        """
        Do(F(_), p) == x' = F(p) /\\ y' = p
        Next == (\\E p \\in C : Do(LAMBDA q : q + 1, p)) \\/ Do(LAMBDA q : q, x + 1)
        """,
        "next_Next",
        """
        private void next_Next(State s, Successor n, Runnable k) {
          for (final Value p : Sets.elements("Spec.tla:6:10", c_C)) {
            final Value p_2 = p;
            final Operator F = args -> Arithmetic.plus("Spec.tla:6:37", args[0], INT_1);
            n.label("Do", p_2);
            if (n.assign("Spec.tla:5:16", v_x, F.apply(p))) {
              if (n.assign("Spec.tla:5:29", v_y, p)) {
                k.run();
                n.release(v_y);
              }
              n.release(v_x);
            }
          }
          final Value p_3 = Arithmetic.plus("Spec.tla:6:68", s.get(v_x), INT_1);
          final Operator F_2 = args_2 -> args_2[0];
          final Value p_4 = Arithmetic.plus("Spec.tla:6:68", s.get(v_x), INT_1);
          n.label("Do", p_3);
          if (n.assign("Spec.tla:5:16", v_x, F_2.apply(p_4))) {
            if (n.assign("Spec.tla:5:29", v_y, p_4)) {
              k.run();
              n.release(v_y);
            }
            n.release(v_x);
          }
        }
        """);
  }
}

package org.spaprtce.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pins the Java of the forms of steps. */
class StepCodeTest {
  @TempDir Path folder;

  private void assertMethod(String definitions, String method, String expected) {
    assertEquals(expected, Fixture.method(Fixture.compile(folder, definitions), method));
  }

  @Test
  void compile_caseWithoutOther_failsAtItsEnd() {
    assertMethod(
        "A(p) == CASE p = 1 -> UNCHANGED <<x, y>> [] p = 2 -> x' = 1 /\\ y' = 2",
        "act_A",
        """
        private void act_A(State s, Successor n, Value p, Runnable k) {
          if (Logic.equal("Spec.tla:5:14", p, INT_1)) {
            if (n.keep("Spec.tla:5:23", s, KEEP)) {
              k.run();
              n.release(KEEP);
            }
          } else if (Logic.equal("Spec.tla:5:45", p, INT_2)) {
            if (n.assign("Spec.tla:5:54", v_x, INT_1)) {
              if (n.assign("Spec.tla:5:64", v_y, INT_2)) {
                k.run();
                n.release(v_y);
              }
              n.release(v_x);
            }
          } else {
            Logic.noCase("Spec.tla:5:9");
          }
        }
        """);
  }

  @Test
  void compile_choiceBeforeMore_sharesTheRest() {
    assertMethod(
        "A(p) == (CASE p = 1 -> x' = 1 [] OTHER -> x' = 2) /\\ y' = x'",
        "act_A",
        """
        private void act_A(State s, Successor n, Value p, Runnable k) {
          final Runnable rest = () -> {
            if (n.assign("Spec.tla:5:54", v_y, n.primed("Spec.tla:5:59", v_x))) {
              k.run();
              n.release(v_y);
            }
          };
          if (Logic.equal("Spec.tla:5:15", p, INT_1)) {
            if (n.assign("Spec.tla:5:24", v_x, INT_1)) {
              rest.run();
              n.release(v_x);
            }
          } else {
            if (n.assign("Spec.tla:5:43", v_x, INT_2)) {
              rest.run();
              n.release(v_x);
            }
          }
        }
        """);
  }

  @Test
  void compile_branchBeforeMore_sharesTheRest() {
    assertMethod(
        "A(p) == (IF p = 1 THEN x' = 1 ELSE x' = 2) /\\ y' = x'",
        "act_A",
        """
        private void act_A(State s, Successor n, Value p, Runnable k) {
          final Runnable rest = () -> {
            if (n.assign("Spec.tla:5:47", v_y, n.primed("Spec.tla:5:52", v_x))) {
              k.run();
              n.release(v_y);
            }
          };
          if (Logic.equal("Spec.tla:5:13", p, INT_1)) {
            if (n.assign("Spec.tla:5:24", v_x, INT_1)) {
              rest.run();
              n.release(v_x);
            }
          } else {
            if (n.assign("Spec.tla:5:36", v_x, INT_2)) {
              rest.run();
              n.release(v_x);
            }
          }
        }
        """);
  }

  @Test
  void compile_letInAStep_isDeclaredBeforeIt() {
    assertMethod(
        """
        A(p) == LET q == p + 1
                    F(r) == r + q
                IN  x' = F(q) /\\ y' = q
        """,
        "act_A",
        """
        private void act_A(State s, Successor n, Value p, Runnable k) {
          final Value q = Arithmetic.plus("Spec.tla:5:18", p, INT_1);
          final Operator F = args -> Arithmetic.plus("Spec.tla:6:21", args[0], q);
          if (n.assign("Spec.tla:7:13", v_x, F.apply(q))) {
            if (n.assign("Spec.tla:7:26", v_y, q)) {
              k.run();
              n.release(v_y);
            }
            n.release(v_x);
          }
        }
        """);
  }

  @Test
  void compile_expandedTransition_isNamedByItsValues() {
    assertMethod(
        """
        Set(F(_), p) == x' = F(p) /\\ UNCHANGED y
        Next == \\E q \\in C : Set(LAMBDA r : r * 2, q + 1)
        """,
        "next_Next",
        """
        private void next_Next(State s, Successor n, Runnable k) {
          for (final Value q : Sets.elements("Spec.tla:6:9", c_C)) {
            final Value p = Arithmetic.plus("Spec.tla:6:44", q, INT_1);
            final Operator F = args -> Arithmetic.times("Spec.tla:6:37", args[0], INT_2);
            final Value p_2 = Arithmetic.plus("Spec.tla:6:44", q, INT_1);
            n.label("Set", p);
            if (n.assign("Spec.tla:5:17", v_x, F.apply(p_2))) {
              if (n.keep("Spec.tla:5:30", s, KEEP)) {
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
  void compile_appliedAction_isGivenItsArgumentsAndTheRest() {
    assertMethod(
        "Put(p) == x' = p\nA(p) == Put(p + 1) /\\ y' = p /\\ Put(x')",
        "act_A",
        """
        private void act_A(State s, Successor n, Value p, Runnable k) {
          act_Put(
              s,
              n,
              Arithmetic.plus("Spec.tla:6:13", p, INT_1),
              () -> {
                if (n.assign("Spec.tla:6:23", v_y, p)) {
                  act_Put(s, n, n.primed("Spec.tla:6:37", v_x), k);
                  n.release(v_y);
                }
              });
        }
        """);
  }
}

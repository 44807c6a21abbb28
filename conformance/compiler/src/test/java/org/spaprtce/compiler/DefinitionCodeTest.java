package org.spaprtce.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pins the Java of definitions. */
class DefinitionCodeTest {
  @TempDir Path folder;

  private void assertMethod(String definitions, String method, String expected) {
    assertEquals(expected, Fixture.method(Fixture.compile(folder, definitions), method));
  }

  @Test
  void compile_letAndIf_areStatements() {
    assertMethod(
        """
        E(p) == LET q == p + 1
                    F(r) == r * q
                IN  IF p < 0 THEN F(p) ELSE q
        """,
        "op_E",
        """
        private Value op_E(Value p) {
          final Lazy q = new Lazy(() -> Arithmetic.plus("Spec.tla:5:18", p, INT_1));
          if (Arithmetic.less("Spec.tla:7:16", p, INT_0)) {
            final Operator F = args -> Arithmetic.times("Spec.tla:6:21", args[0], q.get());
            return F.apply(p);
          }
          return q.get();
        }
        """);
  }

  @Test
  void compile_caseWithoutOther_failsAtItsEnd() {
    assertMethod(
        "E(p) == CASE p = 1 -> TRUE [] p = 2 -> FALSE",
        "op_E",
        """
        private boolean op_E(Value p) {
          if (Logic.equal("Spec.tla:5:14", p, INT_1)) {
            return true;
          }
          if (Logic.equal("Spec.tla:5:31", p, INT_2)) {
            return false;
          }
          return Logic.truth("Spec.tla:5:9", Logic.noCase("Spec.tla:5:9"));
        }
        """);
  }

  @Test
  void compile_exceptWithAt_passesTheOldValue() {
    assertMethod(
        "E(f) == [f EXCEPT !.a[1] = @ + 1]",
        "op_E",
        """
        private Value op_E(Value f) {
          return Functions.except(
              "Spec.tla:5:19",
              f,
              STR_a,
              INT_1,
              old -> Arithmetic.plus("Spec.tla:5:28", old, INT_1));
        }
        """);
  }

  @Test
  void compile_definitionsNeededInAnyCase_areEvaluatedAtOnce() {
    assertMethod(
        """
        E(p) == LET q == p + 1
                    r == q = 2
                    t == p \\div 0
                    u == 3
                IN  IF r THEN [a |-> q, b |-> u] ELSE [a |-> t, b |-> u]
        """,
        "op_E",
        """
        private Value op_E(Value p) {
          final Value q = Arithmetic.plus("Spec.tla:5:18", p, INT_1);
          final boolean r = Logic.equal("Spec.tla:6:18", q, INT_2);
          final Value u = INT_3;
          if (r) {
            return Functions.record("Spec.tla:9:23", SHAPE_4, q, u);
          }
          final Value t = Arithmetic.quotient("Spec.tla:7:18", p, INT_0);
          return Functions.record("Spec.tla:9:47", SHAPE_4, t, u);
        }
        """);
  }

  @Test
  void compile_definitionNeededInBothBranches_isEvaluatedAtOnce() {
    assertMethod(
        "E(p) == LET q == p + 1 IN IF p = 0 THEN q ELSE -q",
        "op_E",
        """
        private Value op_E(Value p) {
          final Value q = Arithmetic.plus("Spec.tla:5:18", p, INT_1);
          if (Logic.equal("Spec.tla:5:30", p, INT_0)) {
            return q;
          }
          return Arithmetic.negate("Spec.tla:5:48", q);
        }
        """);
  }

  @Test
  void compile_definitionsInsideANeededOne_standBeforeIt() {
    assertMethod(
        "E(p) == LET q == LET r == p + 1 IN r * r IN q + 1",
        "op_E",
        """
        private Value op_E(Value p) {
          final Value r = Arithmetic.plus("Spec.tla:5:27", p, INT_1);
          final Value q = Arithmetic.times("Spec.tla:5:36", r, r);
          return Arithmetic.plus("Spec.tla:5:45", q, INT_1);
        }
        """);
  }

  @Test
  void compile_boundsOverOneSet_evaluateItOnce() {
    assertMethod(
        "E(S) == \\A p, q \\in S \\ {0} : p = q",
        "op_E",
        """
        private boolean op_E(Value S) {
          final Value bound = Sets.difference("Spec.tla:5:21", S, SET);
          return loop_E_1(bound, bound);
        }
        private boolean loop_E_2(Value set, Value p) {
          final FiniteSet all = Sets.elements("Spec.tla:5:9", set);
          for (int i = 0; i < all.size(); i++) {
            final Value q = all.get(i);
            if (!Logic.equal("Spec.tla:5:31", p, q)) {
              return false;
            }
          }
          return true;
        }
        private boolean loop_E_1(Value set, Value bound) {
          final FiniteSet all = Sets.elements("Spec.tla:5:9", set);
          for (int i = 0; i < all.size(); i++) {
            final Value p = all.get(i);
            if (!loop_E_2(bound, p)) {
              return false;
            }
          }
          return true;
        }
        """);
  }

  @Test
  void compile_sameTextTwice_givesSameClass() {
    String definitions = "A == x' = 1\nF(p) == p\nE == F(1)";
    assertEquals(Fixture.compile(folder, definitions), Fixture.compile(folder, definitions));
  }

  @Test
  void compile_javaWordsAsNames_areRenamed() {
    assertMethod(
        "E(new, s) == <<new, s>>",
        "op_E",
        """
        private Value op_E(Value new_2, Value s_2) {
          return Functions.tupleOf("Spec.tla:5:14", new_2, s_2);
        }
        """);
  }

  @Test
  void compile_namesOfFieldsAndClasses_areNotHidden() {
    assertMethod(
        "E(Sets, v_x) == \\E c_C \\in Sets : c_C = C /\\ v_x = c_C",
        "op_E",
        """
        private boolean op_E(Value local_Sets, Value local_v_x) {
          return loop_E_1(local_Sets, local_v_x);
        }
        private boolean loop_E_1(Value set, Value local_v_x) {
          final FiniteSet all = Sets.elements("Spec.tla:5:17", set);
          for (int i = 0; i < all.size(); i++) {
            final Value local_c_C = all.get(i);
            if ((
                Logic.equal("Spec.tla:5:35", local_c_C, c_C)
                && Logic.equal("Spec.tla:5:46", local_v_x, local_c_C))) {
              return true;
            }
          }
          return false;
        }
        """);
  }

  @Test
  void compile_letInsideAnExpression_isALambda() {
    assertMethod(
        """
        E(p) == /\\ LET q == p IN q = 1
                /\\ x = {r \\in C : LET q == p IN q = r}
                /\\ x = Len(LET q == p IN <<q>>)
        """,
        "eval_E",
        """
        private boolean eval_E(State s, Value p) {
          return (
              Logic.in(
                  () -> {
                    final Value q = p;
                    return Logic.equal("Spec.tla:5:26", q, INT_1);
                  })
              && Logic.equal(
                  "Spec.tla:6:12",
                  s.get(v_x),
                  Sets.filter(
                      "Spec.tla:6:16",
                      c_C,
                      r -> {
                        final Value q_2 = p;
                        return Logic.equal("Spec.tla:6:41", q_2, r);
                      }))
              && Logic.equal(
                  "Spec.tla:7:12",
                  s.get(v_x),
                  Sequences.length(
                      "Spec.tla:7:16",
                      Lazy.in(
                          () -> {
                            final Value q_3 = p;
                            return Functions.tupleOf("Spec.tla:7:34", q_3);
                          }))));
        }
        """);
  }

  @Test
  void compile_boundsOverNames_areNotComputed() {
    assertMethod(
        """
        E(S) == LET T == S \\cup S
                IN  \\A a, b \\in T : \\A c, d \\in S : \\A e, f \\in x : \\A g, h \\in C, i \\in Nat : TRUE
        """,
        "eval_E",
        """
        private boolean eval_E(State s, Value S) {
          final Value T = Sets.union("Spec.tla:5:18", S, S);
          return loop_E_1(s, T, T, S);
        }
        private boolean loop_E_9(Value set) {
          final FiniteSet all = Sets.elements("Spec.tla:6:61", set);
          for (int i = 0; i < all.size(); i++) {
            final Value i_2 = all.get(i);
            if (!true) {
              return false;
            }
          }
          return true;
        }
        private boolean loop_E_8(Value set) {
          final FiniteSet all = Sets.elements("Spec.tla:6:61", set);
          for (int i = 0; i < all.size(); i++) {
            final Value h = all.get(i);
            if (!loop_E_9(Sets.NAT)) {
              return false;
            }
          }
          return true;
        }
        private boolean loop_E_7(Value set) {
          final FiniteSet all = Sets.elements("Spec.tla:6:61", set);
          for (int i = 0; i < all.size(); i++) {
            final Value g = all.get(i);
            if (!loop_E_8(c_C)) {
              return false;
            }
          }
          return true;
        }
        private boolean loop_E_6(Value set) {
          final FiniteSet all = Sets.elements("Spec.tla:6:45", set);
          for (int i = 0; i < all.size(); i++) {
            final Value f = all.get(i);
            if (!loop_E_7(c_C)) {
              return false;
            }
          }
          return true;
        }
        private boolean loop_E_5(State s, Value set) {
          final FiniteSet all = Sets.elements("Spec.tla:6:45", set);
          for (int i = 0; i < all.size(); i++) {
            final Value e = all.get(i);
            if (!loop_E_6(s.get(v_x))) {
              return false;
            }
          }
          return true;
        }
        private boolean loop_E_4(State s, Value set) {
          final FiniteSet all = Sets.elements("Spec.tla:6:29", set);
          for (int i = 0; i < all.size(); i++) {
            final Value d = all.get(i);
            if (!loop_E_5(s, s.get(v_x))) {
              return false;
            }
          }
          return true;
        }
        private boolean loop_E_3(State s, Value set, Value S) {
          final FiniteSet all = Sets.elements("Spec.tla:6:29", set);
          for (int i = 0; i < all.size(); i++) {
            final Value c = all.get(i);
            if (!loop_E_4(s, S)) {
              return false;
            }
          }
          return true;
        }
        private boolean loop_E_2(State s, Value set, Value S) {
          final FiniteSet all = Sets.elements("Spec.tla:6:13", set);
          for (int i = 0; i < all.size(); i++) {
            final Value b = all.get(i);
            if (!loop_E_3(s, S, S)) {
              return false;
            }
          }
          return true;
        }
        private boolean loop_E_1(State s, Value set, Value T, Value S) {
          final FiniteSet all = Sets.elements("Spec.tla:6:13", set);
          for (int i = 0; i < all.size(); i++) {
            final Value a_2 = all.get(i);
            if (!loop_E_2(s, T, S)) {
              return false;
            }
          }
          return true;
        }
        """);
  }
}

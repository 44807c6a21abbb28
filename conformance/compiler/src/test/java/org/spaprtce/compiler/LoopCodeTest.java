package org.spaprtce.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pins the Java of loops over sets, of definitions in branches, and of shorter forms. */
class LoopCodeTest {
  @TempDir Path folder;

  private String method(String definitions, String method) {
    return Fixture.method(Fixture.compile(folder, definitions), method);
  }

  private void assertMethod(String definitions, String method, String expected) {
    assertEquals(expected, method(definitions, method));
  }

  @Test
  void compile_filterOfALargeSet_isLeftToTheRuntime() {
    assertMethod(
        "E(S, p) == {r \\in S : r.a = p}",
        "op_E",
        """
        private Value op_E(Value S, Value p) {
          return loop_E_1(S, p);
        }
        private Value loop_E_1(Value set, Value p) {
          if (!Sets.isSmall(set)) {
            return Sets.filter(
                "Spec.tla:5:12",
                set,
                r -> Logic.equal("Spec.tla:5:23", Functions.field("Spec.tla:5:23", r, F_a), p),
                INDEX,
                () -> new Value[][] {new Value[] {p}});
          }
          final FiniteSet all = Sets.elements("Spec.tla:5:12", set);
          long kept = 0;
          for (int i = 0; i < all.size(); i++) {
            final Value r = all.get(i);
            if (Logic.equal("Spec.tla:5:23", Functions.field("Spec.tla:5:23", r, F_a), p)) {
              kept |= 1L << i;
            }
          }
          return all.only(kept);
        }
        """);
  }

  @Test
  void compile_filterThatNoIndexServes_countsBits() {
    assertMethod(
        "E(S, p) == {r \\in S : p[r] = x}",
        "eval_E",
        """
        private Value eval_E(State s, Value S, Value p) {
          return loop_E_1(s, S, p);
        }
        private Value loop_E_1(State s, Value set, Value p) {
          if (!Sets.isShort(set)) {
            return Sets.filter(
                "Spec.tla:5:12",
                set,
                r -> Logic.equal("Spec.tla:5:23", Functions.apply("Spec.tla:5:23", p, r), s.get(v_x)));
          }
          final FiniteSet all = Sets.elements("Spec.tla:5:12", set);
          long kept = 0;
          for (int i = 0; i < all.size(); i++) {
            final Value r = all.get(i);
            if (Logic.equal("Spec.tla:5:23", Functions.apply("Spec.tla:5:23", p, r), s.get(v_x))) {
              kept |= 1L << i;
            }
          }
          return all.only(kept);
        }
        """);
  }

  @Test
  void compile_bodyThatNeedsADeferredDefinition_isGivenIt() {
    assertMethod(
        "E(S, p) == LET q == p \\div 0 b == p = 1 F(r) == r IN b \\/ \\A r \\in S : r = q /\\ b /\\ F(r) = 1",
        "op_E",
        """
        private boolean op_E(Value S, Value p) {
          final Lazy q = new Lazy(() -> Arithmetic.quotient("Spec.tla:5:21", p, INT_0));
          final boolean b = Logic.equal("Spec.tla:5:35", p, INT_1);
          final Operator F = args -> args[0];
          return (b || loop_E_1(S, q, b, F));
        }
        private boolean loop_E_1(Value set, Lazy q, boolean b, Operator F) {
          final FiniteSet all = Sets.elements("Spec.tla:5:59", set);
          for (int i = 0; i < all.size(); i++) {
            final Value r = all.get(i);
            if (!(
                Logic.equal("Spec.tla:5:72", r, q.get())
                && b
                && Logic.equal("Spec.tla:5:86", F.apply(r), INT_1))) {
              return false;
            }
          }
          return true;
        }
        """);
  }

  @Test
  void compile_bodyThatBeginsWithDefinitions_isALambda() {
    String java = method("E(S) == {LET q == r + 1 IN q * q : r \\in S}", "op_E");
    assertTrue(java.contains("Sets.map("), java);
    assertFalse(java.contains("loop_"), java);
  }

  @Test
  void compile_bodyOverTheNextState_isALambda() {
    String java = method("A == (\\E r \\in C : x' = r) /\\ y' = {r \\in C : r = x'}", "act_A");
    assertTrue(java.contains("Sets.filter("), java);
    assertFalse(java.contains("loop_"), java);
  }

  @Test
  void compile_bodyOverTheStateInInit_isALambda() {
    String java = method("Init == x = 1 /\\ y = {r \\in C : r = x}", "init_Init");
    assertTrue(java.contains("Sets.filter("), java);
    assertFalse(java.contains("loop_"), java);
  }

  @Test
  void compile_definitionsOfOneBranch_standInIt() {
    assertMethod(
        "E(p) == LET q == 1 \\div p r == q + 1 t == p + 1 IN IF p = 0 THEN t ELSE r * q",
        "op_E",
        """
        private Value op_E(Value p) {
          if (Logic.equal("Spec.tla:5:55", p, INT_0)) {
            final Value t = Arithmetic.plus("Spec.tla:5:43", p, INT_1);
            return t;
          }
          final Value q = Arithmetic.quotient("Spec.tla:5:18", INT_1, p);
          final Value r = Arithmetic.plus("Spec.tla:5:32", q, INT_1);
          return Arithmetic.times("Spec.tla:5:73", r, q);
        }
        """);
  }

  @Test
  void compile_definitionsOfOneArm_standInIt() {
    assertMethod(
        "E(p) == LET q == 1 \\div p r == p + 1 IN CASE p = 0 -> 0 [] p = r -> q [] OTHER -> r",
        "op_E",
        """
        private Value op_E(Value p) {
          final Lazy r = new Lazy(() -> Arithmetic.plus("Spec.tla:5:32", p, INT_1));
          if (Logic.equal("Spec.tla:5:46", p, INT_0)) {
            return INT_0;
          }
          if (Logic.equal("Spec.tla:5:60", p, r.get())) {
            final Value q = Arithmetic.quotient("Spec.tla:5:18", INT_1, p);
            return q;
          }
          return r.get();
        }
        """);
  }

  @Test
  void compile_definitionsOfOneStep_standInIt() {
    assertMethod(
        "A(p) == LET q == 1 \\div p r == p + 1 IN IF p = 0 THEN x' = r /\\ y' = r ELSE x' = q /\\ y' = q",
        "act_A",
        """
        private void act_A(State s, Successor n, Value p, Runnable k) {
          if (Logic.equal("Spec.tla:5:44", p, INT_0)) {
            final Value r = Arithmetic.plus("Spec.tla:5:32", p, INT_1);
            if (n.assign("Spec.tla:5:55", v_x, r)) {
              if (n.assign("Spec.tla:5:65", v_y, r)) {
                k.run();
                n.release(v_y);
              }
              n.release(v_x);
            }
          } else {
            final Value q = Arithmetic.quotient("Spec.tla:5:18", INT_1, p);
            if (n.assign("Spec.tla:5:77", v_x, q)) {
              if (n.assign("Spec.tla:5:87", v_y, q)) {
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
  void compile_definitionsThatApplyThemselves_stay() {
    String java =
        method(
            "E(p) == LET RECURSIVE F(_) F(r) == IF r = 0 THEN 0 ELSE F(r - 1) q == F(p)\n"
                + "        IN IF p = 0 THEN 1 ELSE q",
            "op_E");
    assertTrue(java.contains("final Lazy q = new Lazy(() -> F[0].apply(p));"), java);
  }

  @Test
  void compile_caseOfStrings_isASwitch() {
    assertMethod(
        "E(p) == CASE p.a = \"s\" -> 1 [] p.a = \"t\" -> p [] p.a = \"u\" -> 3",
        "op_E",
        """
        private Value op_E(Value p) {
          switch (Logic.text("Spec.tla:5:14", Functions.field("Spec.tla:5:14", p, F_a), STR_s)) {
            case "s" -> {
              return INT_1;
            }
            case "t" -> {
              return p;
            }
            case "u" -> {
              return INT_3;
            }
            default -> {
              return Logic.noCase("Spec.tla:5:9");
            }
          }
        }
        """);
  }

  @Test
  void compile_stepsByStrings_areASwitch() {
    assertMethod(
        "A(p) == CASE p = \"s\" -> x' = 1 /\\ y' = 1 [] p = \"t\" -> UNCHANGED <<x, y>> [] p = \"u\" -> x' = 2 /\\ y' = 2",
        "act_A",
        """
        private void act_A(State s, Successor n, Value p, Runnable k) {
          switch (Logic.text("Spec.tla:5:14", p, STR_s)) {
            case "s" -> {
              if (n.assign("Spec.tla:5:25", v_x, INT_1)) {
                if (n.assign("Spec.tla:5:35", v_y, INT_1)) {
                  k.run();
                  n.release(v_y);
                }
                n.release(v_x);
              }
            }
            case "t" -> {
              if (n.keep("Spec.tla:5:56", s, KEEP)) {
                k.run();
                n.release(KEEP);
              }
            }
            case "u" -> {
              if (n.assign("Spec.tla:5:89", v_x, INT_2)) {
                if (n.assign("Spec.tla:5:99", v_y, INT_2)) {
                  k.run();
                  n.release(v_y);
                }
                n.release(v_x);
              }
            }
            default -> {
              Logic.noCase("Spec.tla:5:9");
            }
          }
        }
        """);
  }

  @Test
  void compile_otherCases_areNoSwitch() {
    for (String cases :
        new String[] {
          "p = \"s\" -> 1 [] p = \"t\" -> 2",
          "p = \"s\" -> 1 [] p = \"t\" -> 2 [] p = \"s\" -> 3",
          "p = \"s\" -> 1 [] q = \"t\" -> 2 [] p = \"u\" -> 3",
          "p.a = \"s\" -> 1 [] p.b = \"t\" -> 2 [] p.a = \"u\" -> 3",
          "p = 1 -> 1 [] p = 2 -> 2 [] p = 3 -> 3",
          "p + 1 = \"s\" -> 1 [] p + 1 = \"t\" -> 2 [] p + 1 = \"u\" -> 3",
        }) {
      String java = method("E(p, q) == CASE " + cases, "op_E");
      assertFalse(java.contains("switch"), java);
    }
  }

  @Test
  void compile_comparisonWithTheEmptySet_asksForElements() {
    String java = method("E(S) == S = {} /\\ S \\cup S # {} /\\ {} = S", "op_E");
    assertTrue(java.contains("Sets.isEmpty(\"Spec.tla:5:9\", S)"), java);
    assertTrue(java.contains("!Sets.isEmpty(\"Spec.tla:5:19\", Sets.union("), java);
    assertTrue(java.contains("Logic.equal(\"Spec.tla:5:36\", Values.EMPTY_SET, S)"), java);
  }

  @Test
  void compile_membershipInAPair_comparesWithBoth() {
    String java = method("E(p, q) == p \\in {q, 1} /\\ p \\notin {1, 2} /\\ p \\in {q}", "op_E");
    assertTrue(java.contains("Sets.oneOf(\"Spec.tla:5:12\", p, q, INT_1)"), java);
    assertTrue(java.contains("!Sets.in(\"Spec.tla:5:28\", p, SET)"), java);
    assertTrue(java.contains("Sets.in(\"Spec.tla:5:47\", p, Sets.of("), java);
  }

  @Test
  void compile_caseOfAVariable_isASwitch() {
    String java = method("E == CASE x = \"s\" -> 1 [] x = \"t\" -> 2 [] x = \"u\" -> 3", "op_E");
    assertTrue(java.contains("switch (Logic.text(\"Spec.tla:5:11\", s.get(v_x), STR_s))"), java);
  }

  @Test
  void compile_loopsOfActionsAndAssumptions_areNumberedInEach() {
    String java =
        Fixture.compile(
            folder,
            """
            E == \\A r \\in C : r = 1
            A == (\\A r \\in C : r = 2) /\\ (\\A r \\in C : r = 3) /\\ x' = 1
            ASSUME \\A r \\in C : r = 4
            """);
    assertTrue(Fixture.method(java, "op_E").contains("return loop_E_1(c_C);"), java);
    assertTrue(
        Fixture.method(java, "act_A")
            .startsWith(
                """
                private void act_A(State s, Successor n, Runnable k) {
                  if ((loop_act_A_1(c_C) && loop_act_A_2(c_C))) {
                """),
        java);
    assertTrue(Fixture.method(java, "assume_1").contains("return loop_assume_1_1(c_C);"), java);
  }

  @Test
  void compile_loopsOfLikeNames_differ() {
    String java =
        Fixture.compile(
            folder,
            "act_A(S) == \\A r \\in S : r = 1\nA == (\\A r \\in C : r = 2) /\\ x' = 1 /\\ y' = 2");
    assertTrue(Fixture.method(java, "op_act_A").contains("return loop_act_A_1(S);"), java);
    String action = Fixture.method(java, "act_A");
    assertTrue(action.contains("if (loop_act_A_2(c_C)) {"), action);
    assertTrue(action.contains("private boolean loop_act_A_2(Value set) {"), action);
  }
}

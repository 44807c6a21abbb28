package org.spaprtce.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Operators that are expanded with their arguments as they are written. */
class ByNameCodeTest {
  private static final String ASSIGNED =
      """
      private void act_A(State s, Successor n, Runnable k) {
        if (n.assign(at, v_x, INT_1)) {
          k.run();
          n.release(v_x);
        }
      }
      """;

  @TempDir private Path folder;

  private static String withoutPlaces(String java) {
    return java.replaceAll("\"\\w+.tla:[0-9:]+\"", "at");
  }

  private String method(String definitions, String name) {
    return withoutPlaces(Fixture.method(Fixture.compile(folder, definitions), name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Is(v, e) == v = e  A == Is(x', 1)",
        "In(v, e) == v \\in {e}  Is(v, e) == v = e  Twice(v) == Is(v, 1)  A == Twice(x')",
        "A == LET Is(v, e) == v = e IN Is(x', 1)",
        "A == LET Is(v) == v' = 1 IN Is(x)",
        "Do(F) == F  A == Do(x' = 1)",
        "Is(v) == v = 1  Do(F(_)) == F(x')  A == Do(Is)",
        "Do(F(_)) == F(1)  A == Do(LAMBDA e : x' = e)",
        "Do(F(_), e) == F(e)  A == Do(LAMBDA v : v = 1, x')",
        "Do(F(_)) == LET e == F(1) IN e  A == Do(LAMBDA e : x' = e)"
      })
  void compile_argumentThatDetermines_isAssignedInItsPlace(String definitions) {
    assertEquals(ASSIGNED, method(definitions.replace("  ", "\n"), "act_A").replace("_2", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Set(e) == x' = e  Do(F) == F  A == Do(Set(1))",
        "Set(e) == x' = e  Do(F(_)) == F(1)  A == Do(Set)",
        "Set(e) == x' = e  Do(F(_)) == F(1)  Again(F(_)) == Do(F)  A == Again(Set)"
      })
  void compile_actionWithANameAsArgument_isCalled(String definitions) {
    String called =
        """
        private void act_A(State s, Successor n, Runnable k) {
          act_Set(s, n, INT_1, k);
        }
        """;
    assertEquals(called, method(definitions.replace("  ", "\n"), "act_A"));
  }

  @Test
  void compile_operatorWithoutANameAsAValue_isExpanded() {
    assertEquals(
        """
        private void act_A(State s, Successor n, Value p, Runnable k) {
          if (n.assign(
              at,
              v_x,
              Lazy.in(
                  () -> {
                    final Value e = Arithmetic.times(at, p, INT_3);
                    return Arithmetic.plus(at, e, p);
                  }))) {
            k.run();
            n.release(v_x);
          }
        }
        """,
        method("Do(F(_), v, d) == v = F(d * 3)\nA(p) == Do(LAMBDA e : e + p, x', p)", "act_A"));
  }

  @Test
  void compile_firstValueAsArgument_isAssigned() {
    assertEquals(
        ASSIGNED.replace("act_A(State s, ", "init_Init("),
        method("Is(v, e) == v = e\nInit == Is(x, 1)", "init_Init"));
  }

  @Test
  void compile_unchangedParameter_keepsWhatItStandsFor() {
    String kept =
        """
        private void act_A(State s, Successor n, Runnable k) {
          if (n.keep(at, s, KEEP)) {
            k.run();
            n.release(KEEP);
          }
        }
        """;
    assertEquals(kept, method("Keep(v) == UNCHANGED v\nA == Keep(<<x, y>>)", "act_A"));
    assertEquals(kept, method("A == LET Keep(v) == UNCHANGED v IN Keep(<<x, y>>)", "act_A"));
    assertEquals(
        kept, method("vars == <<x, y>>\nKeep(v) == UNCHANGED v\nA == Keep(vars)", "act_A"));
  }

  @Test
  void compile_valueForAPrimedParameter_isEvaluatedOnce() {
    assertTrue(
        method("Set(v, e) == v' = e + e\nA == Set(x, y * 2)", "act_A").contains("final Value e ="),
        "an argument that determines nothing");
  }

  private void assertCalls(String call, String definitions) {
    String java = method(definitions, "act_A");
    assertTrue(java.contains(call), java);
  }

  @Test
  void compile_recursiveOperator_isNotExpanded() {
    String down = "Down(v) == IF v = 0 THEN TRUE ELSE Down(v - 1)\n";
    String global = "RECURSIVE Down(_)\n" + down;
    assertCalls("op_Down(n.primed(", global + "A == x' = 1 /\\ Down(x')");
    assertCalls("op_Down(n.primed(", global + "Do(F(_)) == F(x')\nA == x' = 1 /\\ Do(Down)");
    assertCalls(
        "Down[0].apply(n.primed(",
        "A == LET RECURSIVE Down(_) " + down + " IN x' = 1 /\\ Down(x')");
  }

  @Test
  void compile_operatorOfAStandardModule_isNotExpanded() {
    assertCalls("Tlc.", "A == x' = 1 /\\ Assert(x' = 1, \"one\")");
  }

  @Test
  void compile_everyElementTested_isATest() {
    assertCalls("Logic.forAll(", "A == x' = 1 /\\ \\A q \\in C : x' > q /\\ x' < q + 9");
    assertCalls("n.forAll(", "A == \\A q \\in C : x' = q /\\ x' < 9");
  }

  @Test
  void compile_letThatDeterminesNothing_isATest() {
    assertCalls("Logic.in(", "A == (LET q == x + 1 IN q = q + y) /\\ x' = 1");
  }

  @Test
  void compile_operatorAppliedToAPrimedVariableFurtherIn_isExpanded() {
    String is = "Is(v) == v = 1\n";
    assertCalls("n.assign(", is + "Do(F(_)) == \\E i \\in {1, 2} : F(x')\nA == Do(Is)");
    String again = "Again(i, F(_)) == x > i /\\ F(x')\nDo(F(_)) == Again(1, F)\n";
    assertCalls("n.assign(", is + again + "A == Do(Is)");
    String other = "RECURSIVE R(_, _)\nR(F(_), i) == IF i = 0 THEN TRUE ELSE R(F, i - 1)\n";
    assertCalls("op_Is", is + other + "Do(F(_)) == R(F, 2) /\\ x' = 1\nA == Do(Is)");
  }

  @Test
  void compile_operatorThatIsReplaced_staysAMethod() throws IOException {
    Path spec = Fixture.write(folder, "P(v) == v > 1\nQ(v) == v > 2\nA == x' = 1 /\\ P(x')");
    Path cfg = Files.writeString(folder.resolve("Spec.cfg"), "CONSTANT P <- Q\n");
    Options options = new Options(Set.of(), List.of(), Configuration.read(cfg));
    String java = SpecCompiler.compile(spec, Fixture.CLASS, options);
    assertTrue(Fixture.method(java, "act_A").contains("op_P(n.primed("), java);
  }

  @Test
  void compile_constantOperator_isExpandedAsWhatReplacesIt() throws IOException {
    Path spec = folder.resolve("Spec.tla");
    Files.writeString(
        spec,
        """
        ---- MODULE Spec ----
        EXTENDS Integers
        CONSTANT Put(_, _)
        VARIABLES x, y
        Is(v, e) == v = e
        A == Put(x', 1)
        ====
        """);
    Path cfg = Files.writeString(folder.resolve("Spec.cfg"), "CONSTANT Put <- Is\n");
    Options options = new Options(Set.of(), List.of(), Configuration.read(cfg));
    String java = SpecCompiler.compile(spec, Fixture.CLASS, options);
    assertEquals(ASSIGNED, withoutPlaces(Fixture.method(java, "act_A")));
  }

  @Test
  void compile_next_namesATransitionAfterWhatIsAround() {
    String next = method("Is(v, e) == v = e\nNext == Is(x', 1) \\/ Is(y', 2)", "next_Next");
    assertEquals(2, next.split("n.label\\(\"Next\"\\);", -1).length - 1, next);
  }

  @Test
  void compile_parameterOfAnInstanceForAVariable_isAssigned() throws IOException {
    Files.writeString(
        folder.resolve("Cell.tla"),
        "---- MODULE Cell ----\nVARIABLE v\nUp == v' = 1\nStep == Up\nIsUp == v = 1\n====\n");
    String cells = "Cell(c) == INSTANCE Cell WITH v <- c\n";
    assertEquals(ASSIGNED, method(cells + "A == Cell(x)!Up", "act_A"));
    assertEquals(ASSIGNED, method(cells + "A == Cell(x)!Step", "act_A"));
    assertTrue(
        method(cells + "A == Cell(x)!IsUp /\\ x' = 1", "act_A").contains("IsUp(s, s.get(v_x))"),
        cells);
  }
}

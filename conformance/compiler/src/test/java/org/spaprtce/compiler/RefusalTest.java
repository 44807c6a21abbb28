package org.spaprtce.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lies outside the subset is refused at its place. */
class RefusalTest {
  @TempDir Path folder;

  private String refusal(String definitions, String... tlcOnly) {
    CompileException refused =
        assertThrows(CompileException.class, () -> Fixture.compile(folder, definitions, tlcOnly));
    return refused.getMessage();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " ==> ",
      quoteCharacter = '`',
      textBlock =
          """
          E == [](x = 1) ==> Spec.tla:5:1: temporal formula E
          E == <>[](x = 1) ==> Spec.tla:5:1: temporal formula E
          E == WF_x(x' = 1) ==> Spec.tla:5:1: temporal formula E
          E == ENABLED (x' = 1) ==> Spec.tla:5:6: ENABLED
          E == (x' = 1) \\cdot (x' = 2) ==> Spec.tla:5:6: composition of actions
          E == \\A p : p = p ==> Spec.tla:5:6: unbounded quantifier
          E == \\E p : p = p ==> Spec.tla:5:6: unbounded quantifier
          E == CHOOSE p : p = 1 ==> Spec.tla:5:6: unbounded quantifier
          E == ToString(1) ==> Spec.tla:5:6: ToString of the module TLC
          E == [a |-> 1, a |-> 2] ==> Spec.tla:5:16
          """)
  void compile_outsideTheSubset_isRefused(String tla, String expected) {
    String message = refusal(tla);
    assertTrue(message.startsWith(expected), message);
  }

  @Test
  void compile_constantOperator_isRefused() {
    String message = refusal("CONSTANT G(_)");
    assertTrue(message.startsWith("Spec.tla:5:10: constant operator"), message);
  }

  @Test
  void compile_constantOperatorAsAnArgument_isRefused() {
    String message = refusal("CONSTANT G(_)\nE == SelectSeq(<<1>>, G)");
    assertTrue(message.contains("Spec.tla:6:23: constant operator G as an argument"), message);
  }

  @Test
  void compile_severalProblems_reportsEachOnce() {
    String message = refusal("A == ENABLED (x' = 1)\nB == A\nD == \\A p : p = p\nE == B /\\ D");
    assertEquals(2, message.lines().count(), message);
  }

  @Test
  void compile_tlcOnly_isLeftOut() {
    String java = Fixture.compile(folder, "E == [](x = 1)\nF == x = 1", "E");
    assertTrue(java.contains("op_F"), java);
    assertEquals(-1, java.indexOf("op_E"), java);
  }

  @Test
  void compile_tlcOnlyUsed_isRefused() {
    String message = refusal("E == x = 1\nF == E", "E");
    assertTrue(message.startsWith("Spec.tla:6:6: use of E, which is for TLC only"), message);
  }

  @Test
  void compile_tlcOnlyActionUsed_isRefused() {
    String message = refusal("E == x' = 1\nF == E /\\ y' = 1", "E");
    assertTrue(message.startsWith("Spec.tla:6:6: use of E, which is for TLC only"), message);
  }

  @Test
  void compile_tlcOnlyUnknown_isRefused() {
    String message = refusal("E == x = 1", "Nothing");
    assertTrue(message.contains("--tlc-only Nothing: there is no such operator"), message);
  }

  @Test
  void compile_unknownName_hasItsPosition() {
    assertEquals("Spec.tla:5:6: Unknown operator: `Nowhere'.", refusal("E == Nowhere"));
    assertEquals(
        "Spec.tla:5:11: Precedence conflict between ops \\land in block line 5, col 11 to line 5,"
            + " col 12 of module Spec and \\lor.",
        refusal("E == TRUE /\\ FALSE \\/ TRUE"));
  }

  @Test
  void compile_syntaxError_hasItsPosition() {
    String message = refusal("E == (1 + ");
    assertTrue(message.startsWith("Spec.tla:6:1: "), message);
  }

  @Test
  void compile_extendedModule_isNamedInThePosition() throws Exception {
    Files.writeString(
        folder.resolve("Base.tla"), "---- MODULE Base ----\nB == \\E p : p = p\n====\n");
    Path root =
        Files.writeString(
            folder.resolve("Root.tla"), "---- MODULE Root ----\nEXTENDS Base\nE == B\n====\n");
    CompileException refused =
        assertThrows(
            CompileException.class,
            () -> SpecCompiler.compile(root, Fixture.CLASS, java.util.Set.of()));
    assertTrue(refused.getMessage().startsWith("Base.tla:2:6: "), refused.getMessage());
    assertEquals(1, refused.problems().size());
  }

  @Test
  void compile_moduleExtendedTwice_hasItsAssumptionsOnce() throws Exception {
    Files.writeString(folder.resolve("Base.tla"), "---- MODULE Base ----\nASSUME 1 = 1\n====\n");
    for (String middle : List.of("Left", "Right")) {
      Files.writeString(
          folder.resolve(middle + ".tla"), "---- MODULE " + middle + " ----\nEXTENDS Base\n====\n");
    }
    Path root =
        Files.writeString(
            folder.resolve("Root.tla"), "---- MODULE Root ----\nEXTENDS Left, Right\n====\n");
    String java = SpecCompiler.compile(root, Fixture.CLASS, Options.NONE);
    assertEquals(1, java.lines().filter(line -> line.contains("boolean assume_")).count(), java);
  }

  @Test
  void compile_assumptionsOfSeveralModules_areInTheOrderOfTheirFiles() throws Exception {
    Files.writeString(folder.resolve("Base.tla"), "---- MODULE Base ----\nASSUME 1 = 1\n====\n");
    Path root =
        Files.writeString(
            folder.resolve("After.tla"),
            "---- MODULE After ----\nEXTENDS Base\nASSUME 2 = 2\nASSUME 3 = 3\n====\n");
    String java = SpecCompiler.compile(root, Fixture.CLASS, Options.NONE);
    assertEquals(
        List.of("After.tla:3:1", "After.tla:4:1", "Base.tla:2:1"),
        java.lines()
            .filter(line -> line.contains(" assumption("))
            .map(line -> line.split("\"", -1)[1])
            .toList());
  }

  @Test
  void compile_noFile_isReported() {
    CompileException refused =
        assertThrows(
            CompileException.class,
            () ->
                SpecCompiler.compile(
                    folder.resolve("Absent.tla"), Fixture.CLASS, java.util.Set.of()));
    assertEquals("Absent.tla:1:1: no such file", refused.getMessage());
  }
}

package org.spaprtce.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spaprtce.compiler.back.JavaBackend;
import org.spaprtce.compiler.front.SpecReader;
import org.spaprtce.compiler.ir.Settings;

/** What the lines of a configuration mean for a module, and which are refused. */
class SetupTest {
  private static final String MODULE =
      """
      ---- MODULE Spec ----
      EXTENDS Naturals
      CONSTANTS N, M, O(_)
      VARIABLE x
      Uses == N
      Around == Uses
      Needs == x
      Action == x' = 1
      Two(p) == p
      Value == [a |-> TRUE].a
      Seven == 7
      Start == x = 1
      Same == x = x
      Odd == (x = 1) /\\ [][x' = 2]_x
      vars == <<x>>
      Fair == WF_vars(Action)
      Whole == Start /\\ [][Action]_vars /\\ Fair
      Nested == Whole
      Half == Start /\\ [][x' = 2]_x
      Other == (x = 1) /\\ [][Action]_x
      Twice == Start /\\ Same /\\ [][Action]_x
      Always == [](x > 0)
      ====
      """;

  @TempDir Path folder;
  private Path spec;

  @BeforeEach
  void write() throws IOException {
    spec = Files.writeString(folder.resolve("Spec.tla"), MODULE);
  }

  private Options options(String config) throws IOException {
    Path file = Files.writeString(folder.resolve("Spec.cfg"), config + "\nCONSTANT O <- Two");
    Set<String> temporal =
        Set.of("Odd", "Fair", "Whole", "Nested", "Half", "Other", "Twice", "Always");
    return new Options(temporal, List.of(), Configuration.read(file));
  }

  private Settings settings(String config) throws IOException {
    return SpecReader.read(spec, options(config)).settings();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " ==> ",
      textBlock =
          """
          CONSTANT P = 1 ==> 1:10: P: the spec has no such constant
          CONSTANT Nat = 1 ==> 1:10: Nat: the spec has no such constant
          CONSTANT N <- Uses ==> 1:10: N <- Uses: the definition uses the constant
          CONSTANT N <- Around ==> 1:10: N <- Around: the definition uses the constant
          CONSTANT N <- Needs ==> 1:10: N <- Needs: the value of a constant needs no state
          CONSTANT N <- Two ==> 1:10: N <- Two: parameters differ, 0 and 1
          CONSTANT N <- Nothing ==> 1:10: Nothing: the spec defines no such operator
          CONSTANT N = 1 N = 2 ==> 1:16: N has another value, too
          CONSTANT N <- Value N = 2 ==> 1:21: N is replaced, too: take one line away
          CONSTANT M <- Value M <- vars ==> 1:21: M <- vars: the value of a constant needs no state
          CONSTANT N <- Value N <- Seven ==> 1:21: N <- Seven: the constant is replaced twice
          CONSTANT O <- Value ==> 1:10: O <- Value: parameters differ, 1 and 0
          CONSTANT O = 1 ==> 1:10: O has parameters: write O <- an operator
          CONSTANT Two = 1 ==> 1:10: Two has parameters: write Two <- an operator
          INIT Nothing ==> 1:6: Nothing: the spec defines no such operator without parameters
          INIT Action ==> 1:6: Action is no formula for INIT
          NEXT Always ==> 1:6: Always is no formula for NEXT
          NEXT Two ==> 1:6: Two: the spec defines no such operator without parameters
          INIT Start Needs ==> 1:12: INIT names two operators: name one
          SPECIFICATION Nothing ==> 1:15: Nothing: the spec defines no such operator
          PROPERTY Nothing ==> 1:10: Nothing: the spec defines no such operator
          SPECIFICATION Odd ==> 1:15: Odd is not Init /\\ [][Next]_vars with names for both
          SPECIFICATION Half ==> 1:15: Half is not Init /\\ [][Next]_vars with names for both
          SPECIFICATION Other ==> 1:15: Other is not Init /\\ [][Next]_vars with names for both
          SPECIFICATION Twice ==> 1:15: Twice is not Init /\\ [][Next]_vars with names for both
          SPECIFICATION Whole Odd ==> 1:15: Whole: beside another formula or INIT, NEXT
          SPECIFICATION Whole INIT Start ==> 1:15: Whole: beside another formula or INIT, NEXT
          SPECIFICATION Whole NEXT Action ==> 1:15: Whole: beside another formula or INIT, NEXT
          INVARIANT Nothing ==> 1:11: Nothing: the spec defines no such predicate of a state
          INVARIANT Action ==> 1:11: Action: the spec defines no such predicate of a state
          INVARIANT Two ==> 1:11: Two: the spec defines no such predicate of a state
          INVARIANT Value ==> 1:11: Value: not Boolean by its form: write (Value) = TRUE
          CONSTRAINT Nothing ==> 1:12: Nothing: the spec defines no such operator
          ACTION_CONSTRAINT Nothing ==> 1:19: Nothing: the spec defines no such operator
          SYMMETRY Nothing ==> 1:10: Nothing: the spec defines no such operator
          VIEW Nothing ==> 1:6: Nothing: the spec defines no such operator
          """)
  void read_senselessLine_isRefusedAtItsPlace(String config, String expected) {
    CompileException refused =
        assertThrows(CompileException.class, () -> SpecReader.read(spec, options(config)));
    String message = refused.getMessage();
    assertTrue(message.startsWith(folder.resolve("Spec.cfg") + ":" + expected), message);
  }

  @Test
  void read_constantReplacedByTwo_isRefused() {
    CompileException refused =
        assertThrows(
            CompileException.class,
            () -> SpecReader.read(spec, options("CONSTANT N <- Value M <- Value\nN <- M")));
    assertTrue(refused.getMessage().contains("Spec.cfg:2:1: M: the spec defines no such"));
  }

  @Test
  void read_sameLineTwice_isOne() throws IOException {
    String config = "CONSTANT N = 1 N = 1 M <- Value M <- Value\nINVARIANT Start Start";
    Settings settings = settings(config);
    assertEquals(Map.of("N", "1"), settings.values());
    assertEquals(List.of("Start"), settings.invariants());
  }

  @ParameterizedTest
  @CsvSource({"Whole", "Nested"})
  void read_specification_hasTheFirstAndTheNextStates(String formula) throws IOException {
    Settings settings = settings("SPECIFICATION " + formula);
    assertEquals("Start", settings.init().orElseThrow());
    assertEquals("Action", settings.next().orElseThrow());
  }

  @Test
  void read_initAndNext_areThoseThatTheConfigurationNames() throws IOException {
    Settings settings = settings("INIT Start\nNEXT Action");
    assertEquals("Start", settings.init().orElseThrow());
    assertEquals("Action", settings.next().orElseThrow());
    assertTrue(settings("").init().isEmpty());
    assertTrue(settings("").next().isEmpty());
  }

  @Test
  void read_formulasForTlc_areLeftOut() throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("Spec.cfg"), "CONSTANT O <- Two\nSPECIFICATION Nested\nPROPERTY Always");
    Options options =
        new Options(Set.of("Odd", "Half", "Other", "Twice"), List.of(), Configuration.read(config));
    String java = JavaBackend.write(SpecReader.read(spec, options), Fixture.CLASS);
    assertTrue(java.contains("op_Start"), java);
    for (String left : List.of("Nested", "Whole", "Fair", "Always")) {
      assertEquals(-1, java.indexOf("op_" + left), left);
    }
  }

  @Test
  void read_formulaThatNoSectionReaches_isRefused() throws IOException {
    Path config =
        Files.writeString(folder.resolve("Spec.cfg"), "CONSTANT O <- Two\nPROPERTY Whole");
    Options options =
        new Options(Set.of("Odd", "Half", "Other", "Twice"), List.of(), Configuration.read(config));
    CompileException refused =
        assertThrows(CompileException.class, () -> SpecReader.read(spec, options));
    assertEquals(
        List.of("Always", "Nested"),
        refused.problems().stream()
            .map(problem -> problem.message().replaceAll("temporal formula (\\w+): .*", "$1"))
            .sorted()
            .toList());
  }

  @Test
  void read_leftOutFirstAndNextStates_areNone() throws IOException {
    Path module =
        Files.writeString(
            folder.resolve("Plain.tla"),
            "---- MODULE Plain ----\nVARIABLE x\nInit == x = 1\nNext == x' = 2\n====\n");
    Settings whole = SpecReader.read(module, Options.NONE).settings();
    assertEquals("Init", whole.init().orElseThrow());
    assertEquals("Next", whole.next().orElseThrow());
    Options options = Options.NONE.withTlcOnly(Set.of("Init", "Next"));
    Settings settings = SpecReader.read(module, options).settings();
    assertTrue(settings.init().isEmpty());
    assertTrue(settings.next().isEmpty());
  }

  @Test
  void read_definitionWithAValue_isAConstant() throws IOException {
    Path config = Files.writeString(folder.resolve("Spec.cfg"), "CONSTANT O <- Two Value = {a}");
    Options options =
        new Options(
            Set.of("Odd", "Fair", "Whole", "Nested", "Half", "Other", "Twice", "Always"),
            List.of(),
            Configuration.read(config));
    assertEquals(List.of("N", "M", "Value"), SpecReader.read(spec, options).constants());
  }
}

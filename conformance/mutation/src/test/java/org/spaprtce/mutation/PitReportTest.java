package org.spaprtce.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PitReportTest {
  @TempDir Path scratch;

  private static String entry(String status, String method, String mutator, int line, int index) {
    return """
    <mutation detected='false' status='%s' numberOfTestsRun='3'>\
    <mutatedClass>a.b.C</mutatedClass><mutatedMethod>%s</mutatedMethod>\
    <methodDescription>()V</methodDescription><lineNumber>%d</lineNumber>\
    <mutator>org.pitest.mutationtest.engine.gregor.mutators.%s</mutator>\
    <indexes><index>%d</index></indexes><blocks><block>0</block></blocks>\
    <killingTest>[engine:jqwik]/[class:a.b.CTest]/[property:p]</killingTest>\
    <description>changed it</description></mutation>
    """
        .formatted(status, method, line, mutator, index);
  }

  private List<Mutant> read(String... entries) throws IOException {
    String text = "<mutations partial=\"true\">" + String.join("", entries) + "</mutations>";
    return PitReport.read(Files.writeString(scratch.resolve("report.xml"), text));
  }

  @Test
  void read_entry_hasItsParts() throws IOException {
    Mutant mutant = read(entry("KILLED", "run", "MathMutator", 17, 5)).getFirst();
    assertEquals(new Mutant.Key("a.b.C", "run", "Math", 1), mutant.key());
    assertEquals("a.b.C.run Math 1", mutant.key().toString());
    assertEquals(17, mutant.line());
    assertEquals(3, mutant.tests());
    assertEquals("jqwik", mutant.killer());
    assertEquals("changed it", mutant.description());
  }

  @Test
  void read_sameKindInOneMethod_isCountedByPlace() throws IOException {
    List<Mutant> mutants =
        read(
            entry("KILLED", "run", "MathMutator", 17, 9),
            entry("SURVIVED", "run", "MathMutator", 17, 5),
            entry("TIMED_OUT", "run", "MathMutator", 3, 30),
            entry("NO_COVERAGE", "run", "VoidMethodCallMutator", 1, 1));
    assertEquals(
        List.of(
            "Math 1 TIMED_OUT", "Math 2 SURVIVED", "Math 3 KILLED", "VoidMethodCall 1 UNREACHED"),
        mutants.stream()
            .map(mutant -> mutant.key().mutator() + " " + mutant.key().nth() + " " + mutant.fate())
            .toList());
  }

  @Test
  void read_lambda_isPartOfItsMethod() throws IOException {
    List<Mutant> mutants =
        read(
            entry("KILLED", "lambda$run$7", "MathMutator", 18, 1),
            entry("KILLED", "run", "MathMutator", 17, 9),
            entry("KILLED", "lambda$new$0", "MathMutator", 18, 1));
    assertEquals(
        List.of("a.b.C.new Math 1", "a.b.C.run Math 1", "a.b.C.run Math 2"),
        mutants.stream().map(mutant -> mutant.key().toString()).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "KILLED,KILLED,false",
    "SURVIVED,SURVIVED,true",
    "NO_COVERAGE,UNREACHED,true",
    "TIMED_OUT,TIMED_OUT,false",
    "MEMORY_ERROR,BROKEN,false",
    "RUN_ERROR,BROKEN,false",
  })
  void read_status_isAFate(String status, Mutant.Fate fate, boolean survives) throws IOException {
    Mutant mutant = read(entry(status, "run", "MathMutator", 1, 1)).getFirst();
    assertEquals(fate, mutant.fate());
    assertEquals(survives, mutant.isSurvivor());
  }

  @Test
  void read_generatedMutator_hasItsVariant() throws IOException {
    Mutant mutant =
        read(entry("KILLED", "run", "returns.BooleanTrueReturnValsMutator", 1, 1)).getFirst();
    assertEquals("BooleanTrueReturnVals", mutant.key().mutator());
    mutant = read(entry("KILLED", "run", "RemoveConditionalMutator_EQUAL_IF", 1, 1)).getFirst();
    assertEquals("RemoveConditional_EQUAL_IF", mutant.key().mutator());
  }

  @Test
  void read_noReport_isRefused() {
    IOException refused = assertThrows(IOException.class, () -> read("<mutation>"));
    assertTrue(String.valueOf(refused.getMessage()).contains("report.xml: "));
  }
}

package org.spaprtce.compiler;

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
import org.spaprtce.compiler.Configuration.Section;
import org.spaprtce.compiler.ir.Position;

class ConfigurationTest {
  @TempDir Path folder;

  private Configuration read(String text) throws IOException {
    return Configuration.read(Files.writeString(folder.resolve("C.cfg"), text));
  }

  private String refusal(String text) {
    CompileException refused = assertThrows(CompileException.class, () -> read(text));
    return folder.relativize(Path.of(refused.getMessage())).toString();
  }

  @Test
  void read_constants_givesTheSubstitutionsWithTheirPlaces() throws IOException {
    Configuration found = read("CONSTANT A <- B\nCONSTANTS\n  Size = 3\n  Set = {a, b} C <- D\n");
    String file = folder.resolve("C.cfg").toString();
    assertEquals(
        List.of(
            new Substitution("A", "B", new Position(file, 1, 10)),
            new Substitution("C", "D", new Position(file, 4, 16))),
        found.substitutions());
    assertEquals(
        List.of(
            new Assignment("Size", "3", new Position(file, 3, 3)),
            new Assignment("Set", "{a, b}", new Position(file, 4, 3))),
        found.assignments());
  }

  @Test
  void read_commentsAndStrings_arePassedOver() throws IOException {
    String text =
        """
        \\* CONSTANT A <- B
        (* CONSTANT
           A <- B *)
        CONSTANT Name = "E <- F"
        CHECK_DEADLOCK FALSE
        """;
    assertEquals(List.of(), read(text).substitutions());
    assertEquals("\"E <- F\"", read(text).assignments().getFirst().value());
  }

  @Test
  void read_afterAComment_countsItsLinesAndColumns() throws IOException {
    Configuration found = read("CONSTANT (* A\n<- B *) C <- D (* E *) F = 1");
    assertEquals(2, found.substitutions().getFirst().at().line());
    assertEquals(9, found.substitutions().getFirst().at().column());
    assertEquals(24, found.assignments().getFirst().at().column());
  }

  @Test
  void read_sections_giveTheirNames() throws IOException {
    Configuration found =
        read("SPECIFICATION Spec\nINVARIANTS A B\nINVARIANT C\nPROPERTIES P\nSYMMETRY S");
    assertEquals(List.of("Spec"), names(found, Section.SPECIFICATION));
    assertEquals(List.of("A", "B", "C"), names(found, Section.INVARIANT));
    assertEquals(List.of("P"), names(found, Section.PROPERTY));
    assertEquals(List.of("S"), names(found, Section.SYMMETRY));
    assertEquals(List.of(), names(found, Section.VIEW));
  }

  private static List<String> names(Configuration configuration, Section section) {
    return configuration.names(section).stream().map(Configuration.Name::text).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " ==> ",
      textBlock =
          """
          -5 ==> -5
          TRUE ==> TRUE
          p1 ==> p1
          {} ==> {}
          {{a},{b , 2}} ==> {{a}, {b, 2}}
          """)
  void read_value_isTheSameInTla(String text, String expected) throws IOException {
    assertEquals(expected, read("CONSTANT c = " + text).assignments().getFirst().value());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " ==> ",
      textBlock =
          """
          CONSTANT c = 1..3 ==> 1:15: incomplete assignment: write Constant = value
          CONSTANT c = [a] ==> 1:10: the value of c: write a number
          CONSTANT c = {a ==> 1:10: the value of c: write a number
          CONSTANT c = { ==> 1:10: the value of c: write a number
          CONSTANT c = {a b} ==> 1:10: the value of c: write a number
          CONSTANT c ==> 1:10: incomplete assignment: write Constant = value
          CONSTANT c = ==> 1:10: the value of c: write a number
          INVARIANT ==> 1:1: INVARIANT: no operator: write its name
          INVARIANT A, B ==> 1:12: ,: no section begins so: write CONSTANTS
          TYPE T ==> 1:1: TYPE: no section begins so: write CONSTANTS
          """)
  void read_noConfiguration_hasItsPosition(String text, String expected) {
    String message = refusal(text);
    assertTrue(message.startsWith("C.cfg:" + expected), message);
  }

  @Test
  void and_two_sayBoth() throws IOException {
    Configuration both = read("CONSTANT a = 1\nINIT I").and(read("CONSTANT b <- c\nINIT J"));
    assertEquals("a", both.assignments().getFirst().name());
    assertEquals("b", both.substitutions().getFirst().operator());
    assertEquals(List.of("I", "J"), names(both, Section.INIT));
  }

  @Test
  void read_incompleteSubstitution_hasItsPosition() {
    assertTrue(refusal("CONSTANT A <-").startsWith("C.cfg:1:10: incomplete substitution"));
    assertTrue(refusal("CONSTANT <- A").startsWith("C.cfg:1:10: incomplete substitution"));
    assertTrue(refusal("CONSTANT\nA <- [M] B").startsWith("C.cfg:2:1: incomplete substitution"));
  }

  @Test
  void read_noFile_isReported() {
    CompileException refused =
        assertThrows(
            CompileException.class, () -> Configuration.read(folder.resolve("Absent.cfg")));
    assertTrue(refused.getMessage().contains("Absent.cfg:1:1: cannot be read"));
  }
}

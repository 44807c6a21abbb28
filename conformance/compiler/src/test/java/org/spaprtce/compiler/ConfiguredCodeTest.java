package org.spaprtce.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spaprtce.compiler.back.JavaBackend;

/** Pins what a configuration adds to a class. */
class ConfiguredCodeTest {
  private static final String DEFINITIONS =
      """
      E == 1
      F == 2
      G == 3
      Small == x < 5
      Same == x = y
      Init == x = 1 /\\ y = 1
      Next == UNCHANGED <<x, y>>
      """;

  @TempDir Path folder;

  private String compile(String config) throws IOException {
    Path spec = Fixture.write(folder, DEFINITIONS);
    Configuration read = Configuration.read(Files.writeString(folder.resolve("Spec.cfg"), config));
    return SpecCompiler.compile(spec, Fixture.CLASS, new Options(Set.of(), List.of(), read));
  }

  /** The text from one line to the next empty one. */
  private static String part(String java, String first) {
    int start = java.indexOf(first);
    assertTrue(start >= 0, java);
    return java.substring(start, java.indexOf("\n\n", start) + 1);
  }

  @Test
  void compile_wholeConfiguration_isAConstructor() throws IOException {
    String java = compile("CONSTANTS C = {\"a\", b} E <- F Same <- Small\nINVARIANTS Small Same");
    assertEquals(
        """
          /** The module as its configuration has it. */
          public Spec() {
            this(
                Map.ofEntries(Map.entry("C", Values.parse("{\\"a\\", b}"))),
                Map.ofEntries(Map.entry("E", "F"),
                    Map.entry("Same", "Small")));
          }
        """,
        part(java, "  /** The module as"));
    assertEquals(
        """
          /** The invariants that the configuration names. */
          public static final List<String> INVARIANTS = List.of("Small", "Same");
        """,
        part(java, "  /** The invariants"));
  }

  @Test
  void compile_constantWithoutValue_isLeftToTheCaller() throws IOException {
    String java = compile("CONSTANT E <- F");
    assertFalse(java.contains("public Spec()"), java);
    assertFalse(java.contains("INVARIANTS"), java);
    assertTrue(java.contains("        Map.ofEntries(Map.entry(\"E\", List.of(\"F\"))),"), java);
  }

  @Test
  void compile_choiceOfReplacements_isLeftToTheCaller() throws IOException {
    String java = compile("CONSTANT C = 1 E <- F E <- G");
    assertFalse(java.contains("public Spec()"), java);
    assertTrue(java.contains("Map.entry(\"E\", List.of(\"F\", \"G\"))"), java);
    assertTrue(java.contains("if (choice_E == 2) {\n      return op_G();"), java);
  }

  @Test
  void compile_noConstants_needNoConfiguration() throws IOException {
    Path spec =
        Files.writeString(
            folder.resolve("Plain.tla"), "---- MODULE Plain ----\nVARIABLE x\nE == x\n====\n");
    String java = SpecCompiler.compile(spec, "Plain", Options.NONE);
    assertEquals(
        """
          /** The module. */
          public Plain() {
            this(
                Map.of(),
                Map.of());
          }
        """,
        part(java, "  /** The module. */"));
  }

  @Test
  void compile_firstStatesAndNextStates_areThoseOfTheConfiguration() throws IOException {
    String java = compile("CONSTANT C = 1");
    assertTrue(java.contains("    initial((s, n, a, k) -> init_Init(n, k));\n"), java);
    assertTrue(
        java.contains("    next(List.of(\"Next\"), (s, n, a, k) -> next_Next(s, n, k));\n"), java);
    String other = compile("CONSTANT C = 1\nINIT Small\nNEXT Next");
    assertTrue(other.contains("    initial((s, n, a, k) -> init_Small(n, k));\n"), other);
  }

  @Test
  void isReserved_className_isThatOfAClassOfTheRuntime() {
    assertTrue(JavaBackend.isReserved("Values"));
    assertTrue(JavaBackend.isReserved("some.where.State"));
    assertFalse(JavaBackend.isReserved("Values.Of"));
    assertFalse(JavaBackend.isReserved("Spec"));
  }
}

package org.spaprtce.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spaprtce.compiler.ir.Position;

/** Pins the Java of modules that instantiate others. */
class InstanceCodeTest {
  private static final Path FOLDER = Path.of("src/test/resources/instances");

  private static String compile(String name, List<Substitution> substitutions) {
    Options options = new Options(Set.of(), List.of(), substitutions);
    return SpecCompiler.compile(FOLDER.resolve(name).resolve("Spec.tla"), "Spec", options);
  }

  /** What the class registers, and its methods. */
  private static String registrations(String java) {
    int constructor = java.indexOf("        substitutions);\n");
    return java.substring(java.indexOf("\n    ", constructor) + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"substituted", "nested", "local", "expanded"})
  void compile_instances_haveMethodsOfTheirOwn(String name) throws IOException {
    String expected = Files.readString(FOLDER.resolve(name).resolve("Spec.java.txt"));
    assertEquals(expected, registrations(compile(name, List.of())));
  }

  @Test
  void compile_substitutionForAnInstance_isRefused() {
    for (String operator : List.of("A", "A!Value")) {
      Substitution line = new Substitution(operator, "Inc", new Position("C.cfg", 1, 1));
      CompileException refused =
          assertThrows(
              CompileException.class, () -> compile("substituted", List.of(line)), operator);
      assertEquals(
          "C.cfg:1:1: " + operator + ": the spec defines no such operator, name one that it does",
          refused.getMessage());
    }
  }
}

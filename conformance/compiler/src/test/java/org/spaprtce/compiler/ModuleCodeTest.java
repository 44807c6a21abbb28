package org.spaprtce.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Pins the whole class of a module that has something of everything. */
class ModuleCodeTest {
  private static final Path FOLDER = Path.of("src/test/resources/module");

  private static String compile(String className) {
    Options options =
        new Options(Set.of("Spec"), List.of(), Configuration.read(FOLDER.resolve("Machine.cfg")));
    return SpecCompiler.compile(FOLDER.resolve("Machine.tla"), className, options);
  }

  @Test
  void compile_module_isThisClass() throws IOException {
    String expected = Files.readString(FOLDER.resolve("Machine.java.txt"));
    assertEquals(expected, compile("machine.Machine"));
  }

  @Test
  void compile_classWithoutPackage_hasNone() {
    String java = compile("Machine");
    assertTrue(java.startsWith("import org.spaprtce.oracle.runtime.*;\n"), java);
    String packaged = compile("m.Machine");
    assertEquals("package m;\n\n" + java, packaged);
  }
}

package org.spaprtce.compiler.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleFilesTest {
  @TempDir Path folder;
  @TempDir Path library;

  @Test
  void resolve_module_isLookedForInTheFoldersAndThenAmongTheStandardOnes() throws Exception {
    Path own = Files.writeString(folder.resolve("Naturals.tla"), "own");
    Path other = Files.writeString(library.resolve("Base.tla"), "other");
    try (ModuleFiles files = new ModuleFiles(folder, List.of(library))) {
      assertEquals(own, files.resolve("Naturals", true).toPath());
      assertEquals(other, files.resolve("Base.tla", true).toPath());
      assertEquals(folder.resolve("Absent.tla"), files.resolve("Absent", true).toPath());
      assertTrue(Files.readString(files.resolve("Sequences", true).toPath()).contains("Append"));
      assertEquals(folder.toString(), files.getFullPath());
    }
  }

  @Test
  void isStandardModule_name_isThatOfAModuleOfTheTools() {
    try (ModuleFiles files = new ModuleFiles(folder, List.of())) {
      assertTrue(files.isStandardModule("Naturals"));
      assertTrue(files.isStandardModule("Naturals.tla"));
      assertFalse(files.isStandardModule("Base"));
    }
  }

  @Test
  void close_unpackedModules_areDeleted() {
    Path unpacked;
    try (ModuleFiles files = new ModuleFiles(folder, List.of())) {
      unpacked = files.resolve("Sequences", true).toPath();
      assertTrue(Files.exists(unpacked));
    }
    assertFalse(Files.exists(unpacked.getParent()));
  }
}

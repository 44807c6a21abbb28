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
import org.spaprtce.compiler.ir.Position;

class ConfigurationTest {
  @TempDir Path folder;

  private List<Substitution> read(String text) throws IOException {
    return Configuration.read(Files.writeString(folder.resolve("C.cfg"), text));
  }

  private String refusal(String text) {
    CompileException refused = assertThrows(CompileException.class, () -> read(text));
    return folder.relativize(Path.of(refused.getMessage())).toString();
  }

  @Test
  void read_constants_givesTheSubstitutionsWithTheirPlaces() throws IOException {
    List<Substitution> found =
        read("CONSTANT A <- B\nCONSTANTS\n  Size = 3\n  Set = {a, b} C <- D\n");
    String file = folder.resolve("C.cfg").toString();
    assertEquals(
        List.of(
            new Substitution("A", "B", new Position(file, 1, 10)),
            new Substitution("C", "D", new Position(file, 4, 16))),
        found);
  }

  @Test
  void read_commentsStringsAndOtherSections_arePassedOver() throws IOException {
    String text =
        """
        \\* CONSTANT A <- B
        (* CONSTANT
           A <- B *)
        SPECIFICATION Spec
        INVARIANTS X <- Y
        CONSTANT Name = "E <- F"
        CHECK_DEADLOCK FALSE
        """;
    assertEquals(List.of(), read(text));
  }

  @Test
  void read_afterAComment_countsItsLines() throws IOException {
    assertEquals(4, read("CONSTANT\n(* two\n   lines *)\nA <- B").getFirst().at().line());
  }

  @Test
  void read_incompleteSubstitution_hasItsPosition() {
    assertTrue(refusal("CONSTANT A <-").startsWith("C.cfg:1:12: incomplete substitution"));
    assertTrue(refusal("CONSTANT <- A").startsWith("C.cfg:1:10: incomplete substitution"));
    assertTrue(refusal("CONSTANT\nA <- [M] B").startsWith("C.cfg:2:3: incomplete substitution"));
  }

  @Test
  void read_noFile_isReported() {
    CompileException refused =
        assertThrows(
            CompileException.class, () -> Configuration.read(folder.resolve("Absent.cfg")));
    assertTrue(refused.getMessage().contains("Absent.cfg:1:1: cannot be read"));
  }
}

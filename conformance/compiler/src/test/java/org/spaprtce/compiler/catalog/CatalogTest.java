package org.spaprtce.compiler.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spaprtce.compiler.Configuration;
import org.spaprtce.compiler.Substitution;

class CatalogTest {
  private static final String QUIRK =
      """
      {"name": "%s", "bugs": ["B1"], "title": "It says \\"no\\".", "kernels": "4.10 to 5.0",
       "clauses": ["UNR-4"], "substitutions": {"E": "F", "G": "H"}, "model": null, "steps": 3}
      """;

  @TempDir Path folder;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void write() throws IOException {
    quirks(QUIRK.formatted("Odd"));
    Files.createDirectories(folder.resolve("profiles"));
    profile("b", "CONSTANTS\n E <- F\n");
    profile("a", "");
    Files.writeString(folder.resolve("profiles/README.md"), "");
  }

  private void quirks(String list) throws IOException {
    Files.writeString(folder.resolve("quirks.json"), "{\"quirks\": [" + list + "]}");
  }

  private void profile(String name, String text) throws IOException {
    Files.writeString(folder.resolve("profiles/" + name + ".cfg"), text);
  }

  private int run() {
    List<String> args =
        List.of(
            folder.resolve("quirks.json").toString(),
            folder.resolve("profiles").toString(),
            folder.resolve("out").toString(),
            "fixture.Catalog",
            folder.resolve("out/all.cfg").toString());
    return CatalogMain.run(args, new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private String refusal() {
    assertEquals(1, run());
    assertFalse(Files.exists(folder.resolve("out")));
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void run_quirksAndProfiles_areWrittenAsJava() throws IOException {
    assertEquals(0, run(), err::toString);
    assertEquals(
        """
        package fixture;

        import java.util.List;
        import java.util.Map;
        import org.spaprtce.oracle.Profile;
        import org.spaprtce.oracle.Quirk;

        /** The quirks and the profiles of spec, as Java. */
        public final class Catalog {
          /** Every quirk. */
          public static final List<Quirk> QUIRKS =
              List.of(
                  new Quirk(
                      "Odd",
                      "It says \\"no\\".",
                      List.of("B1"),
                      "4.10 to 5.0",
                      List.of("UNR-4"),
                      Map.ofEntries(
                          Map.entry("E", "F"),
                          Map.entry("G", "H"))));

          /** Every profile. */
          public static final List<Profile> PROFILES =
              List.of(
                  new Profile(
                      "a",
                      Map.of()),
                  new Profile(
                      "b",
                      Map.ofEntries(
                          Map.entry("E", "F"))));

          private Catalog() {}
        }
        """,
        Files.readString(folder.resolve("out/fixture/Catalog.java")));
  }

  @Test
  void run_substitutions_areWrittenOnce() throws IOException {
    profile("c", "CONSTANT E <- K");
    assertEquals(0, run(), err::toString);
    List<String> lines =
        Configuration.read(folder.resolve("out/all.cfg")).substitutions().stream()
            .map(line -> line.operator() + " <- " + line.replacement())
            .toList();
    assertEquals(List.of("E <- F", "E <- K", "G <- H"), lines);
    Catalog catalog = Catalog.read(folder.resolve("quirks.json"), folder.resolve("profiles"));
    List<String> sources =
        catalog.substitutions().stream().map(Substitution::at).map(at -> at.file()).toList();
    assertEquals(List.of("quirk Odd", "profile c", "quirk Odd"), sources);
  }

  @Test
  void run_sameText_leavesTheFilesAlone() throws IOException {
    assertEquals(0, run(), err::toString);
    Path written = folder.resolve("out/fixture/Catalog.java");
    FileTime old = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(written, old);
    assertEquals(0, run(), err::toString);
    assertEquals(old, Files.getLastModifiedTime(written));
  }

  @Test
  void run_twoQuirksOfOneName_isRefused() throws IOException {
    quirks(QUIRK.formatted("Odd") + "," + QUIRK.formatted("Odd"));
    assertTrue(refusal().contains("quirk=Odd twice"));
  }

  @Test
  void run_quirkWithoutTitle_isRefused() throws IOException {
    quirks(QUIRK.formatted("Odd").replace("title", "heading"));
    assertTrue(refusal().contains("title"));
  }

  @Test
  void run_profileThatReplacesTwice_isRefused() throws IOException {
    profile("b", "CONSTANTS\n E <- F\n E <- K\n");
    assertTrue(refusal().contains("b.cfg:3:2: E is replaced twice"));
  }

  @Test
  void run_noList_isRefused() throws IOException {
    Files.delete(folder.resolve("quirks.json"));
    assertTrue(refusal().contains("quirks.json"));
  }

  @Test
  void run_wrongArguments_printsUsage() {
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    assertEquals(1, CatalogMain.run(List.of("quirks.json"), stream));
    assertTrue(err.toString(StandardCharsets.UTF_8).startsWith("usage: "));
  }
}

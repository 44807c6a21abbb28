package org.spaprtce.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... args) {
    return Main.run(
        List.of(args),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }

  @Test
  void run_newText_writesTheClassAndDeletesOthers() throws Exception {
    Path spec = Fixture.write(folder, "E == 1");
    Path stale = folder.resolve("out/old/Old.java");
    Files.createDirectories(folder.resolve("out/old"));
    Files.writeString(stale, "");
    assertEquals(0, run(spec.toString(), folder.resolve("out").toString(), Fixture.CLASS));
    assertTrue(Files.exists(folder.resolve("out/fixture/Spec.java")));
    assertFalse(Files.exists(stale));
    assertEquals("Spec.tla -> Spec.java\n", text(out));
  }

  @Test
  void run_sameText_leavesTheFileAlone() throws Exception {
    Path spec = Fixture.write(folder, "E == 1");
    String output = folder.resolve("out").toString();
    assertEquals(0, run(spec.toString(), output, Fixture.CLASS));
    Path written = folder.resolve("out/fixture/Spec.java");
    FileTime old = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(written, old);
    assertEquals(0, run(spec.toString(), output, Fixture.CLASS));
    assertEquals(old, Files.getLastModifiedTime(written));
    assertEquals("Spec.tla -> Spec.java\nSpec.tla -> Spec.java (unchanged)\n", text(out));
  }

  @Test
  void run_refusedText_printsFileAndPlace() {
    Path spec = Fixture.write(folder, "E == \\A p : p = p");
    assertEquals(1, run(spec.toString(), folder.resolve("out").toString(), Fixture.CLASS));
    assertTrue(text(err).startsWith(spec + ":5:6: unbounded quantifier: "), text(err));
    assertFalse(Files.exists(folder.resolve("out")));
  }

  @Test
  void run_tlcOnly_takesSeveralNames() {
    Path spec = Fixture.write(folder, "E == [](x = 1)\nF == <>(x = 1)\nG == 1");
    String output = folder.resolve("out").toString();
    assertEquals(0, run(spec.toString(), output, Fixture.CLASS, "--tlc-only", "E,F"));
  }

  @Test
  void run_wrongArguments_printsUsage() {
    assertEquals(1, run("Spec.tla"));
    assertTrue(text(err).startsWith("usage: "), text(err));
  }

  @Test
  void run_configs_makeOperatorsReplaceable() throws Exception {
    Path spec = Fixture.write(folder, "E == 1\nF == 2\nG == 3");
    Path first = Files.writeString(folder.resolve("A.cfg"), "CONSTANT E <- F");
    Path second = Files.writeString(folder.resolve("B.cfg"), "CONSTANT E <- G");
    Path output = folder.resolve("out");
    assertEquals(
        0,
        run(
            spec.toString(),
            output.toString(),
            Fixture.CLASS,
            "--config",
            first.toString(),
            "--config",
            second.toString()));
    String java = Files.readString(output.resolve("fixture/Spec.java"));
    assertTrue(java.contains("Map.entry(\"E\", List.of(\"F\", \"G\"))"), java);
  }

  @Test
  void run_badConfig_printsFileAndPlace() throws Exception {
    Path spec = Fixture.write(folder, "E == 1");
    Path config = Files.writeString(folder.resolve("A.cfg"), "CONSTANT\n  E <- F");
    String output = folder.resolve("out").toString();
    assertEquals(1, run(spec.toString(), output, Fixture.CLASS, "--config", config.toString()));
    assertTrue(text(err).startsWith(config + ":2:3: F: the spec defines no such operator"));
  }

  @Test
  void run_library_findsModulesElsewhere() throws Exception {
    Path library = Files.createDirectories(folder.resolve("library"));
    Files.writeString(
        library.resolve("Base.tla"), "---- MODULE Base ----\nB == \\E p : p = p\n====\n");
    Path root =
        Files.writeString(
            folder.resolve("Root.tla"), "---- MODULE Root ----\nEXTENDS Base\nE == B\n====\n");
    String output = folder.resolve("out").toString();
    assertEquals(1, run(root.toString(), output, "Root", "--library", library.toString()));
    assertTrue(text(err).startsWith(library.resolve("Base.tla") + ":2:6: "), text(err));
    assertEquals(1, run(root.toString(), output, "Root"));
  }

  @Test
  void run_outputThatIsAFile_isReported() throws Exception {
    Path spec = Fixture.write(folder, "E == 1");
    Path file = Files.writeString(folder.resolve("file"), "");
    assertEquals(1, run(spec.toString(), file.resolve("below").toString(), Fixture.CLASS));
    assertTrue(text(err).startsWith(spec + ": " + file), text(err));
  }

  @Test
  void run_badClassName_isRefused() {
    Path spec = Fixture.write(folder, "E == 1");
    assertEquals(1, run(spec.toString(), folder.resolve("out").toString(), "no class"));
    assertEquals(1, run(spec.toString(), folder.resolve("out").toString(), "a.Value"));
    assertEquals(
        """
        %1$s:1:1: no class is no name of a Java class: name one, such as org.example.Spec
        %1$s:1:1: a.Value is a class of the runtime: name another one by --class
        """
            .formatted(spec),
        text(err));
  }

  @Test
  void run_severalLibraries_nameTheOneThatHasTheModule() throws Exception {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Path library = Files.createDirectories(folder.resolve("library"));
    String base = "---- MODULE Base ----\nB == \\E p : p = p\n====\n";
    Files.writeString(library.resolve("Base.tla"), base);
    Path spec =
        Files.writeString(
            folder.resolve("Root.tla"), "---- MODULE Root ----\nEXTENDS Base\nE == B\n====\n");
    String[] args = {
      spec.toString(),
      folder.resolve("out").toString(),
      "Root",
      "--library",
      empty.toString(),
      "--library",
      library.toString()
    };
    assertEquals(1, run(args));
    Files.writeString(folder.resolve("Base.tla"), base);
    assertEquals(1, run(args));
    List<String> problems = text(err).lines().toList();
    assertTrue(problems.get(0).startsWith(library.resolve("Base.tla") + ":2:6: "), text(err));
    assertTrue(problems.get(1).startsWith(folder.resolve("Base.tla") + ":2:6: "), text(err));
  }

  @Test
  void run_unknownOrLoneOption_printsUsage() {
    assertEquals(1, run("Spec.tla", "out", "C", "--other", "x"));
    assertEquals(1, run("Spec.tla", "out", "C", "--config"));
    assertEquals(2, text(err).lines().filter(line -> line.startsWith("usage: ")).count());
  }
}

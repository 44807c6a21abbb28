package org.spaprtce.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spaprtce.compiler.Subset;
import org.spaprtce.oracle.runtime.TlaModule;

class CompileCommandTest {
  private static final Path SPECS =
      Path.of("src/test/resources/org/spaprtce/conformance/graph/user");
  private static final Path README = Path.of("../compiler/README.md");

  /** A file of the example: its name, and the block with its text. */
  private static final Pattern EXAMPLE_FILE =
      Pattern.compile("`([^`\\s]+)`:\n\n```(?:tla|cfg|java)\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

  private static Run compile(String... arguments) {
    return Run.of("compile", arguments);
  }

  private Run commit(String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                SPECS.resolve("Commit.tla").toString(),
                "--config",
                SPECS.resolve("Commit.cfg").toString(),
                "-o",
                folder.toString()));
    words.addAll(List.of(more));
    return compile(words.toArray(String[]::new));
  }

  private Path spec(String text) throws IOException {
    return Files.writeString(folder.resolve("Spec.tla"), text);
  }

  @Test
  void compile_specWithConfiguration_saysWhatTheClassHas() throws IOException {
    Run run = commit("--class", "org.example.Commit");
    assertEquals("", run.err());
    assertEquals(0, run.exitCode());
    Path file = folder.resolve("org/example/Commit.java");
    assertEquals(
        """
        %s
          class: org.example.Commit
          variables: vote, decision, mail
          constants: Participant = {p1, p2, p3}, Nobody = Nobody
          operators: vars, Symmetry, TypeInv, Init, AgreeInv
          actions: Say/2, Decide, Follow/1, Next
          invariants: TypeInv, AgreeInv
          not compiled, for TLC: SYMMETRY Symmetry, Settled, Spec
        """
            .formatted(file),
        run.out());
    String java = Files.readString(file);
    assertTrue(java.startsWith("package org.example;\n"), java);
    assertTrue(java.contains("INVARIANTS = List.of(\"TypeInv\", \"AgreeInv\");"), java);
    assertTrue(java.contains("Map.entry(\"Participant\", Values.parse(\"{p1, p2, p3}\"))"), java);
  }

  @Test
  void compile_again_leavesTheSameBytes() throws IOException {
    assertEquals(0, commit().exitCode());
    byte[] first = Files.readAllBytes(folder.resolve("Commit.java"));
    Run again = commit();
    assertTrue(again.out().startsWith(folder.resolve("Commit.java") + " (unchanged)\n"));
    assertEquals(0, again.exitCode());
    assertTrue(java.util.Arrays.equals(first, Files.readAllBytes(folder.resolve("Commit.java"))));
  }

  /** Another Java process, whose objects have other hash codes. */
  private static String java(Path output, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(arguments));
    return run(output, new ProcessBuilder(command));
  }

  private static String run(Path output, ProcessBuilder builder) throws Exception {
    Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    assertEquals(0, process.waitFor(), () -> text(output));
    return text(output);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Commit", "Relay"})
  void compile_inAnotherProcess_givesTheSameBytes(String name) throws Exception {
    String module = SPECS.resolve(name + ".tla").toString();
    String config = SPECS.resolve(name + ".cfg").toString();
    assertEquals(0, compile(module, "--config", config, "-o", folder.toString()).exitCode());
    Path other = folder.resolve("other");
    java(
        folder.resolve("output"),
        "-XX:+UnlockExperimentalVMOptions",
        "-XX:hashCode=2",
        "-cp",
        System.getProperty("java.class.path"),
        Sptce.class.getName(),
        "compile",
        module,
        "--config",
        config,
        "-o",
        other.toString());
    assertEquals(text(folder.resolve(name + ".java")), text(other.resolve(name + ".java")));
  }

  @Test
  void compile_otherFilesInTheFolder_stay() throws IOException {
    Path other = Files.writeString(folder.resolve("Mine.txt"), "mine");
    assertEquals(0, commit().exitCode());
    assertTrue(Files.exists(other));
  }

  @Test
  void compile_withoutConfiguration_namesTheConstantsThatItLacks() {
    Run run =
        compile(
            SPECS.resolve("Buffer.tla").toString(), "--tlc-only", "Spec", "-o", folder.toString());
    assertEquals(0, run.exitCode());
    assertTrue(
        run.out()
            .contains(
                "without a constructor for the configuration, as it lacks the value of: Producer,"
                    + " Consumer, Capacity"),
        run.out());
  }

  @Test
  void compile_library_findsModulesElsewhere() throws IOException {
    Path library = Files.createDirectories(folder.resolve("library"));
    Files.writeString(library.resolve("Base.tla"), "---- MODULE Base ----\nB == 1\n====\n");
    Path spec = spec("---- MODULE Spec ----\nEXTENDS Base\nE == B\n====\n");
    assertEquals(1, compile(spec.toString(), "-o", folder.toString()).exitCode());
    assertEquals(
        0,
        compile(spec.toString(), "-o", folder.toString(), "--library", library.toString())
            .exitCode());
  }

  @Test
  void compile_outsideTheSubset_namesFilePlaceAndConstruct() throws IOException {
    Path spec = spec("---- MODULE Spec ----\nVARIABLE x\nE == ENABLED (x' = 1)\n====\n");
    Run run = compile(spec.toString(), "-o", folder.toString());
    assertEquals(1, run.exitCode());
    assertEquals(spec + ":3:6: ENABLED: the condition as an operator of its own\n", run.err());
    assertEquals("", run.out());
    assertFalse(Files.exists(folder.resolve("Spec.java")));
  }

  @Test
  void compile_senselessConfiguration_namesFilePlaceAndReason() throws IOException {
    Path spec = spec("---- MODULE Spec ----\nVARIABLE x\nE == x\n====\n");
    Path config = Files.writeString(folder.resolve("Spec.cfg"), "INVARIANT E");
    Run run = compile(spec.toString(), "-o", folder.toString(), "--config", config.toString());
    assertEquals(1, run.exitCode());
    assertEquals(config + ":1:11: E: not Boolean by its form: write (E) = TRUE\n", run.err());
  }

  @Test
  void compile_badArguments_haveStatusTwo() throws IOException {
    assertEquals(2, compile().exitCode());
    assertEquals(2, compile("Spec.tla").exitCode());
    Path file = Files.writeString(folder.resolve("file"), "");
    Path spec = spec("---- MODULE Spec ----\nE == 1\n====\n");
    Run run = compile(spec.toString(), "-o", file.resolve("below").toString());
    assertEquals(2, run.exitCode());
    assertTrue(run.err().startsWith("sptce: " + file), run.err());
  }

  @Test
  void compile_whatCannotBeRead_isNamedWithTheRule() throws IOException {
    String spec = spec("---- MODULE Spec ----\nE == 1\n====\n").toString();
    String empty = Files.writeString(folder.resolve("Empty.tla"), "").toString();
    String out = folder.toString();
    assertRefused("SPEC.tla=Absent.tla: there is no such file", "Absent.tla", "-o", out);
    assertRefused("SPEC.tla=" + out + ": must be a file, it is a folder", out, "-o", out);
    assertRefused("SPEC.tla=" + empty + ": no module begins here", empty, "-o", out);
    String other = Files.writeString(folder.resolve("Spec.cfg"), "").toString();
    assertRefused("SPEC.tla=" + other + ": must end with .tla", other, "-o", out);
    assertRefused("--config=no.cfg: there is no such file", spec, "-o", out, "--config", "no.cfg");
    assertRefused("--library=no: there is no such folder", spec, "-o", out, "--library", "no");
    assertRefused("--output=: must name a file or a folder", spec, "--output", "");
    String rule =
        "--class=no class: is no name of a Java class: name one, such as org.example.Spec";
    assertRefused(rule, spec, "-o", out, "--class", "no class");
    assertRefused(
        "--class=a.Value: is a class of the runtime", spec, "-o", out, "--class", "a.Value");
  }

  private static void assertRefused(String complaint, String... arguments) {
    Run run = compile(arguments);
    assertTrue(run.err().startsWith(complaint), run.err());
    assertEquals(2, run.exitCode());
  }

  @Test
  void help_saysTheSubset() {
    Run run = compile("--help");
    assertEquals(0, run.exitCode());
    for (String line : Subset.help()) {
      assertTrue(run.out().lines().anyMatch(printed -> printed.equals("  " + line)), line);
    }
  }

  /** The blocks of a language in the page about the compiler. */
  private static List<String> blocks(String language) {
    List<String> blocks =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
            .matcher(text(README))
            .results()
            .map(block -> block.group(1))
            .toList();
    assertFalse(blocks.isEmpty(), language);
    return blocks;
  }

  /** What {@code make sptce} leaves in a checkout: the command, and a link to the runtime. */
  private Path build() throws Exception {
    Path command = Files.createDirectories(folder.resolve("target/bin")).resolve("sptce");
    Files.writeString(
        command,
        "#!/bin/sh\nexec java -cp '%s' %s \"$@\"\n"
            .formatted(System.getProperty("java.class.path"), Sptce.class.getName()));
    assertTrue(command.toFile().setExecutable(true));
    Matcher version = Pattern.compile("<version>(.*?)</version>").matcher(text(Path.of("pom.xml")));
    assertTrue(version.find());
    return Files.createSymbolicLink(
        Files.createDirectories(folder.resolve("target/lib"))
            .resolve("spaprtce-oracle-" + version.group(1) + ".jar"),
        Path.of(TlaModule.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
  }

  @Test
  void readme_example_runs() throws Exception {
    Path runtime = build();
    Matcher file = EXAMPLE_FILE.matcher(text(README));
    while (file.find()) {
      Path written = folder.resolve(file.group(1));
      Files.createDirectories(written.getParent());
      Files.writeString(written, file.group(2));
    }
    List<String> commands = blocks("sh");
    int last = commands.size() - 1;
    String script =
        "set -e\nmake() { :; }\n{\n%s} > compiled\n%s"
            .formatted(String.join("", commands.subList(0, last)), commands.get(last));
    ProcessBuilder shell = new ProcessBuilder("sh", "-c", script).directory(folder.toFile());
    shell
        .environment()
        .merge(
            "PATH",
            Path.of(System.getProperty("java.home"), "bin").toString(),
            (path, java) -> java + File.pathSeparator + path);
    String printed = run(folder.resolve("output"), shell);
    Files.delete(runtime);
    assertEquals(blocks("text").getLast(), printed);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

package org.spaprtce.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MutationTest {
  private static final Path LIST = Path.of("mutants.json");

  @TempDir Path scratch;

  private static Subject subject(String name) {
    return Subject.read(LIST).stream()
        .filter(subject -> subject.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void read_list_hasModulesOfTheProject() {
    List<Subject> subjects = Subject.read(LIST);
    assertEquals(
        List.of("compiler", "oracle", "impl"), subjects.stream().map(Subject::name).toList());
    for (Subject subject : subjects) {
      assertTrue(Files.exists(Path.of("../..", subject.folder(), "pom.xml")), subject.folder());
      assertTrue(subject.threshold() >= 90, subject.name());
      List<Subject.Entry> entries = new ArrayList<>(subject.survivors());
      entries.addAll(subject.endless());
      Set<Mutant.Key> known = new HashSet<>(subject.knownToSurvive());
      known.addAll(subject.knownToBeEndless());
      assertEquals(entries.stream().mapToInt(entry -> entry.nth().size()).sum(), known.size());
    }
  }

  @Test
  void read_unknownWord_isRefused() throws IOException {
    Path file = scratch.resolve("list.json");
    Files.writeString(file, Files.readString(LIST).replace("\"threshold\"", "\"treshold\""));
    assertThrows(RuntimeException.class, () -> Subject.read(file));
  }

  @Test
  void command_emptyList_isLeftOut() {
    List<String> command = Pit.command(subject("compiler"), scratch, scratch);
    assertTrue(command.contains("--targetClasses=org.spaprtce.compiler.*"), command.toString());
    assertTrue(
        command.stream().noneMatch(word -> word.startsWith("--excludedC")), command.toString());
    assertTrue(
        Pit.command(subject("oracle"), scratch, scratch)
            .contains("--excludedClasses=org.spaprtce.oracle.generated.*"));
  }

  @Test
  void only_pattern_keepsItsEntries() {
    Subject.Entry near = new Subject.Entry("a.b.C", "run", "Math", List.of(1, 2), "why");
    Subject.Entry far = new Subject.Entry("a.d.C", "run", "Math", List.of(1), "why");
    Subject all =
        new Subject(
            "x",
            "x",
            List.of("a.*"),
            List.of(),
            List.of(),
            subject("impl").engines(),
            95,
            List.of(near, far),
            List.of(far));
    Subject some = all.only("a.b.*");
    assertEquals(List.of("a.b.*"), some.classes());
    assertEquals(2, some.knownToSurvive().size());
    assertEquals(0, some.knownToBeEndless().size());
    assertEquals(0, some.threshold());
    assertTrue(some.engines().isEmpty());
    assertEquals(1, all.only("a.d.C").knownToBeEndless().size());
    assertEquals(0, all.only("a.d").knownToSurvive().size());
  }

  @Test
  void execute_unknownModule_isWrongUsage() {
    StringWriter messages = new StringWriter();
    CommandLine command = new CommandLine(new Mutation()).setErr(new PrintWriter(messages));
    assertEquals(2, command.execute("--root", "../..", "spec"));
    assertTrue(messages.toString().startsWith("module=spec: not one of [compiler, oracle, impl]"));
    assertFalse(messages.toString().contains("Exception"));
  }

  @Test
  void run_failingPit_isReported() {
    List<String> command =
        List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "NoSuchMain");
    IOException failure =
        assertThrows(IOException.class, () -> Pit.run(command, scratch, scratch.resolve("out")));
    String message = String.valueOf(failure.getMessage());
    assertTrue(message.startsWith("PIT exited with status=1, see "), message);
    assertTrue(message.contains("NoSuchMain"), message);
  }
}

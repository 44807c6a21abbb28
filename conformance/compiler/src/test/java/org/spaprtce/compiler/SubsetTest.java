package org.spaprtce.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every construct of the subset has a fixture that pins its Java, and every construct outside it
 * one that pins its refusal. The oracle's tests evaluate the same fixtures.
 */
class SubsetTest {
  private static final Path COMPILED = Path.of("src/test/resources/subset/compiled.txt");
  private static final Path REFUSED = Path.of("src/test/resources/subset/refused.txt");

  @TempDir Path folder;

  /** A fixture: constructs in brackets, TLA+, a line that begins with an arrow, what comes out. */
  record Example(List<String> constructs, String tla, String config, String expected) {
    static List<Example> read(Path file) {
      try {
        return Stream.of(Files.readString(file).split("\n\n", -1)).map(Example::of).toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static Example of(String text) {
      List<String> lines = text.strip().lines().toList();
      String head = lines.getFirst();
      int arrow = 1;
      StringBuilder tla = new StringBuilder();
      StringBuilder config = new StringBuilder();
      for (; !lines.get(arrow).startsWith("=>"); arrow++) {
        String line = lines.get(arrow);
        (line.startsWith("cfg: ") ? config : tla).append(line.replace("cfg: ", "")).append('\n');
      }
      return new Example(
          List.of(head.substring(1, head.length() - 1).split(" \\| ", -1)),
          tla.toString(),
          config.toString(),
          String.join("\n", lines.subList(arrow + 1, lines.size())) + "\n");
    }

    String compile(Path folder) throws IOException {
      if (!tla.contains("---- MODULE")) {
        return Fixture.compile(folder, tla.stripTrailing());
      }
      for (String module : tla.split("(?<=\n====\n)", -1)) {
        if (!module.isEmpty()) {
          Files.writeString(folder.resolve(module.split(" ", -1)[2] + ".tla"), module);
        }
      }
      Path cfg = Files.writeString(folder.resolve("Spec.cfg"), config);
      Options options = new Options(Set.of(), List.of(), Configuration.read(cfg));
      return SpecCompiler.compile(folder.resolve("Spec.tla"), Fixture.CLASS, options);
    }

    @Override
    public String toString() {
      return String.join(" | ", constructs);
    }
  }

  static List<Example> compiled() {
    return Example.read(COMPILED);
  }

  static List<Example> refused() {
    return Example.read(REFUSED);
  }

  @ParameterizedTest
  @MethodSource("compiled")
  void compile_construct_givesItsJava(Example example) throws IOException {
    String java = example.compile(folder);
    String method = example.expected().contains(" act_A(") ? "act_A" : "op_E";
    assertEquals(example.expected(), Fixture.method(java, method));
    assertEquals(java, example.compile(folder));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void compile_outside_isRefusedAtItsPlace(Example example) {
    CompileException refused = assertThrows(CompileException.class, () -> example.compile(folder));
    assertEquals(example.expected(), refused.getMessage() + "\n");
  }

  private static Set<String> constructs(List<Example> examples) {
    Set<String> all = new TreeSet<>();
    for (Example example : examples) {
      for (String construct : example.constructs()) {
        assertTrue(all.add(construct), () -> construct + " twice");
      }
    }
    return all;
  }

  @Test
  void compiled_constructs_areThoseOfTheSubset() {
    List<String> subset = new ArrayList<>();
    Subset.COMPILED.forEach(group -> subset.addAll(group.constructs()));
    assertEquals(new TreeSet<>(subset), constructs(compiled()));
  }

  @Test
  void refused_constructs_areThoseOutsideTheSubset() {
    assertEquals(new TreeSet<>(Subset.REFUSED), constructs(refused()));
  }

  @Test
  void help_lines_areFullOfConstructs() {
    List<String> lines = Subset.help();
    for (Subset.Group group : Subset.COMPILED) {
      int from = lines.indexOf(group.title()) + 1;
      List<String> found = new ArrayList<>();
      for (int i = from; found.size() < group.constructs().size(); i++) {
        String line = lines.get(i);
        assertTrue(line.startsWith("  ") && line.length() <= 75, line);
        List<String> more = List.of(line.substring(2).split(" {3}", -1));
        assertTrue(i == from || lines.get(i - 1).length() + more.getFirst().length() > 72, line);
        found.addAll(more);
      }
      assertEquals(group.constructs(), found);
    }
  }

  @Test
  void help_hasEveryConstruct() {
    String help = String.join("\n", Subset.help());
    Subset.COMPILED.forEach(group ->
        group.constructs().forEach(construct -> assertTrue(help.contains(construct), construct)));
    Subset.REFUSED.forEach(construct -> assertTrue(help.contains(construct), construct));
  }
}

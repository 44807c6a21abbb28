package org.spaprtce.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spaprtce.compiler.ir.Position;

/** What is compiled when only some operators are asked for, or when modules come in any order. */
class ExportTest {
  private static final String DEFINITIONS =
      """
      Used == 7
      Unused == 8
      E == Used
      F == 9
      Go == x' = E /\\ y' = y
      Stay == UNCHANGED <<x, y>>
      Init == x = 1 /\\ y = 1
      Next == Go \\/ y' = x'
      ASSUME C = 1
      """;

  @TempDir Path folder;

  /** The names of the methods that a class has when these operators are asked for. */
  private List<String> methods(Set<String> exports, String... substitutions) {
    List<Substitution> lines =
        List.of(substitutions).stream()
            .map(line -> line.split(" <- ", 2))
            .map(sides -> new Substitution(sides[0], sides[1], new Position("C.cfg", 1, 1)))
            .toList();
    Configuration configuration = new Configuration(List.of(), lines, Map.of());
    Path spec = Fixture.write(folder, DEFINITIONS);
    Options options = new Options(Set.of(), List.of(), configuration, exports);
    String java = SpecCompiler.compile(spec, Fixture.CLASS, options);
    Matcher method = Pattern.compile("\n  private \\w+ (\\w+)\\(").matcher(java);
    return method.results().map(found -> found.group(1)).toList();
  }

  @Test
  void compile_someOperators_hasWhatTheyUse() {
    assertEquals(
        List.of("op_Used", "op_E", "next_Go", "next_Next", "init_Init"), methods(Set.of("E")));
    assertEquals(
        List.of("op_Used", "op_E", "act_Go", "next_Go", "next_Next", "init_Init"),
        methods(Set.of("Go")));
  }

  @Test
  void compile_someOperators_hasWhatCanReplaceThem() {
    assertEquals(
        List.of("op_Used", "op_E", "op_F", "next_Go", "next_Stay", "next_Next", "init_Init"),
        methods(Set.of("E"), "E <- F", "Go <- Stay"));
  }

  @Test
  void compile_noneInParticular_hasAll() {
    assertEquals(
        List.of(
            "op_Used",
            "op_Unused",
            "op_E",
            "op_F",
            "op_Init",
            "act_Go",
            "act_Stay",
            "act_Next",
            "next_Go",
            "next_Next",
            "init_Init",
            "assume_1"),
        methods(Set.of()));
  }
}

package org.spaprtce.spec.mutants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tla2sany.semantic.ModuleNode;

/** Every part of every guard is found, and can be removed. */
class GuardsTest {
  private static final Path NORM = Path.of("");

  @TempDir Path folder;

  @Test
  void mutants_ofTheFixture_areAllItsParts() {
    assertEquals(
        List.of(
            "Lists.Failing: checks[i].fails -> TRUE",
            "Lists.Small: n >= 0 -> TRUE",
            "Lists.Small: n < 4 -> TRUE",
            "Lists.HeaderChecks: ~Small(cmd.n) -> FALSE",
            "SpaprTce.Same: x = cmd.n -> TRUE",
            "SpaprTce.Near: x > cmd.n - 2 -> TRUE",
            "SpaprTce.Near: x < cmd.n + 2 -> TRUE",
            "SpaprTce.Near: x = cmd.n -> TRUE",
            "SpaprTce.Near: x > 0 -> FALSE",
            "SpaprTce.TakeChecks: HeaderChecks(cmd) -> << >>",
            "SpaprTce.TakeChecks: \\/ Same(cmd) # {} \\/ ~Near(cmd) -> FALSE",
            "SpaprTce.TakeChecks: Same(cmd) # {} -> FALSE",
            "SpaprTce.TakeChecks: ~Near(cmd) -> FALSE",
            "SpaprTce.DropChecks: cmd.n > 9 -> FALSE",
            "SpaprTce.Checks: cmd.op = \"TAKE\" -> FALSE",
            "SpaprTce.Checks: cmd.op = \"TAKE\" -> TRUE",
            "SpaprTce.Checks: TakeChecks(cmd) -> << >>",
            "SpaprTce.Checks: DropChecks(cmd) -> << >>",
            "SpaprTce.Do: r \\in Results(cmd) -> TRUE"),
        Fixture.mutants(Fixture.SPEC).stream().map(Mutant::key).toList());
  }

  @Test
  void mutants_ofTheNorm_coverEveryCheck() {
    List<Mutant> mutants = Fixture.mutants(NORM);
    Set<String> conditions =
        mutants.stream().map(mutant -> mutant.becomes()).collect(Collectors.toSet());
    assertEquals(Set.of("TRUE", "FALSE", "<< >>"), conditions);
    assertEquals(mutants.size(), mutants.stream().map(Mutant::key).distinct().count());
    long checks =
        mutants.stream()
            .map(Mutant::module)
            .distinct()
            .mapToLong(module ->
                Pattern.compile("(?<!\\w)Check\\((?!step, clause)")
                    .matcher(Fixture.read(NORM.resolve("tla").resolve(module + ".tla")))
                    .results()
                    .count())
            .sum();
    assertTrue(checks >= 60, "checks=" + checks);
    assertTrue(mutants.size() >= 3 * checks, "mutants=" + mutants.size() + " checks=" + checks);
  }

  /** A module that can be parsed may still be misread: lists of conjuncts depend on columns. */
  @Test
  void mutantThatMovesTheRestOfItsLine_ofTheNorm_changesOneOperatorOnly() {
    Map<String, String> parts = parts(Fixture.mutants(NORM));
    Path copy = Fixture.copyNorm(NORM, folder);
    List<Mutant> moving =
        Fixture.mutants(NORM).stream()
            .filter(mutant -> mutant.becomes().length() > mutant.text().length())
            .toList();
    assertFalse(moving.isEmpty());
    for (Mutant mutant : moving) {
      Path module = copy.resolve("tla").resolve(mutant.module() + ".tla");
      String original = Fixture.read(module);
      Fixture.write(module, mutant.apply(original));
      Map<String, String> changed = parts(Fixture.mutants(copy));
      Fixture.write(module, original);
      String own = mutant.module() + "." + mutant.operator();
      for (Map.Entry<String, String> part : changed.entrySet()) {
        if (!part.getKey().equals(own)) {
          assertEquals(parts.get(part.getKey()), part.getValue(), mutant::key);
        }
      }
    }
  }

  @Test
  void apply_toAPartOfSeveralLines_keepsLinesAndColumns() {
    Mutant mutant =
        Fixture.mutant(
            Fixture.SPEC, "SpaprTce.TakeChecks: \\/ Same(cmd) # {} \\/ ~Near(cmd) -> FALSE");
    String original = Fixture.read(Fixture.SPEC.resolve("tla/SpaprTce.tla"));
    String changed = mutant.apply(original);
    assertEquals(
        original.replace(
            "\\/ Same(cmd) # {}\n             \\/ ~Near(cmd))", "FALSE\n" + " ".repeat(26) + ")"),
        changed);
  }

  @Test
  void mutants_ofANormWithoutChecks_areRefused() {
    ModuleNode root = Sany.parse(Fixture.SPEC.resolve("tla/Lists.tla"), List.of());
    assertThrows(IllegalArgumentException.class, () -> Guards.mutants(root, Map.of()));
  }

  @Test
  void parse_ofAModuleWithAnError_isRefused() {
    Path copy = Fixture.copy(folder);
    Path module = copy.resolve("tla/Lists.tla");
    Fixture.write(module, Fixture.read(module).replace("n < 4", "n < four"));
    assertThrows(IllegalArgumentException.class, () -> Fixture.mutants(copy));
  }

  private static Map<String, String> parts(List<Mutant> mutants) {
    return mutants.stream()
        .collect(
            Collectors.groupingBy(
                mutant -> mutant.module() + "." + mutant.operator(),
                Collectors.mapping(
                    mutant -> mutant.text() + mutant.becomes(), Collectors.joining("\n"))));
  }
}

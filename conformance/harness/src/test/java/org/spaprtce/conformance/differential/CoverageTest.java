package org.spaprtce.conformance.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.spaprtce.conformance.sut.ImplementationSystem;
import org.spaprtce.conformance.sut.Lockstep;
import org.spaprtce.conformance.sut.Scenario;
import org.spaprtce.conformance.sut.Step;
import org.spaprtce.conformance.workload.Campaign;
import org.spaprtce.conformance.workload.Openings;
import org.spaprtce.conformance.workload.Requirement;
import org.spaprtce.conformance.workload.Resolver;
import org.spaprtce.conformance.workload.Scenarios;
import org.spaprtce.conformance.workload.Selector;

/** What sequences must meet is what the norm has. */
class CoverageTest {
  private static final Pattern CHECK = Pattern.compile("Check\\([^\"]*\"([A-Z]+-\\d+)\"");

  @Test
  void everyClauseThatIsACheck_isRequired() throws IOException {
    Set<String> clauses = new TreeSet<>();
    try (Stream<Path> files = Files.list(Path.of("../../spec/tla"))) {
      for (Path file : files.toList()) {
        Matcher check = CHECK.matcher(Files.readString(file));
        while (check.find()) {
          clauses.add(check.group(1));
        }
      }
    }
    assertTrue(clauses.size() > 50, clauses::toString);
    Requirement.ALL.forEach(requirement -> clauses.remove(requirement.what()));
    assertEquals(Set.of(), clauses);
  }

  /** Each check that the norm makes of a command is required or is known to decide nothing. */
  @Test
  void everyCheckOfEveryCommand_isRequiredOrUnreachable() {
    Set<Requirement> checks = new TreeSet<>(java.util.Comparator.comparing(Requirement::toString));
    SplittableRandom random = new SplittableRandom(3);
    for (Scenario scenario : Scenarios.ALL) {
      for (int i = 0; i < Openings.COUNT; i++) {
        try (Lockstep lockstep = new Lockstep(scenario, ImplementationSystem::new)) {
          Openings.of(scenario, i).forEach(lockstep::take);
          for (int j = 0; j < 200; j++) {
            if (Resolver.resolve(Selector.draw(random), lockstep) instanceof Step.Call call) {
              lockstep
                  .oracle()
                  .explain(lockstep.state(), call.command())
                  .forEach(check -> checks.add(new Requirement(call.name(), check.clause())));
            }
          }
        }
      }
    }
    assertTrue(checks.size() > 100, checks::toString);
    checks.removeAll(Requirement.ALL);
    assertEquals(
        List.copyOf(
            Requirement.UNREACHABLE.keySet().stream().map(Requirement::toString).sorted().toList()),
        checks.stream().map(Requirement::toString).toList());
  }

  @Test
  void tooFewSequences_meetTooLittle() {
    Campaign.Result result = new Campaign(1, 2, 10, ImplementationSystem::new).run(done -> {});
    assertTrue(result.coverage().rarerThan(1).size() > 50, result::toString);
    assertEquals(3, result.coverage().rarest(3).size());
  }
}

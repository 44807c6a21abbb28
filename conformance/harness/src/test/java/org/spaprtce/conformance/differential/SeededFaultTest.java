package org.spaprtce.conformance.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.spaprtce.conformance.sut.Divergence;
import org.spaprtce.conformance.sut.ImplementationSystem;
import org.spaprtce.conformance.sut.OracleSystem;
import org.spaprtce.conformance.sut.Scenario;
import org.spaprtce.conformance.sut.SystemUnderTest;
import org.spaprtce.conformance.workload.Campaign;
import org.spaprtce.oracle.Quirk;

/** Faults that must be found, and shown by sequences without a step too many. */
class SeededFaultTest {
  private static final int SEQUENCES = 1_500;
  private static final int STEPS = 50;

  /** Enough to show any of these: three to open a container, and what is done with it. */
  private static final int LONGEST = 12;

  /** Quirks that no sequence can show on these machines, and why. */
  private static final Map<String, String> INVISIBLE =
      Map.of(
          "PinThenOverlap", "one of the orders that the norm allows",
          "OverlapThenPin", "one of the orders that the norm allows",
          "SignedAddresses", "windows end far below 2^63",
          "UnmapNotLastPage", "windows end far below 2^64");

  @TestFactory
  Stream<DynamicTest> fault_isFoundAndMinimal() {
    Map<String, Function<Scenario, SystemUnderTest>> faults = new TreeMap<>(MemoryFaults.ALL);
    faults.putAll(InterfaceFaults.ALL);
    return faults.entrySet().stream()
        .map(fault ->
            DynamicTest.dynamicTest(
                fault.getKey(), () -> requireFound(fault.getKey(), fault.getValue())));
  }

  /** What kernels do otherwise, done by the norm with that quirk. */
  @TestFactory
  Stream<DynamicTest> quirk_isFoundAndMinimal() {
    return Quirk.all().stream()
        .filter(quirk -> !INVISIBLE.containsKey(quirk.name()))
        .map(quirk ->
            DynamicTest.dynamicTest(
                quirk.name(),
                () ->
                    requireFound(
                        quirk.title(),
                        scenario -> new OracleSystem(scenario, quirk.substitutions()))));
  }

  @Test
  void invisibleQuirks_areThere() {
    Set<String> names = Set.copyOf(Quirk.all().stream().map(Quirk::name).toList());
    assertTrue(names.containsAll(INVISIBLE.keySet()), names::toString);
  }

  private static void requireFound(String fault, Function<Scenario, SystemUnderTest> systems) {
    Campaign.Result result = new Campaign(1, SEQUENCES, STEPS, systems).run(done -> {});
    assertTrue(result.divergence().isPresent(), () -> fault + " was not found");
    Divergence divergence = result.divergence().orElseThrow();
    assertTrue(divergence.steps().size() <= LONGEST, divergence::toString);
  }

  @Test
  void implementationWithoutFault_conformsAndMeetsEveryClause() {
    Campaign.Result result =
        new Campaign(2, 1_000, STEPS, ImplementationSystem::new).run(done -> {});
    assertEquals(Optional.empty(), result.divergence());
    assertEquals(List.of(), result.coverage().rarerThan(2));
    assertEquals(List.of(), result.coverage().unexpected());
  }
}

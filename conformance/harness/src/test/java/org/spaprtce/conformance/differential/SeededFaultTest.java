package org.spaprtce.conformance.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spaprtce.conformance.sut.Divergence;
import org.spaprtce.conformance.sut.ImplementationSystem;
import org.spaprtce.conformance.workload.Campaign;

/** Faults that must be found, and shown by sequences without a step too many. */
class SeededFaultTest {
  private static final int SEQUENCES = 4_000;
  private static final int STEPS = 50;

  /** Enough calls to show any of these faults: register, map, and the call that goes wrong. */
  private static final int LONGEST = 5;

  @ParameterizedTest
  @EnumSource
  void fault_isFoundAndMinimal(FaultySystem.Fault fault) {
    Campaign.Result result =
        new Campaign(1, SEQUENCES, STEPS, scenario -> new FaultySystem(fault, scenario))
            .run(done -> {});
    assertTrue(result.divergence().isPresent(), () -> fault + " was not found");
    Divergence divergence = result.divergence().orElseThrow();
    assertTrue(divergence.steps().size() <= LONGEST, divergence::toString);
  }

  @Test
  void implementationWithoutFault_conformsAndEveryResultIsReachedOften() {
    Campaign.Result result =
        new Campaign(2, 1_000, STEPS, ImplementationSystem::new).run(done -> {});
    assertEquals(Optional.empty(), result.divergence());
    assertEquals(List.of(), result.coverage().rarerThan(100));
  }
}

package org.spaprtce.conformance.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.spaprtce.conformance.sut.ImplementationSystem;
import org.spaprtce.conformance.sweep.FailureSweep;
import org.spaprtce.conformance.sweep.PortSweep;
import org.spaprtce.conformance.workload.Operations;

/** Whatever fails around a command, it leaves what the norm says, and nothing on the host. */
class FailureSweepTest {
  /** One prepared state of so many. */
  private static final int EVERY = 3;

  /**
   * Each step of the environment that a command takes; it can be refused by the failure of each.
   */
  private static final Map<String, Set<String>> STEPS =
      Map.of(
          "REGISTER_MEMORY", Set.of("limit", "pin", "records"),
          "MAP_DMA", Set.of("limit", "level", "platform", "entry", "pin"),
          "UNMAP_DMA", Set.of("limit", "level", "platform"),
          "TCE_CREATE", Set.of("limit", "level", "platform"),
          "ENABLE", Set.of("limit"),
          "EEH_PE_OP", Set.of("platform"),
          "OPEN_DEVICE", Set.of("platform"),
          "SET_CONTAINER", Set.of("platform"),
          "SET_IOMMU", Set.of("platform"));

  private static final Set<String> PORTS =
      Set.of(
          "HostMemory.pin",
          "ResourceLimits.memlock",
          "Allocations.records",
          "Allocations.contiguous",
          "Allocations.room",
          "Firmware.attach",
          "Firmware.program",
          "Firmware.openDevice",
          "Firmware.recover");

  @Test
  void everyStepOfTheEnvironment_failing_leavesWhatTheNormSays(TestReporter reporter) {
    FailureSweep.Result result = FailureSweep.of(ImplementationSystem::new, EVERY);
    reporter.publishEntry("refused", result.refused().toString());
    assertEquals(List.of(), result.differences());
    Map<String, Set<String>> steps = new TreeMap<>();
    result.refused().forEach((command, counts) -> steps.put(command, counts.keySet()));
    assertEquals(new TreeMap<>(STEPS), steps);
  }

  /** What a command does not ask for cannot refuse it; so each command was tried. */
  @Test
  void everyCommandThatCanSucceed_isSwept() {
    FailureSweep.Result result = FailureSweep.of(ImplementationSystem::new, 2 * EVERY + 1);
    Set<String> swept = new TreeSet<>(result.refused().keySet());
    swept.addAll(result.unaffected().keySet());
    Set<String> all = new TreeSet<>(Operations.all());
    all.removeAll(Set.of("UNKNOWN", "UNKNOWN_OF_GROUP", "LockedElsewhere"));
    assertEquals(all, swept);
  }

  @Test
  void leak_isFoundByTheSweep() {
    FailureSweep.Result result = FailureSweep.of(ImplementationSystem::leaking, 1);
    assertFalse(result.differences().isEmpty());
    assertTrue(result.differences().getFirst().contains("a pin for nothing"), result::toString);
  }

  @Test
  void everyCallOfTheHost_failingOrThrowing_leavesNothing(TestReporter reporter) {
    PortSweep.Result result = PortSweep.of(ImplementationSystem::new, EVERY);
    reporter.publishEntry("failed", result.failed().toString());
    reporter.publishEntry("thrown", result.thrown().toString());
    assertEquals(List.of(), result.differences());
    assertEquals(PORTS, ports(result.failed()));
    assertEquals(PORTS, ports(result.thrown()));
  }

  private static Set<String> ports(Map<String, Map<String, Long>> counts) {
    Set<String> ports = new HashSet<>();
    counts.values().forEach(byPort -> ports.addAll(byPort.keySet()));
    return ports;
  }

  @Test
  void leak_isFoundByFailingCalls() {
    PortSweep.Result result = PortSweep.of(ImplementationSystem::leaking, 1);
    assertFalse(result.differences().isEmpty());
    assertTrue(result.differences().getFirst().contains("a pin for nothing"), result::toString);
  }
}

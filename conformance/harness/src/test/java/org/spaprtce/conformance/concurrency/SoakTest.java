package org.spaprtce.conformance.concurrency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spaprtce.conformance.concurrency.SketchedMachine.Fault;
import org.spaprtce.conformance.sut.ConcurrentSystem;
import org.spaprtce.oracle.runtime.Value;

/** Random calls by several threads, judged by the oracle; and that races are found so. */
class SoakTest {
  private static final int PAUSE_NANOS = 20_000;

  private static SoakTally sketch(Fault fault, long rounds) {
    Map<Value, Integer> weights = new LinkedHashMap<>();
    SketchedMachine.COMMANDS.forEach(command -> weights.put(command, 4));
    return Soak.run(
        new Soak.Size(1, 3, 8, rounds),
        new SketchedMachine(fault, () -> LockSupport.parkNanos(PAUSE_NANOS)),
        new Workload(SketchedMachine.START, weights, List.of()),
        _ -> {});
  }

  @Test
  void implementation_randomCalls_areLinearizable() {
    SoakTally tally =
        Soak.run(
            new Soak.Size(1, 3, 12, 250),
            new ConcurrentSystem(Racing.SETTING, Thread::yield),
            Racing.everything(),
            _ -> {});
    assertEquals(250 * 36, tally.calls());
    assertTrue(tally.overlapping() > 0, "no two calls overlapped");
    for (String answer :
        List.of(
            "REGISTER_MEMORY OK",
            "REGISTER_MEMORY ENOMEM",
            "UNREGISTER_MEMORY EBUSY",
            "MAP_DMA OK",
            "TCE_CREATE OK",
            "TCE_REMOVE OK",
            "UNSET_CONTAINER OK",
            "device lookup memory")) {
      assertTrue(tally.answers().containsKey(answer), () -> answer + " not in " + tally.answers());
    }
  }

  @Test
  void sketch_withoutFault_isLinearizable() {
    assertEquals(100, sketch(Fault.NONE, 100).rounds());
  }

  @ParameterizedTest
  @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void sketch_withFault_isFound(Fault fault) {
    assertThrows(NotLinearizableException.class, () -> sketch(fault, 20_000));
  }

  @Test
  void size_tooLarge_isMisuse() {
    assertThrows(IllegalArgumentException.class, () -> new Soak.Size(1, 5, 13, 1));
    assertThrows(IllegalArgumentException.class, () -> new Soak.Size(1, 0, 1, 1));
  }
}

package org.spaprtce.conformance.concurrency;

import java.util.ArrayList;
import java.util.List;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.spaprtce.MachineState;
import org.spaprtce.Outcome;
import org.spaprtce.conformance.sut.ConcurrentSystem;
import org.spaprtce.conformance.sut.ConcurrentSystem.Request;
import org.spaprtce.oracle.runtime.Value;

/** The implementation as Lincheck calls it: operations by number. */
public class RacingMachine {
  /** All commands of the scenarios that are being checked. */
  private static volatile List<Request> requests = List.of();

  private final ConcurrentSystem system = new ConcurrentSystem(Racing.SETTING, () -> {});

  /** A machine in its initial state. */
  public RacingMachine() {}

  /** Gives the commands their numbers. */
  static void number(List<Value> commands) {
    List<Request> next = new ArrayList<>();
    commands.forEach(c -> next.add(ConcurrentSystem.request(Racing.SCENARIO.cast(), c)));
    requests = next;
  }

  /** The command of a number. */
  static Value command(int number) {
    return requests.get(number).norm();
  }

  /** Makes a call. */
  @Operation
  public Outcome call(@Param(gen = IntGen.class) int number) {
    return system.execute(requests.get(number));
  }

  /** Looks at the whole state. */
  @Operation
  public MachineState look() {
    return system.state();
  }
}

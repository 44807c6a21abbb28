package org.spaprtce.conformance.sweep;

import java.util.List;
import org.spaprtce.conformance.norm.Environment;
import org.spaprtce.conformance.norm.NormCommand;
import org.spaprtce.conformance.norm.NormCommand.Target;
import org.spaprtce.conformance.sut.Lockstep;
import org.spaprtce.conformance.sut.Step;
import org.spaprtce.oracle.runtime.State;

/** The end of a program: every file is closed. */
final class Closing {
  private Closing() {}

  /**
   * Closes every file; then every process must be charged what others have, and nothing be left.
   */
  static void closeAll(Lockstep lockstep) {
    lockstep
        .state()
        .get("groups")
        .asMap()
        .forEach((group, file) -> {
          Target target =
              new Target(
                  lockstep.scenario().cast().processes().getFirst(),
                  group.asString(),
                  Environment.GENEROUS);
          for (long i = file.field("devices").asLong(); i > 0; i--) {
            lockstep.take(new Step.Call(NormCommand.ofGroup("CLOSE_DEVICE", target)));
          }
          if (file.field("open").asBoolean()) {
            lockstep.take(new Step.Call(NormCommand.ofGroup("CLOSE_GROUP", target)));
          }
        });
    State state = lockstep.state();
    State first = lockstep.oracle().initial();
    for (String variable : List.of("containers", "groups", "regions", "windows", "mappings")) {
      if (!state.get(variable).equals(first.get(variable))) {
        throw new IllegalStateException("closing leaves " + variable + "=" + state.get(variable));
      }
    }
    if (!state.get("lockedVm").equals(state.get("elsewhere"))) {
      throw new IllegalStateException("closing leaves charges: " + state.get("lockedVm"));
    }
  }
}

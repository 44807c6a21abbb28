package org.spaprtce.bench;

import java.util.Collections;
import java.util.Set;
import org.spaprtce.DmaWindow;
import org.spaprtce.Machine;
import org.spaprtce.SpaprTce;
import org.spaprtce.TableGroup;
import org.spaprtce.TceProcess;
import org.spaprtce.platform.Allocations;
import org.spaprtce.platform.Platform;
import org.spaprtce.platform.SimulatedFirmware;

/** A machine of the implementation with one process, and a group for each of its containers. */
final class EngineProcess {

  /** Most containers. */
  private static final int GROUPS = 4;

  private final SpaprTce machine;
  private final TceProcess process;
  private int opened;

  EngineProcess(Host host) {
    var group = new TableGroup(host.windowStart(), 0, Set.of(12, 16), 2, 1, "");
    machine =
        new SpaprTce(
            new Machine(host.pageSize(), Collections.nCopies(GROUPS, group), false),
            new Platform(
                host.memory(), host.limits(), Allocations.UNLIMITED, new SimulatedFirmware()));
    process = machine.openProcess();
  }

  /**
   * Opens a container that has the next group.
   *
   * @throws IllegalStateException if the window comes out differently
   * @throws IndexOutOfBoundsException if there is no group left
   */
  Container open(DmaWindow window) {
    return new EngineContainer(
        machine, process, machine.openContainer(), machine.group(opened++), window);
  }
}

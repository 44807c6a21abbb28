package org.spaprtce.platform;

import java.util.ArrayList;
import java.util.List;

/**
 * A host that is simulated throughout: all ports, set by hand, and the places where each can fail.
 */
public final class SimulatedPlatform {

  private final SimulatedHostMemory memory;
  private final SimulatedResourceLimits limits = new SimulatedResourceLimits(-1);
  private final SimulatedAllocations allocations = new SimulatedAllocations();
  private final SimulatedFirmware firmware = new SimulatedFirmware();

  /** A host that refuses nothing. */
  public SimulatedPlatform() {
    this(new SimulatedHostMemory());
  }

  /**
   * A host that refuses nothing.
   *
   * @param memory its memory
   */
  public SimulatedPlatform(SimulatedHostMemory memory) {
    this.memory = memory;
  }

  /** {@return the memory} */
  public SimulatedHostMemory memory() {
    return memory;
  }

  /** {@return the limits, all there is at the start} */
  public SimulatedResourceLimits limits() {
    return limits;
  }

  /** {@return the allocations} */
  public SimulatedAllocations allocations() {
    return allocations;
  }

  /** {@return the firmware} */
  public SimulatedFirmware firmware() {
    return firmware;
  }

  /** {@return the ports for a machine} */
  public Platform ports() {
    return new Platform(memory, limits, allocations, firmware);
  }

  /** {@return every place where a call of a port can be made to fail, in a fixed order} */
  public List<FaultPoint> faultPoints() {
    var points = new ArrayList<FaultPoint>();
    points.add(memory.pinCalls());
    points.add(limits.memlockCalls());
    points.addAll(allocations.calls());
    points.addAll(firmware.calls());
    return List.copyOf(points);
  }
}

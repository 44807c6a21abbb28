package org.spaprtce.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.spaprtce.DmaWindow;
import org.spaprtce.Errno;
import org.spaprtce.GroupId;

/**
 * Firmware that does what it is told, remembers it, and refuses on demand. A call that fails is
 * refused with EIO. What no container may ask is answered with an {@link IllegalStateException}.
 *
 * @clause GRP-8 WIN-5 WIN-19 QRY-8 QRY-9
 */
public final class SimulatedFirmware implements Firmware {

  private final FaultPoint attachCalls = new FaultPoint("Firmware.attach");
  private final FaultPoint programCalls = new FaultPoint("Firmware.program");
  private final FaultPoint openDeviceCalls = new FaultPoint("Firmware.openDevice");
  private final FaultPoint recoverCalls = new FaultPoint("Firmware.recover");

  private final SortedMap<GroupId, List<DmaWindow>> programmed = new TreeMap<>();
  private final SortedMap<GroupId, Integer> devices = new TreeMap<>();
  private @Nullable Errno refusal;
  private int state;

  /** Firmware that refuses nothing. */
  public SimulatedFirmware() {}

  /**
   * Refuses everything that can be refused from now on.
   *
   * @param errno why
   * @clause GRP-8 WIN-5 QRY-8
   */
  public synchronized void refuse(Errno errno) {
    refusal = errno;
  }

  /** Takes back {@link #refuse}. */
  public synchronized void refuseNothing() {
    refusal = null;
  }

  /**
   * Sets what {@link #recover} answers.
   *
   * @param next the state of every device, any number; 0 at the start
   * @clause QRY-9
   */
  public synchronized void setState(int next) {
    state = next;
  }

  /**
   * {@return the groups that are given to containers, each with the windows that it has, in the
   * order of their programming}
   *
   * @clause WIN-19
   */
  public synchronized SortedMap<GroupId, List<DmaWindow>> programmed() {
    var copy = new TreeMap<GroupId, List<DmaWindow>>();
    programmed.forEach((group, windows) -> copy.put(group, List.copyOf(windows)));
    return copy;
  }

  /** {@return the groups of which devices are open, each with their number} */
  public synchronized SortedMap<GroupId, Integer> devices() {
    return new TreeMap<>(devices);
  }

  /**
   * {@return the calls of {@link #attach}, {@link #program}, {@link #openDevice} and {@link
   * #recover}, in this order}
   */
  public List<FaultPoint> calls() {
    return List.of(attachCalls, programCalls, openDeviceCalls, recoverCalls);
  }

  @Override
  public synchronized Optional<Errno> attach(List<GroupId> groups, List<DmaWindow> windows) {
    Optional<Errno> refused = answer(attachCalls);
    if (refused.isEmpty()) {
      for (GroupId group : groups) {
        require(programmed.putIfAbsent(group, new ArrayList<>(windows)) == null, group, windows);
      }
    }
    return refused;
  }

  @Override
  public synchronized void detach(GroupId group, List<DmaWindow> windows) {
    require(windows.equals(programmed.remove(group)), group, windows);
  }

  @Override
  public synchronized Optional<Errno> program(List<GroupId> groups, List<DmaWindow> windows) {
    Optional<Errno> refused = answer(programCalls);
    if (refused.isEmpty()) {
      for (GroupId group : groups) {
        List<DmaWindow> there = programmed.get(group);
        require(there != null && there.addAll(windows), group, windows);
      }
    }
    return refused;
  }

  @Override
  public synchronized void unprogram(List<GroupId> groups, DmaWindow window) {
    for (GroupId group : groups) {
      List<DmaWindow> there = programmed.get(group);
      require(there != null && there.remove(window), group, List.of(window));
    }
  }

  @Override
  public synchronized Optional<Errno> openDevice(GroupId group) {
    Optional<Errno> refused = answer(openDeviceCalls);
    if (refused.isEmpty()) {
      devices.merge(group, 1, Integer::sum);
    }
    return refused;
  }

  @Override
  public synchronized void closeDevice(GroupId group) {
    require(devices.containsKey(group), group, List.of());
    devices.computeIfPresent(group, (g, count) -> count == 1 ? null : count - 1);
  }

  @Override
  public synchronized Recovery recover(List<GroupId> groups, int operation) {
    return answer(recoverCalls)
        .<Recovery>map(Unrecovered::new)
        .orElseGet(() -> new Recovered(state));
  }

  private Optional<Errno> answer(FaultPoint point) {
    return point.fails() ? Optional.of(Errno.EIO) : Optional.ofNullable(refusal);
  }

  /** What the interface never does. */
  private void require(boolean holds, GroupId group, List<DmaWindow> windows) {
    if (!holds) {
      throw new IllegalStateException(
          "group=%s windows=%s programmed=%s".formatted(group, windows, programmed));
    }
  }
}

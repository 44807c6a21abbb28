package org.spaprtce;

import java.util.List;
import java.util.Optional;
import org.spaprtce.platform.Firmware;

/** Firmware that leaves everything to other firmware. */
class ForwardingFirmware implements Firmware {

  private final Firmware other;

  ForwardingFirmware(Firmware other) {
    this.other = other;
  }

  @Override
  public Optional<Errno> attach(List<GroupId> groups, List<DmaWindow> windows) {
    return other.attach(groups, windows);
  }

  @Override
  public void detach(GroupId group, List<DmaWindow> windows) {
    other.detach(group, windows);
  }

  @Override
  public Optional<Errno> program(List<GroupId> groups, List<DmaWindow> windows) {
    return other.program(groups, windows);
  }

  @Override
  public void unprogram(List<GroupId> groups, DmaWindow window) {
    other.unprogram(groups, window);
  }

  @Override
  public Optional<Errno> openDevice(GroupId group) {
    return other.openDevice(group);
  }

  @Override
  public void closeDevice(GroupId group) {
    other.closeDevice(group);
  }

  @Override
  public Recovery recover(List<GroupId> groups, int operation) {
    return other.recover(groups, operation);
  }
}

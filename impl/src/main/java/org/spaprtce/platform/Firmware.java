package org.spaprtce.platform;

import java.util.List;
import java.util.Optional;
import org.spaprtce.DmaWindow;
import org.spaprtce.Errno;
import org.spaprtce.GroupId;

/**
 * Hardware and firmware behind the IOMMU groups.
 *
 * <p>Each command asks at most one question that may be refused, and asks it last, after its own
 * checks: what is accepted is done. All methods but {@link #recover} are called by one thread at a
 * time, under a lock that MAP_DMA and UNMAP_DMA do not need.
 */
public interface Firmware {

  /**
   * Gives groups to a container that has a type, and programs its windows into them; all or
   * nothing.
   *
   * @param groups the groups, not empty, the last that came first
   * @param windows the windows that the container has
   * @return nothing, or why it is refused
   * @clause GRP-8 GRP-10
   */
  Optional<Errno> attach(List<GroupId> groups, List<DmaWindow> windows);

  /**
   * Takes a group from a container, and the windows out of the group. This cannot be refused.
   *
   * @param group a group that was given
   * @param windows the windows that the container has
   * @clause LIF-1 LIF-2
   */
  void detach(GroupId group, List<DmaWindow> windows);

  /**
   * Programs new windows into groups; all or nothing.
   *
   * @param groups the groups of a container
   * @param windows the default window, or the one that TCE_CREATE asks for, or both
   * @return nothing, or why it is refused
   * @clause WIN-5
   */
  Optional<Errno> program(List<GroupId> groups, List<DmaWindow> windows);

  /**
   * Takes a window out of groups. This cannot be refused.
   *
   * @param groups the groups of a container
   * @param window a window that was programmed into them
   * @clause WIN-17
   */
  void unprogram(List<GroupId> groups, DmaWindow window);

  /**
   * Opens a device of a group.
   *
   * @param group the group, in a container that has a type
   * @return nothing, or why it is refused
   * @clause GRP-8
   */
  Optional<Errno> openDevice(GroupId group);

  /**
   * Closes a device of a group. This cannot be refused.
   *
   * @param group a group of which a device is open
   * @clause LIF-5
   */
  void closeDevice(GroupId group);

  /**
   * Carries out an operation of EEH, the recovery of devices. Called with no lock held; the groups
   * may leave their container meanwhile.
   *
   * @param groups the groups of a container, the last that came first
   * @param operation 0 to 9
   * @return the state of the device where that was asked for, or why it is refused
   * @clause QRY-8 QRY-9
   */
  Recovery recover(List<GroupId> groups, int operation);

  /**
   * The answer to an operation of EEH.
   *
   * @clause QRY-8 QRY-9
   */
  sealed interface Recovery {}

  /**
   * The operation was carried out.
   *
   * @param state the state of the device where the operation asks for it, or 0
   * @clause QRY-9
   */
  record Recovered(int state) implements Recovery {}

  /**
   * The operation was refused.
   *
   * @param errno why; the command answers it
   * @clause QRY-8
   */
  record Unrecovered(Errno errno) implements Recovery {}
}

package org.spaprtce.conformance.judge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The containers, groups and devices that a process has open, by descriptor.
 *
 * <p>A container serves until its last group leaves it, not until it is closed; a group leaves when
 * its last descriptor and the last one of its devices are closed, or by UNSET_CONTAINER.
 */
final class OpenFiles {
  /** An open container, group or device. */
  sealed interface OpenFile {}

  /** An open container. */
  static final class Container implements OpenFile {
    private final String name;
    private final Set<Group> groups = new HashSet<>();
    private long type;
    private boolean foreign;
    private boolean owesWindow;

    private Container(String name) {
      this.name = name;
    }

    /** Its name in the norm. */
    String name() {
      return name;
    }

    /** The type of its IOMMU, or 0. */
    long type() {
      return type;
    }

    /** Whether another process may be the one it is bound to. */
    boolean foreign() {
      return foreign;
    }

    void becomeForeign() {
      foreign = true;
    }

    /** Whether its default window is owed: it appears when it is needed first. */
    boolean owesWindow() {
      return owesWindow;
    }

    /** The default window has appeared, or was given up. */
    void settleWindow() {
      owesWindow = false;
    }
  }

  /** An open group. */
  static final class Group implements OpenFile {
    private int references = 1;
    private boolean hadDevice;
    private @Nullable Container container;
  }

  private static final class Device implements OpenFile {
    private final Group group;
    private int references = 1;

    private Device(Group group) {
      this.group = group;
    }
  }

  /** The type of IOMMU of the norm's containers. */
  static final long TYPE = 7;

  private final Map<String, OpenFile> files = new HashMap<>();
  private int containers;

  /** The name in the norm of the i-th container that the process opens, from 1. */
  static String containerName(int i) {
    return "container-" + i;
  }

  void openContainer(String descriptor) {
    containers++;
    files.put(descriptor, new Container(containerName(containers)));
  }

  void openGroup(String descriptor) {
    files.put(descriptor, new Group());
  }

  /** Opens a device; false if the descriptor of the group is of unknown origin. */
  boolean openDevice(String groupDescriptor, String descriptor) {
    if (!(files.get(groupDescriptor) instanceof Group group)) {
      return false;
    }
    group.hadDevice = true;
    group.references++;
    files.put(descriptor, new Device(group));
    return true;
  }

  /** Makes a second descriptor; false if the first is of unknown origin. */
  boolean duplicate(String descriptor, String copy) {
    switch (files.get(descriptor)) {
      case null -> {
        return false;
      }
      case Container container -> files.put(copy, container);
      case Group group -> {
        group.references++;
        files.put(copy, group);
      }
      case Device device -> {
        device.references++;
        files.put(copy, device);
      }
    }
    return true;
  }

  /** What a step did to the containers: nothing, or one lost its last group. */
  record Left(@Nullable Container released, boolean hadDevice) {
    static final Left NOTHING = new Left(null, false);
  }

  /** Closes a descriptor; null if it is of unknown origin. */
  @Nullable Left close(String descriptor) {
    return switch (files.remove(descriptor)) {
      case null -> null;
      case Container _ -> Left.NOTHING;
      case Group group -> drop(group);
      case Device device -> {
        device.references--;
        yield device.references == 0 ? drop(device.group) : Left.NOTHING;
      }
    };
  }

  private static Left drop(Group group) {
    group.references--;
    return group.references == 0 ? leave(group) : Left.NOTHING;
  }

  /** A group joins a container; false if a descriptor is of unknown origin. */
  boolean setContainer(String groupDescriptor, String descriptor) {
    if (files.get(groupDescriptor) instanceof Group group
        && files.get(descriptor) instanceof Container container) {
      group.container = container;
      container.groups.add(group);
      return true;
    }
    return false;
  }

  /** A group leaves its container; null if its descriptor is of unknown origin. */
  @Nullable Left unsetContainer(String groupDescriptor) {
    return files.get(groupDescriptor) instanceof Group group ? leave(group) : null;
  }

  private static Left leave(Group group) {
    Container container = group.container;
    group.container = null;
    if (container == null) {
      return Left.NOTHING;
    }
    container.groups.remove(group);
    if (!container.groups.isEmpty() || container.type == 0) {
      return Left.NOTHING;
    }
    container.type = 0;
    container.foreign = false;
    container.owesWindow = false;
    return new Left(container, group.hadDevice);
  }

  /** A container gets its IOMMU; false if the descriptor is of unknown origin. */
  boolean setIommu(String descriptor, long type) {
    Container container = container(descriptor);
    if (container == null) {
      return false;
    }
    container.type = type;
    container.owesWindow = type == TYPE;
    return true;
  }

  /** The container of a descriptor, or null. */
  @Nullable Container container(String descriptor) {
    return files.get(descriptor) instanceof Container container ? container : null;
  }
}

package org.spaprtce.conformance.judge;

/**
 * Why an operation is not covered: the norm has no say in it, or the recording tells too little.
 */
public enum Reason {
  /** Containers, groups and devices are opened, joined, left and closed. */
  LIFE_CYCLE("life cycle of containers, groups and devices"),
  /** TCE_CREATE and TCE_REMOVE. */
  WINDOW_COMMAND("DMA window command"),
  /** GET_INFO, CHECK_EXTENSION and the like. */
  QUERY("query: GET_INFO, CHECK_EXTENSION, API version, group status"),
  /** Memory is mapped, unmapped, protected, locked, used. */
  MEMORY("memory of the process"),
  /** RLIMIT_MEMLOCK and the user. */
  PRIVILEGE("limits and user of the process"),
  /** Devices and EEH. */
  DEVICE("device or EEH operation"),
  /** ENABLE and DISABLE. */
  VERSION_1_COMMAND("ENABLE or DISABLE"),
  /** An ioctl by its number. */
  RAW_IOCTL("ioctl by number"),
  /** No operation at all. */
  LOOK("no operation, the recorder looks"),
  /** The process died. */
  DIED("the process died"),
  /** A call of a second process. */
  SECOND_PROCESS("call of a second process"),
  /** A container that may be bound to another process. */
  FOREIGN("container that a second process may have bound"),
  /** The descriptor is no container. */
  NOT_A_CONTAINER("descriptor is not an open container"),
  /** The container has no IOMMU yet, or not any more. */
  NO_IOMMU("container without an IOMMU type"),
  /** The container is of version 1. */
  VERSION_1("container of another IOMMU type than 7"),
  /** The default window that is owed could not be made. */
  DEFAULT_WINDOW_REFUSED("default window refused"),
  /** Memory for the kernel's own records. */
  ALLOCATION_FAILURE("allocation failure"),
  /** From here on: a call succeeded on a descriptor that the recording does not explain. */
  LOST_DESCRIPTOR("after a success on a descriptor of unknown origin"),
  /** From here on: a call succeeded on a container that may belong to another process. */
  LOST_FOREIGN("after a success on a container that a second process may have bound"),
  /** From here on: an ioctl given by number succeeded. */
  LOST_RAW_IOCTL("after an ioctl by number that succeeded"),
  /** From here on: whether the default window exists is unknown. */
  LOST_DEFAULT_WINDOW("after a TCE_CREATE that may have made the default window"),
  /** From here on: a window was removed that the recording did not open. */
  LOST_WINDOW("after a DMA window command that the windows do not explain"),
  /** From here on: memory of a released container is still mapped by another one. */
  LOST_RELEASE("after a release that leaves blocks mapped by another container"),
  /** From here on: it is unknown whether the container is released. */
  LOST_DEVICE("after the close of a group whose device may still be mapped"),
  /** From here on: the process had ended. */
  LOST_EXIT("after the end of the process");

  private final String text;

  Reason(String text) {
    this.text = text;
  }

  /** The reason for a reader. */
  public String text() {
    return text;
  }
}

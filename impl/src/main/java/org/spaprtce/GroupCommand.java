package org.spaprtce;

import org.spaprtce.Command.Header;

/**
 * A request to an IOMMU group, as the caller sent it: nothing is validated here, the group judges.
 */
public sealed interface GroupCommand {

  /** What a descriptor that is passed to SET_CONTAINER names. */
  sealed interface NamedFile {}

  /**
   * A container.
   *
   * @param id its number, of the same machine
   */
  record ContainerFile(ContainerId id) implements NamedFile {}

  /** A file that is no container. */
  enum NoContainer implements NamedFile {
    /** An open file of another kind (GRP-4). */
    OTHER,
    /** No open file (GRP-2). */
    CLOSED
  }

  /** Open the file of the group. */
  record OpenGroup() implements GroupCommand {}

  /** Close the last descriptor of the group's file. */
  record CloseGroup() implements GroupCommand {}

  /** GET_DEVICE_FD: open the file of a device of the group. */
  record OpenDevice() implements GroupCommand {}

  /** Close the last descriptor of one of the group's device files. */
  record CloseDevice() implements GroupCommand {}

  /**
   * GET_STATUS: ask whether the group is in a container, {@link Outcome.Status}.
   *
   * @param header first fields; flags are not looked at
   */
  record GetStatus(Header header) implements GroupCommand {
    /** Bytes of the argument structure. */
    public static final int ARGSZ = 8;

    /** A request with a well-formed header. */
    public GetStatus() {
      this(new Header(true, ARGSZ, 0));
    }
  }

  /**
   * SET_CONTAINER: put the group into a container.
   *
   * @param readable whether the descriptor can be read
   * @param file what the descriptor names
   */
  record SetContainer(boolean readable, NamedFile file) implements GroupCommand {

    /**
     * A request that can be read.
     *
     * @param container the container
     */
    public SetContainer(ContainerId container) {
      this(true, new ContainerFile(container));
    }
  }

  /** UNSET_CONTAINER: take the group out of its container. */
  record UnsetContainer() implements GroupCommand {}

  /**
   * A request that no group has.
   *
   * @param request its number
   */
  record Unknown(int request) implements GroupCommand {}
}

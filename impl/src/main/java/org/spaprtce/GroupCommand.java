package org.spaprtce;

import org.spaprtce.Command.Header;

/**
 * A request to an IOMMU group, as the caller sent it: nothing is validated here, the group judges.
 *
 * <p>Each command says which errors it answers and which clauses refuse it; its clause tag names
 * those that say what it does. All but {@link OpenGroup} ask first whether the file that they are
 * sent to is open. Answers EBADF (GRP-2). What {@link Header} answers is added where a command has
 * one.
 *
 * @clause ABI-4 ABI-5
 */
public sealed interface GroupCommand {

  /**
   * What a descriptor that is passed to SET_CONTAINER names.
   *
   * @clause GRP-2 GRP-4
   */
  sealed interface NamedFile {}

  /**
   * A container.
   *
   * @param id its number, of the same machine
   * @clause GRP-10
   */
  record ContainerFile(ContainerId id) implements NamedFile {}

  /**
   * A file that is no container.
   *
   * @clause GRP-2 GRP-4
   */
  enum NoContainer implements NamedFile {
    /** An open file of another kind (GRP-4). */
    OTHER,
    /** No open file (GRP-2). */
    CLOSED
  }

  /**
   * Open the file of the group, which nobody has open.
   *
   * <p>Answers EBUSY (GRP-1).
   *
   * @clause GRP-1
   */
  record OpenGroup() implements GroupCommand {}

  /**
   * Close the last descriptor of the group's file; without open devices, the group leaves its
   * container.
   *
   * <p>Answers no error of its own.
   *
   * @clause LIF-1 LIF-2 LIF-5
   */
  record CloseGroup() implements GroupCommand {}

  /**
   * GET_DEVICE_FD: open the file of a device of the group.
   *
   * <p>Answers EINVAL (GRP-9), the platform's error (GRP-8).
   *
   * @clause GRP-9 LIF-5
   */
  record OpenDevice() implements GroupCommand {}

  /**
   * Close the last descriptor of one of the group's device files; a group whose own file is closed
   * leaves its container with the last of them.
   *
   * <p>Answers no error of its own: the file that it is sent to is that of the device.
   *
   * @clause LIF-1 LIF-2 LIF-5
   */
  record CloseDevice() implements GroupCommand {}

  /**
   * GET_STATUS: ask whether the group is in a container, {@link Outcome.Status}.
   *
   * <p>Answers no error of its own.
   *
   * @param header first fields; flags are not looked at
   * @clause QRY-5
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
   * <p>Answers EFAULT (ABI-1), EBADF (GRP-2), EINVAL (GRP-3, GRP-4), EPERM (GRP-5, GRP-7), EBUSY
   * (GRP-6), the platform's error (GRP-8).
   *
   * @param readable whether the descriptor can be read
   * @param file what the descriptor names; not looked at if it cannot be read
   * @clause GRP-10
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

  /**
   * UNSET_CONTAINER: take the group out of its container.
   *
   * <p>Answers EINVAL (GRP-11), EBUSY (GRP-12).
   *
   * @clause LIF-1 LIF-2 LIF-3
   */
  record UnsetContainer() implements GroupCommand {}

  /**
   * A request that no group has.
   *
   * <p>Answers ENOTTY (SES-3).
   *
   * @param request its number, not looked at
   * @clause SES-3
   */
  record Unknown(int request) implements GroupCommand {}
}

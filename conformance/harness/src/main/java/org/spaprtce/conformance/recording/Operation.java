package org.spaprtce.conformance.recording;

import java.math.BigInteger;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that a process did, with what it passed and without what it was answered.
 *
 * <p>Descriptors are named as the recording names them: by the names of its script, or by number.
 * Addresses and sizes are bytes, 64 bits unsigned.
 */
public sealed interface Operation {

  /** A call of one of the four commands that the norm speaks about. */
  sealed interface Call extends Operation {
    /** The descriptor of the container. */
    String container();

    /** The beginning of the argument structure. */
    Header header();
  }

  /** REGISTER_MEMORY. */
  record Register(String container, Header header, BigInteger vaddr, BigInteger size)
      implements Call {}

  /** UNREGISTER_MEMORY. */
  record Unregister(String container, Header header, BigInteger vaddr, BigInteger size)
      implements Call {}

  /** MAP_DMA. */
  record MapDma(String container, Header header, BigInteger vaddr, BigInteger iova, BigInteger size)
      implements Call {}

  /** UNMAP_DMA. */
  record UnmapDma(String container, Header header, BigInteger iova, BigInteger size)
      implements Call {}

  /** A command on the DMA windows of a container. */
  sealed interface WindowCommand extends Operation {
    /** The descriptor of the container. */
    String container();

    /** The beginning of the argument structure. */
    Header header();
  }

  /**
   * TCE_CREATE.
   *
   * @param pageShift the logarithm of the window's page, 32 bits unsigned
   * @param size the size that was asked for
   * @param start the bus address that was answered; null unless the call succeeded
   */
  record CreateWindow(
      String container, Header header, long pageShift, BigInteger size, @Nullable BigInteger start)
      implements WindowCommand {}

  /** TCE_REMOVE. */
  record RemoveWindow(String container, Header header, BigInteger start) implements WindowCommand {}

  /** A step in the life of containers, groups and devices. */
  sealed interface LifeCycle extends Operation {}

  /** A container is opened. */
  record OpenContainer(String descriptor) implements LifeCycle {}

  /** A group is opened. */
  record OpenGroup(String descriptor) implements LifeCycle {}

  /** A device of a group is opened. */
  record OpenDevice(String group, String descriptor) implements LifeCycle {}

  /** A second descriptor of an open file is made. */
  record Duplicate(String descriptor, String copy) implements LifeCycle {}

  /** A descriptor is closed. */
  record Close(String descriptor) implements LifeCycle {}

  /** GROUP_SET_CONTAINER. */
  record SetContainer(String group, String container) implements LifeCycle {}

  /** GROUP_UNSET_CONTAINER. */
  record UnsetContainer(String group) implements LifeCycle {}

  /** SET_IOMMU with the type of IOMMU that is asked for. */
  record SetIommu(String container, long type) implements LifeCycle {}

  /** The process ends and with it all that it has open. */
  record ProcessExit() implements LifeCycle {}

  /** The process changes or uses its memory. */
  sealed interface Memory extends Operation {}

  /**
   * Memory is mapped.
   *
   * @param arena whether the recorder chose the address, and so left a gap behind the memory
   */
  record MapMemory(BigInteger start, BigInteger size, Set<MemoryTrait> traits, boolean arena)
      implements Memory {
    /** Copies the traits. */
    public MapMemory {
      traits = Set.copyOf(traits);
    }
  }

  /** Memory is unmapped. */
  record UnmapMemory(BigInteger start, BigInteger size) implements Memory {}

  /** The protection of memory changes. */
  record ProtectMemory(BigInteger start, BigInteger size, boolean writable) implements Memory {}

  /** Memory is used in a way that leaves its mapping as it is. */
  record UseMemory() implements Memory {}

  /** The process changes what it is allowed to do. */
  sealed interface Privilege extends Operation {}

  /** RLIMIT_MEMLOCK is set, bytes. */
  record SetMemlock(BigInteger limit) implements Privilege {}

  /** The user of the process changes; any but 0 loses all capabilities. */
  record SetUser(long user) implements Privilege {}

  /** A question that changes nothing: GET_INFO, CHECK_EXTENSION, GET_API_VERSION, GET_STATUS. */
  record Query() implements Operation {}

  /** An operation on a device, or an EEH operation. */
  record DeviceOperation() implements Operation {}

  /** ENABLE or DISABLE, which only containers of version 1 have. */
  record EnableOrDisable() implements Operation {}

  /** An ioctl given by number. */
  record RawIoctl(String descriptor) implements Operation {}

  /** Nothing is done; the recorder only looks at the process. */
  record Look() implements Operation {}

  /** The process died in the operation that has no record. */
  record Died() implements Operation {}
}

package org.spaprtce.conformance.recording;

import java.math.BigInteger;
import java.util.Set;

/**
 * Something that a process did, with what it passed and without what it was answered.
 *
 * <p>Descriptors are named as the recording names them: by the names of its script, or by number.
 * Addresses and sizes are bytes, 64 bits unsigned.
 */
public sealed interface Operation {

  /** An ioctl on a descriptor. */
  record Ioctl(String descriptor, Request request) implements Operation {}

  /** A step in the life of files and processes. */
  sealed interface LifeCycle extends Operation {}

  /** A container is opened. */
  record OpenContainer(String descriptor) implements LifeCycle {}

  /** A group is opened. */
  record OpenGroup(String descriptor, String group) implements LifeCycle {}

  /** A device of a group is opened: GROUP_GET_DEVICE_FD. */
  record OpenDevice(String group, String descriptor) implements LifeCycle {}

  /** A second descriptor of an open file is made. */
  record Duplicate(String descriptor, String copy) implements LifeCycle {}

  /** A descriptor is closed. */
  record Close(String descriptor) implements LifeCycle {}

  /** The process ends and with it all that it has open. */
  record ProcessExit() implements LifeCycle {}

  /** The process changes or uses its memory. */
  sealed interface Memory extends Operation {}

  /** Memory is mapped. */
  record MapMemory(BigInteger start, BigInteger size, Set<MemoryTrait> traits) implements Memory {
    /** Copies the traits. */
    public MapMemory {
      traits = Set.copyOf(traits);
    }
  }

  /** A file to be mapped could not be made. */
  record MapNothing() implements Memory {}

  /** Memory is unmapped. */
  record UnmapMemory(BigInteger start, BigInteger size) implements Memory {}

  /** The protection of memory changes. */
  record ProtectMemory(BigInteger start, BigInteger size, boolean readable, boolean writable)
      implements Memory {}

  /** The kernel is told what to expect of memory. */
  record AdviseMemory(BigInteger start, BigInteger size, long advice) implements Memory {}

  /** Memory is locked. */
  record LockMemory(BigInteger start, BigInteger size) implements Memory {}

  /** Memory is unlocked. */
  record UnlockMemory(BigInteger start, BigInteger size) implements Memory {}

  /** Every byte of a range is set to 0x5a. */
  record TouchMemory(BigInteger start, BigInteger size) implements Memory {}

  /** Words of 64 bits are written: the value, the value plus one, and so on. */
  record WriteWords(BigInteger start, BigInteger value, long size) implements Memory {}

  /** A word of 64 bits is read. */
  record ReadWord(BigInteger start) implements Memory {}

  /** The process changes what it is allowed to do. */
  sealed interface Privilege extends Operation {}

  /** RLIMIT_MEMLOCK is set, bytes. */
  record SetMemlock(BigInteger limit) implements Privilege {}

  /** The user of the process changes; any but 0 loses all capabilities. */
  record SetUser(long user) implements Privilege {}

  /** A device copies between memory and its buffer. */
  sealed interface DeviceAccess extends Operation {
    /** The descriptor of the device. */
    String device();

    /** The bus address. */
    BigInteger iova();

    /** Bytes. */
    long size();
  }

  /** From memory to the device's buffer. */
  record DeviceReads(String device, BigInteger iova, long size) implements DeviceAccess {}

  /** From the device's buffer to memory. */
  record DeviceWrites(String device, BigInteger iova, long size) implements DeviceAccess {}

  /** An ioctl that only devices have. */
  record DeviceIoctl() implements Operation {}

  /** Nothing is done; the recorder only looks at the process. */
  record Look() implements Operation {}

  /** The process died in the operation that has no record. */
  record Died() implements Operation {}
}

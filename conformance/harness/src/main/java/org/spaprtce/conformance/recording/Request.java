package org.spaprtce.conformance.recording;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * What an ioctl asks for, with what was passed and without what was answered.
 *
 * <p>Addresses and sizes are bytes, 64 bits unsigned.
 */
public sealed interface Request {
  /** A request with an argument structure. */
  sealed interface Structured extends Request {
    /** The beginning of the structure. */
    Header header();
  }

  /** GET_API_VERSION. */
  record ApiVersion() implements Request {}

  /** CHECK_EXTENSION. */
  record CheckExtension(long extension) implements Request {}

  /** SET_IOMMU. */
  record SetIommu(long type) implements Request {}

  /** GET_INFO. */
  record GetInfo(Header header) implements Structured {}

  /** REGISTER_MEMORY. */
  record Register(Header header, BigInteger vaddr, BigInteger size) implements Structured {}

  /** UNREGISTER_MEMORY. */
  record Unregister(Header header, BigInteger vaddr, BigInteger size) implements Structured {}

  /** MAP_DMA. */
  record MapDma(Header header, BigInteger vaddr, BigInteger iova, BigInteger size)
      implements Structured {}

  /** UNMAP_DMA. */
  record UnmapDma(Header header, BigInteger iova, BigInteger size) implements Structured {}

  /**
   * TCE_CREATE.
   *
   * @param pageShift the logarithm of the window's page, 32 bits unsigned
   * @param levels 32 bits unsigned
   */
  record CreateWindow(Header header, long pageShift, BigInteger size, long levels)
      implements Structured {}

  /** TCE_REMOVE. */
  record RemoveWindow(Header header, BigInteger start) implements Structured {}

  /** ENABLE. */
  record Enable() implements Request {}

  /** DISABLE. */
  record Disable() implements Request {}

  /** EEH_PE_OP. */
  record Eeh(Header header, long operation) implements Structured {}

  /** GROUP_GET_STATUS. */
  record GroupStatus(Header header) implements Structured {}

  /** GROUP_SET_CONTAINER with the descriptor that is passed. */
  record SetContainer(String descriptor) implements Request {}

  /** GROUP_UNSET_CONTAINER. */
  record UnsetContainer() implements Request {}

  /**
   * An ioctl of VFIO by its number.
   *
   * @param number the number, counted from VFIO's first
   * @param argument what is passed: a value, or the address of a structure; null if not recorded
   */
  record Raw(long number, @Nullable BigInteger argument) implements Request {}
}

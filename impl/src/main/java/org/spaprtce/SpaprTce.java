package org.spaprtce;

import org.apache.commons.lang3.Validate;
import org.spaprtce.engine.AddressSpace;
import org.spaprtce.platform.HostMemory;
import org.spaprtce.platform.ResourceLimits;

/**
 * A process that uses the interface: its pre-registered memory, its locked_vm and its containers.
 *
 * <pre>{@code
 * var memory = new SimulatedHostMemory();
 * var process = new SpaprTce(1 << 16, memory, new SimulatedResourceLimits(1 << 23));
 * var container = process.openContainer(new DmaWindow(new Iova(0), 1L << 31, 1 << 12, 64));
 * container.execute(new RegisterMemory(new UserAddress(0x10000), 0x10000));
 * container.execute(new MapDma(new UserAddress(0x13000), new Iova(0x5000), 0x1000, READ_WRITE));
 * TceEntry entry = container.translate(new Iova(0x5678)).orElseThrow();
 * }</pre>
 *
 * <p>Any number of threads may use a process and its containers.
 */
public final class SpaprTce {

  private final AddressSpace addressSpace;

  /**
   * Creates a process without containers.
   *
   * @param pageSize bytes of a page of the host, a power of two
   * @param memory pins blocks
   * @param limits answers for the calling task
   * @throws IllegalArgumentException if the page size is not a power of two
   */
  public SpaprTce(long pageSize, HostMemory memory, ResourceLimits limits) {
    Validate.isTrue(
        Long.bitCount(pageSize) == 1,
        "pageSize=%s is not a power of two",
        Long.toUnsignedString(pageSize));
    addressSpace = new AddressSpace(Long.numberOfTrailingZeros(pageSize), memory, limits);
  }

  /**
   * Opens a container that is bound to the process by one DMA window, and charges the window's
   * table, whatever the limit is.
   *
   * @param window the window, for the whole life of the container
   * @return the container, with the next number
   * @throws IllegalArgumentException if the tables of the process would pass 2^64 pages
   */
  public TceContainer openContainer(DmaWindow window) {
    return new TceContainer(addressSpace.openContainer(window));
  }

  /**
   * Sets the pages of locked_vm that something else than this interface charged.
   *
   * @param pages any number, unsigned
   */
  public void setLockedElsewhere(long pages) {
    addressSpace.setLockedElsewhere(pages);
  }

  /** {@return the whole state at one moment} */
  public ProcessState state() {
    return addressSpace.state();
  }
}

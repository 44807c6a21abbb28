package org.spaprtce.platform;

import org.spaprtce.ContainerId;
import org.spaprtce.Iova;

/**
 * How much memory the host would give for the interface's own records and tables.
 *
 * <p>The implementation keeps both on the Java heap, smaller than a kernel does; this port decides
 * when a kernel would be refused. Threads call it at the same time, also with locks held.
 */
public interface Allocations {

  /** All that is asked for. {@link #room} of this very object is not even called. */
  Allocations UNLIMITED =
      new Allocations() {
        @Override
        public long records() {
          return -1;
        }

        @Override
        public long contiguous() {
          return -1;
        }

        @Override
        public long room(ContainerId container, Iova iova, long size) {
          return size;
        }
      };

  /**
   * {@return bytes that can be allocated for the records of a block, unsigned}
   *
   * @clause REG-11
   */
  long records();

  /**
   * {@return bytes that can be allocated for a level of a table, unsigned}
   *
   * @clause WIN-4 WIN-12
   */
  long contiguous();

  /**
   * Makes the levels of a table that a range of bus addresses needs, as far as possible.
   *
   * @param container the container whose window the range lies in
   * @param iova first bus address
   * @param size bytes, unsigned, not zero
   * @return how many leading bytes have their levels, unsigned; what is not a whole IOMMU page does
   *     not count, nor what exceeds the size
   * @clause MAP-13
   */
  long room(ContainerId container, Iova iova, long size);
}

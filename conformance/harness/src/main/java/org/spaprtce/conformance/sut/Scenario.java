package org.spaprtce.conformance.sut;

import java.util.List;
import org.spaprtce.DmaWindow;

/**
 * The fixed surroundings of a sequence of steps.
 *
 * @param pageSize bytes of a page of the host, a power of two
 * @param windows the DMA window of each container; second windows all have the same start, and so
 *     have the others
 * @param elsewhere pages of locked_vm that others charged, unsigned
 */
public record Scenario(long pageSize, List<DmaWindow> windows, long elsewhere) {
  /** Least bus address of a window that is the second one of its container. */
  public static final long LEAST_SECOND = 1L << 59;

  private static final long DEFAULT_PAGE = 1 << 12;

  /** Copies the list. */
  public Scenario {
    windows = List.copyOf(windows);
  }

  /** Whether a window is the second one of a container that has lost its first. */
  static boolean isSecond(DmaWindow window) {
    return Long.compareUnsigned(window.start().value(), LEAST_SECOND) >= 0;
  }

  /** Whether a window is the default one; any other was created in its place. */
  static boolean isDefault(DmaWindow window) {
    return !isSecond(window) && window.pageBytes() == DEFAULT_PAGE;
  }

  @Override
  public String toString() {
    return "pageSize=0x%x elsewhere=%s windows=%s"
        .formatted(pageSize, Long.toUnsignedString(elsewhere), windows);
  }
}

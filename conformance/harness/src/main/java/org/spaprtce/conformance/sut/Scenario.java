package org.spaprtce.conformance.sut;

import java.util.List;
import org.spaprtce.DmaWindow;

/**
 * The fixed surroundings of a sequence of steps.
 *
 * @param pageSize bytes of a page of the host, a power of two
 * @param windows the DMA window of each container
 * @param elsewhere pages of locked_vm that others charged, unsigned
 */
public record Scenario(long pageSize, List<DmaWindow> windows, long elsewhere) {
  /** Copies the list. */
  public Scenario {
    windows = List.copyOf(windows);
  }

  @Override
  public String toString() {
    return "pageSize=0x%x elsewhere=%s windows=%s"
        .formatted(pageSize, Long.toUnsignedString(elsewhere), windows);
  }
}

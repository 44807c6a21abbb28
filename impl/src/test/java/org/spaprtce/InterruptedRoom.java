package org.spaprtce;

import org.spaprtce.platform.Allocations;
import org.spaprtce.platform.Platform;

/** Ports that do something else before they say how much room a table has. */
final class InterruptedRoom {

  private InterruptedRoom() {}

  static Platform port(Platform ports, Runnable before) {
    var allocations =
        new Allocations() {
          @Override
          public long records() {
            return ports.allocations().records();
          }

          @Override
          public long contiguous() {
            return ports.allocations().contiguous();
          }

          @Override
          public long room(ContainerId container, Iova iova, long size) {
            before.run();
            return ports.allocations().room(container, iova, size);
          }
        };
    return new Platform(ports.memory(), ports.limits(), allocations, ports.firmware());
  }
}

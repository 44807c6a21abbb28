package org.spaprtce;

import java.util.ArrayDeque;
import java.util.Queue;
import org.spaprtce.platform.HostMemory;
import org.spaprtce.platform.PinnedBlock;
import org.spaprtce.platform.Platform;

/** Memory that does a piece of work of a test inside of pin or unpin, when the pages are pinned. */
final class InterruptedMemory {

  private final Queue<Runnable> inPin = new ArrayDeque<>();
  private final Queue<Runnable> inUnpin = new ArrayDeque<>();

  /** Does something in the next pin that has nothing to do yet. */
  void next(Runnable work) {
    inPin.add(work);
  }

  /** Does something in the next unpin that has nothing to do yet. */
  void nextUnpin(Runnable work) {
    inUnpin.add(work);
  }

  /** Ports with this memory in front of theirs. */
  Platform port(Platform ports) {
    return with(
        ports,
        new HostMemory() {
          @Override
          public PinResult pin(ProcessId owner, UserAddress start, long size) {
            PinResult result = ports.memory().pin(owner, start, size);
            run(inPin);
            return result;
          }

          @Override
          public void unpin(PinnedBlock block) {
            ports.memory().unpin(block);
            run(inUnpin);
          }
        });
  }

  private static void run(Queue<Runnable> queue) {
    Runnable work = queue.poll();
    if (work != null) {
      work.run();
    }
  }

  /** Ports with other memory. */
  static Platform with(Platform ports, HostMemory memory) {
    return new Platform(memory, ports.limits(), ports.allocations(), ports.firmware());
  }
}

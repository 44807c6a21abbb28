package org.spaprtce.bench;

import java.util.Optional;
import java.util.function.Function;
import org.spaprtce.Command;
import org.spaprtce.DmaWindow;
import org.spaprtce.Iova;
import org.spaprtce.Outcome;
import org.spaprtce.SpaprTce;
import org.spaprtce.TceContainer;
import org.spaprtce.TceEntry;
import org.spaprtce.platform.HostMemory;
import org.spaprtce.platform.ResourceLimits;

/** What is compared. */
public enum Peer {
  /** The baseline: blocks in a linked list, a place in an array for each TCE. */
  LIST {
    @Override
    Function<DmaWindow, Container> process(
        long pageSize, HostMemory memory, ResourceLimits limits) {
      var process = new ListedProcess(pageSize, memory, limits);
      return window -> new ListedContainer(process, window);
    }
  },

  /** The implementation. */
  ENGINE {
    @Override
    Function<DmaWindow, Container> process(
        long pageSize, HostMemory memory, ResourceLimits limits) {
      var process = new SpaprTce(pageSize, memory, limits);
      return window -> new EngineContainer(process.openContainer(window));
    }
  };

  /**
   * Creates a process.
   *
   * @param pageSize bytes of a page of the host, a power of two
   * @param memory pins blocks
   * @param limits answers for the calling task
   * @return opens a container of the process for each window that it is given
   */
  abstract Function<DmaWindow, Container> process(
      long pageSize, HostMemory memory, ResourceLimits limits);

  private record EngineContainer(TceContainer container) implements Container {

    @Override
    public Outcome execute(Command command) {
      return container.execute(command);
    }

    @Override
    public Optional<TceEntry> translate(Iova iova) {
      return container.translate(iova);
    }
  }
}

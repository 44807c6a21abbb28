package org.spaprtce.bench;

import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
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

/** What is compared: the implementation, and what it is measured against. */
public enum Peer {
  /** The implementation. */
  ENGINE {
    @Override
    Function<DmaWindow, Container> process(
        long pageSize, HostMemory memory, ResourceLimits limits) {
      var process = new SpaprTce(pageSize, memory, limits);
      return window -> new EngineContainer(process.openContainer(window));
    }
  },

  /** Blocks in a linked list; one lock for the process. */
  LIST {
    @Override
    Function<DmaWindow, Container> process(
        long pageSize, HostMemory memory, ResourceLimits limits) {
      return opener(new PagedProcess(pageSize, memory, limits, new LinkedBlocks(), false));
    }
  },

  /** Blocks in a tree; one lock for the process. */
  TREE {
    @Override
    Function<DmaWindow, Container> process(
        long pageSize, HostMemory memory, ResourceLimits limits) {
      var blocks = new SortedBlocks(new TreeMap<>(Long::compareUnsigned));
      return opener(new PagedProcess(pageSize, memory, limits, blocks, false));
    }
  },

  /** Blocks in a skip list that is read without locks; a lock for each container. */
  SKIP_LIST {
    @Override
    Function<DmaWindow, Container> process(
        long pageSize, HostMemory memory, ResourceLimits limits) {
      var blocks = new SortedBlocks(new ConcurrentSkipListMap<>(Long::compareUnsigned));
      return opener(new PagedProcess(pageSize, memory, limits, blocks, true));
    }
  },

  /** No blocks, as in version 1: every map pins and charges its pages, every unmap gives back. */
  PINNING {
    @Override
    Function<DmaWindow, Container> process(
        long pageSize, HostMemory memory, ResourceLimits limits) {
      var process = new PinningProcess(pageSize, memory, limits);
      return window -> new PinningContainer(process, window);
    }

    @Override
    boolean registers() {
      return false;
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

  /** {@return whether memory is registered before it is mapped} */
  boolean registers() {
    return true;
  }

  private static Function<DmaWindow, Container> opener(PagedProcess process) {
    return window -> new PagedContainer(process, window);
  }

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

package org.spaprtce.bench;

import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import org.spaprtce.DmaWindow;

/** What is compared: the implementation, and what it is measured against. */
public enum Peer {
  /** The implementation. */
  ENGINE {
    @Override
    Function<DmaWindow, Container> process(Host host) {
      return new EngineProcess(host)::open;
    }
  },

  /** Blocks in a linked list that is read without locks; a lock for each container. */
  LIST {
    @Override
    Function<DmaWindow, Container> process(Host host) {
      return opener(new PagedProcess(host, new LinkedBlocks(), true));
    }
  },

  /** Blocks in a tree; one lock for the process. */
  TREE {
    @Override
    Function<DmaWindow, Container> process(Host host) {
      var blocks = new SortedBlocks(new TreeMap<>(Long::compareUnsigned));
      return opener(new PagedProcess(host, blocks, false));
    }
  },

  /** Blocks in a skip list that is read without locks; a lock for each container. */
  SKIP_LIST {
    @Override
    Function<DmaWindow, Container> process(Host host) {
      var blocks = new SortedBlocks(new ConcurrentSkipListMap<>(Long::compareUnsigned));
      return opener(new PagedProcess(host, blocks, true));
    }
  },

  /** No blocks, as in version 1: every map pins and charges its pages, every unmap gives back. */
  PINNING {
    @Override
    Function<DmaWindow, Container> process(Host host) {
      var process = new PinningProcess(host);
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
   * @param host what it runs on
   * @return opens a container of the process for each window that it is given
   */
  abstract Function<DmaWindow, Container> process(Host host);

  /** {@return whether memory is registered before it is mapped} */
  boolean registers() {
    return true;
  }

  private static Function<DmaWindow, Container> opener(PagedProcess process) {
    return window -> new PagedContainer(process, window);
  }
}

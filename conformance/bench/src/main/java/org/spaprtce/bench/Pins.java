package org.spaprtce.bench;

import org.spaprtce.platform.SimulatedHostMemory;

/** What pins memory. */
public enum Pins {
  /** The simulated host, which counts pins in a table of its own. */
  SIMULATED {
    @Override
    World world(Peer peer, long blockSize) {
      return new World(peer, new SimulatedHostMemory(), FlatMemory.BASE, 1, blockSize);
    }
  };

  /** {@return a process with one block} */
  abstract World world(Peer peer, long blockSize);
}

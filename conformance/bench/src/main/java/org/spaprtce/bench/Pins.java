package org.spaprtce.bench;

import java.lang.foreign.Arena;
import org.spaprtce.platform.AnonymousMemory;
import org.spaprtce.platform.LinuxHostMemory;
import org.spaprtce.platform.SimulatedHostMemory;

/** What pins memory. */
public enum Pins {
  /** The simulated host, which counts pins in a table of its own. */
  SIMULATED {
    @Override
    World world(Peer peer, long blockSize) {
      return new World(peer, new SimulatedHostMemory(), FlatMemory.BASE, 1, blockSize);
    }
  },

  /** Memory of this process, which Linux locks and unlocks, page by page of the system. */
  REAL {
    @Override
    World world(Peer peer, long blockSize) {
      // Aligned to the host's page, as a block has to be.
      long start = AnonymousMemory.map(blockSize + World.HOST_PAGE, Arena.global()).address();
      long base = (start + World.HOST_PAGE - 1) & -World.HOST_PAGE;
      var memory = new LinuxHostMemory(LinuxHostMemory.Placement.ASSUMED);
      return new World(peer, memory, base, 1, blockSize);
    }
  };

  /** {@return a process with one block} */
  abstract World world(Peer peer, long blockSize);
}

package org.spaprtce.bench;

import java.util.List;
import org.spaprtce.HostPhysicalAddress;
import org.spaprtce.ProcessId;
import org.spaprtce.UserAddress;
import org.spaprtce.platform.HostMemory;
import org.spaprtce.platform.PhysicalRun;
import org.spaprtce.platform.PinnedBlock;

/** Memory of which every block lies in one run, with huge pages, and that counts no pins. */
final class FlatMemory implements HostMemory {

  /** User address of the first physical byte. */
  static final long BASE = 1L << 36;

  @Override
  public PinResult pin(ProcessId owner, UserAddress start, long size) {
    var run = new PhysicalRun(new HostPhysicalAddress(start.value() - BASE), size);
    return new PinnedBlock(start, 1L << 30, List.of(run));
  }

  @Override
  public void unpin(PinnedBlock block) {}
}

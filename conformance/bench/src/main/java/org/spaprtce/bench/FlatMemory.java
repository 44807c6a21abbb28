package org.spaprtce.bench;

import java.util.List;
import java.util.Optional;
import org.spaprtce.HostPhysicalAddress;
import org.spaprtce.UserAddress;
import org.spaprtce.platform.HostMemory;
import org.spaprtce.platform.PhysicalRun;
import org.spaprtce.platform.PinnedBlock;

/** Memory of which every block lies in one run, with huge pages, and that counts no pins. */
final class FlatMemory implements HostMemory {

  /** User address of the first physical byte. */
  static final long BASE = 1L << 36;

  @Override
  public Optional<PinnedBlock> pin(UserAddress start, long size) {
    var run = new PhysicalRun(new HostPhysicalAddress(start.value() - BASE), size);
    return Optional.of(new PinnedBlock(start, size, 1L << 30, List.of(run)));
  }

  @Override
  public void unpin(PinnedBlock block) {}
}

package org.spaprtce.bench;

import java.util.Optional;
import org.spaprtce.UserAddress;
import org.spaprtce.platform.HostMemory;
import org.spaprtce.platform.PinnedBlock;
import org.spaprtce.platform.ResourceLimits;
import org.spaprtce.platform.ResourceLimits.Memlock;

/** A process whose pages are pinned and charged one by one. Its monitor guards the charges. */
final class PinningProcess {

  private final long pageSize;
  private final HostMemory memory;
  private final ResourceLimits limits;

  /** Pages charged. */
  private long locked;

  PinningProcess(long pageSize, HostMemory memory, ResourceLimits limits) {
    this.pageSize = pageSize;
    this.memory = memory;
    this.limits = limits;
  }

  /** Charges a page; tells whether the limit allows it. */
  synchronized boolean charge() {
    Memlock memlock = limits.memlock();
    long limit = Long.divideUnsigned(memlock.bytes(), pageSize);
    if (!memlock.capIpcLock() && Long.compareUnsigned(locked, limit) >= 0) {
      return false;
    }
    locked++;
    return true;
  }

  synchronized void uncharge() {
    locked--;
  }

  /** {@return the pages that are charged} */
  synchronized long locked() {
    return locked;
  }

  Optional<PinnedBlock> pin(long address, long size) {
    return memory.pin(new UserAddress(address), size);
  }

  /** Gives a page back and takes away its charge. */
  void release(PinnedBlock page) {
    memory.unpin(page);
    uncharge();
  }
}

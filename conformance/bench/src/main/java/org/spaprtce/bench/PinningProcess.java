package org.spaprtce.bench;

import org.jspecify.annotations.Nullable;
import org.spaprtce.ProcessId;
import org.spaprtce.UserAddress;
import org.spaprtce.platform.PinnedBlock;
import org.spaprtce.platform.ResourceLimits.Memlock;

/** A process whose pages are pinned and charged one by one. Its monitor guards the charges. */
final class PinningProcess {

  /** All memory is this process's. */
  private static final ProcessId OWNER = new ProcessId(0);

  private final Host host;

  /** Pages charged. */
  private long locked;

  PinningProcess(Host host) {
    this.host = host;
  }

  /** Charges a page; tells whether the limit allows it. */
  synchronized boolean charge() {
    Memlock memlock = host.limits().memlock();
    long limit = Long.divideUnsigned(memlock.bytes(), host.pageSize());
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

  /** {@return a pinned range, or null if it cannot be pinned} */
  @Nullable PinnedBlock pin(long address, long size) {
    return host.memory().pin(OWNER, new UserAddress(address), size) instanceof PinnedBlock pinned
        ? pinned
        : null;
  }

  /** Gives a page back and takes away its charge. */
  void release(PinnedBlock page) {
    host.memory().unpin(page);
    uncharge();
  }
}

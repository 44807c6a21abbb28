package org.spaprtce;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.spaprtce.platform.AnonymousMemory;
import org.spaprtce.platform.LinuxHostMemory;
import org.spaprtce.platform.LinuxHostMemory.Placement;
import org.spaprtce.platform.LinuxProcess;
import org.spaprtce.platform.LinuxResourceLimits;
import org.spaprtce.platform.PinnedBlock;
import org.spaprtce.platform.ResourceLimits.Memlock;

/**
 * A process without CAP_IPC_LOCK that may lock {@link #PAGES} pages: it prints what its calls
 * answered and how many pages were locked after each.
 */
final class LimitedProcess {

  /** Pages that the process may lock. */
  static final int PAGES = 8;

  private final long page = LinuxProcess.pageSize();
  private final MemorySegment memory = AnonymousMemory.map(32 * page, Arena.global());
  private final LinuxHostMemory host = new LinuxHostMemory(Placement.ASSUMED);
  private final SpaprTce process = new SpaprTce(page, host, new LinuxResourceLimits());
  private final TceContainer container =
      process.openContainer(new DmaWindow(new Iova(0), 1L << 20, 1 << 12, 0));

  private LimitedProcess() {}

  public static void main(String[] args) {
    new LimitedProcess().run();
  }

  private void run() {
    Memlock memlock = new LinuxResourceLimits().memlock();
    print("pages=" + memlock.bytes() / page + " capIpcLock=" + memlock.capIpcLock());
    print("register 5: " + container.execute(TestProcess.register(at(0), 5 * page)));
    print("register 4: " + container.execute(TestProcess.register(at(8), 4 * page)));
    print("pin 4: " + pinned(8, 4).isPresent());
    PinnedBlock overlapping = pinned(3, 5).orElseThrow();
    print("pin 3 and 2 that are pinned");
    print("pin 1: " + pinned(20, 1).isPresent());
    host.unpin(overlapping);
    print("unpin");
    print("unregister 5: " + container.execute(TestProcess.unregister(at(0), 5 * page)));
    print("register 8: " + container.execute(TestProcess.register(at(8), 8 * page)));
  }

  private long at(int pages) {
    return memory.address() + pages * page;
  }

  private Optional<PinnedBlock> pinned(int from, int pages) {
    return host.pin(new UserAddress(at(from)), pages * page);
  }

  private void print(String text) {
    System.out.println(text + ", " + LinuxProcess.lockedBytes() / page + " locked");
  }
}

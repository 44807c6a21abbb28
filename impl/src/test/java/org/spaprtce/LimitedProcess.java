package org.spaprtce;

import java.lang.foreign.Arena;
import org.spaprtce.platform.HostMemory.PinResult;
import org.spaprtce.platform.HostMemory.Unpinnable;
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

  private final RealMachine machine = new RealMachine(Placement.ASSUMED, 32, Arena.global(), 0);

  private LimitedProcess() {}

  /** Makes the calls. */
  public static void main(String[] args) {
    new LimitedProcess().run();
  }

  private void run() {
    Memlock memlock = new LinuxResourceLimits().memlock();
    print("pages=" + memlock.bytes() / machine.page + " capIpcLock=" + memlock.capIpcLock());
    print("register 5: " + machine.execute(machine.c, machine.register(0, 5)));
    print("register 4: " + machine.execute(machine.c, machine.register(8, 4)));
    print("pin 4: " + shown(pin(8, 4)));
    PinResult overlapping = pin(3, 5);
    print("pin 5 of which 2 are pinned: " + shown(overlapping));
    print("pin 1: " + shown(pin(20, 1)));
    if (overlapping instanceof PinnedBlock block) {
      machine.host.unpin(block);
      print("unpin");
    }
    print("unregister 5: " + machine.execute(machine.c, machine.unregister(0, 5)));
    print("register 8: " + machine.execute(machine.c, machine.register(8, 8)));
  }

  private PinResult pin(int from, int pages) {
    return machine.host.pin(
        machine.process.id(), new UserAddress(machine.at(from)), pages * machine.page);
  }

  private String shown(PinResult result) {
    return switch (result) {
      case PinnedBlock _ -> "done";
      case Unpinnable refused -> refused.leading() / machine.page + " at most";
    };
  }

  private void print(String text) {
    System.out.println(text + ", " + LinuxProcess.lockedBytes() / machine.page + " locked");
  }
}

package org.spaprtce.platform;

/**
 * Limits that are set by hand, the same for every thread. A call that fails finds a limit of 0
 * bytes, without CAP_IPC_LOCK.
 *
 * @clause REG-5 WIN-2 WIN-10 VER-6
 */
public final class SimulatedResourceLimits implements ResourceLimits {

  private static final Memlock NOTHING = new Memlock(0, false);

  private final FaultPoint memlockCalls = new FaultPoint("ResourceLimits.memlock");
  private volatile Memlock memlock;

  /**
   * Limits without CAP_IPC_LOCK.
   *
   * @param bytes RLIMIT_MEMLOCK, unsigned
   */
  public SimulatedResourceLimits(long bytes) {
    memlock = new Memlock(bytes, false);
  }

  /**
   * Sets what the next call finds.
   *
   * @param next the limit and the capability
   */
  public void set(Memlock next) {
    memlock = next;
  }

  /** {@return the calls of {@link #memlock}} */
  public FaultPoint memlockCalls() {
    return memlockCalls;
  }

  @Override
  public Memlock memlock() {
    return memlockCalls.fails() ? NOTHING : memlock;
  }
}

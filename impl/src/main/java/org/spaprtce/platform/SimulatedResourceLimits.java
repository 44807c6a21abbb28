package org.spaprtce.platform;

/** Limits that are set by hand, the same for every thread. */
public final class SimulatedResourceLimits implements ResourceLimits {

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

  @Override
  public Memlock memlock() {
    return memlock;
  }
}

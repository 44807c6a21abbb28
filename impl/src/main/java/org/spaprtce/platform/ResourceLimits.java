package org.spaprtce.platform;

/** The limits that hold for the task that makes a call. */
public interface ResourceLimits {

  /** {@return the limit of locked memory for the calling thread} */
  Memlock memlock();

  /**
   * How much memory a task may lock.
   *
   * @param bytes RLIMIT_MEMLOCK, unsigned
   * @param capIpcLock whether CAP_IPC_LOCK lifts the limit
   */
  record Memlock(long bytes, boolean capIpcLock) {}
}

package org.spaprtce.platform;

/**
 * The limits that hold for the task that makes a call.
 *
 * <p>It is called by the thread that makes the call, with a lock held.
 */
public interface ResourceLimits {

  /**
   * {@return the limit of locked memory for the calling thread}
   *
   * @clause REG-5 WIN-2 WIN-10 VER-6
   */
  Memlock memlock();

  /**
   * How much memory a task may lock.
   *
   * @param bytes RLIMIT_MEMLOCK, unsigned; what is not a whole page of the host does not count
   * @param capIpcLock whether CAP_IPC_LOCK lifts the limit
   * @clause REG-5 ACC-2
   */
  record Memlock(long bytes, boolean capIpcLock) {}
}

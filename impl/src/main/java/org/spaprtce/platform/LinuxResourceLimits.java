package org.spaprtce.platform;

/**
 * The limits of the calling thread on Linux: the soft RLIMIT_MEMLOCK, and CAP_IPC_LOCK among its
 * effective capabilities.
 *
 * @clause REG-5
 */
public final class LinuxResourceLimits implements ResourceLimits {

  /**
   * Asks nothing yet.
   *
   * @throws UnsupportedOperationException if this is not Linux
   */
  public LinuxResourceLimits() {
    LinuxProcess.require();
  }

  /**
   * {@inheritDoc}
   *
   * @throws java.io.UncheckedIOException if {@code /proc} cannot be read
   * @throws IllegalStateException if Linux does not tell the limit
   * @clause REG-5 WIN-2 WIN-10 VER-6
   */
  @Override
  public Memlock memlock() {
    return new Memlock(LibC.memlock(), LinuxProcess.capIpcLock());
  }
}

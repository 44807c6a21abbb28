package org.spaprtce;

/**
 * An error number of Linux that a command may answer with.
 *
 * <p>Clauses that refuse name theirs in their headings. A platform may answer with any of them
 * (WIN-5, GRP-8, QRY-8).
 *
 * @clause ABI-5
 */
public enum Errno {
  /** The container, the group or the caller may not do this. */
  EPERM(1),
  /** No such block. */
  ENOENT(2),
  /** The platform failed. */
  EIO(5),
  /** No such window. */
  ENXIO(6),
  /** A descriptor names no open file. */
  EBADF(9),
  /** The limit of locked memory is reached, or memory is short. */
  ENOMEM(12),
  /** Memory cannot be read or pinned. */
  EFAULT(14),
  /** What is asked for is in use. */
  EBUSY(16),
  /** No such type of IOMMU. */
  ENODEV(19),
  /** An argument is not acceptable, or the container has no type. */
  EINVAL(22),
  /** The container or the group does not have the command. */
  ENOTTY(25),
  /** No place for another window. */
  ENOSPC(28);

  private final int number;

  Errno(int number) {
    this.number = number;
  }

  /** {@return the number that Linux gives this error, above zero} */
  public int number() {
    return number;
  }
}

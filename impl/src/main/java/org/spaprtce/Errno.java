package org.spaprtce;

/** An error number of Linux that a command may answer with. */
public enum Errno {
  /** The container may not do this yet. */
  EPERM(1),
  /** No such block. */
  ENOENT(2),
  /** No such window. */
  ENXIO(6),
  /** The limit of locked memory is reached. */
  ENOMEM(12),
  /** Memory cannot be read or pinned. */
  EFAULT(14),
  /** The block is in use. */
  EBUSY(16),
  /** An argument is not acceptable. */
  EINVAL(22);

  private final int number;

  Errno(int number) {
    this.number = number;
  }

  /** {@return the number that Linux gives this error, above zero} */
  public int number() {
    return number;
  }
}

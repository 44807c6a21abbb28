package org.spaprtce.engine;

import org.spaprtce.Errno;
import org.spaprtce.Outcome;

/** A clause of the spec that rejects commands. */
enum Clause {
  ABI_1(Errno.EFAULT),
  ABI_2(Errno.EINVAL),
  ABI_3(Errno.EINVAL),
  REG_1(Errno.EINVAL),
  REG_2(Errno.EINVAL),
  REG_3(Errno.EINVAL),
  REG_4(Errno.EBUSY),
  REG_5(Errno.ENOMEM),
  REG_6(Errno.EFAULT),
  REG_7(Errno.EINVAL),
  UNR_2(Errno.EINVAL),
  UNR_3(Errno.ENOENT),
  UNR_4(Errno.EBUSY),
  MAP_1(Errno.EPERM),
  MAP_2(Errno.ENXIO),
  MAP_3(Errno.EINVAL),
  MAP_4(Errno.EINVAL),
  MAP_5(Errno.EINVAL),
  MAP_6(Errno.EINVAL),
  MAP_7(Errno.EINVAL),
  MAP_11(Errno.EINVAL),
  UNM_1(Errno.EPERM),
  UNM_2(Errno.ENXIO),
  UNM_3(Errno.EINVAL),
  UNM_4(Errno.EINVAL),
  UNM_7(Errno.EINVAL);

  private final Errno errno;
  private final String id;

  Clause(Errno errno) {
    this.errno = errno;
    this.id = name().replace('_', '-');
  }

  /** The answer of a command that this clause rejects. */
  Outcome.Rejected rejection() {
    return new Outcome.Rejected(errno, id);
  }
}

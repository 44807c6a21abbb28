package org.spaprtce.engine;

import org.spaprtce.Errno;
import org.spaprtce.Outcome.Rejected;

/** A clause of the spec that rejects commands, with its errno unless the platform chooses one. */
enum Clause {
  ABI_1(Errno.EFAULT),
  ABI_2(Errno.EINVAL),
  ABI_3(Errno.EINVAL),
  SES_1(Errno.EINVAL),
  SES_2(Errno.EPERM),
  SES_3(Errno.ENOTTY),
  SES_4(Errno.EINVAL),
  SES_5(Errno.ENODEV),
  REG_1(Errno.EINVAL),
  REG_2(Errno.EINVAL),
  REG_3(Errno.EINVAL),
  REG_4(Errno.EBUSY),
  REG_5(Errno.ENOMEM),
  REG_6(Errno.EFAULT),
  REG_7(Errno.EINVAL),
  REG_11(Errno.ENOMEM),
  UNR_1(Errno.EPERM),
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
  MAP_12(Errno.EFAULT),
  MAP_13(Errno.ENOMEM),
  UNM_1(Errno.EPERM),
  UNM_2(Errno.ENXIO),
  UNM_3(Errno.EINVAL),
  UNM_4(Errno.EINVAL),
  UNM_7(Errno.EINVAL),
  WIN_2(Errno.ENOMEM),
  WIN_4(Errno.ENOMEM),
  WIN_5(Errno.EIO),
  WIN_6(Errno.ENOSPC),
  WIN_7(Errno.EINVAL),
  WIN_8(Errno.EINVAL),
  WIN_9(Errno.EINVAL),
  WIN_10(Errno.ENOMEM),
  WIN_11(Errno.EINVAL),
  WIN_12(Errno.ENOMEM),
  WIN_15(Errno.EINVAL),
  VER_4(Errno.EBUSY),
  VER_5(Errno.EPERM),
  VER_6(Errno.ENOMEM),
  GRP_1(Errno.EBUSY),
  GRP_2(Errno.EBADF),
  GRP_3(Errno.EINVAL),
  GRP_4(Errno.EINVAL),
  GRP_5(Errno.EPERM),
  GRP_6(Errno.EBUSY),
  GRP_7(Errno.EPERM),
  GRP_8(Errno.EIO),
  GRP_9(Errno.EINVAL),
  GRP_11(Errno.EINVAL),
  GRP_12(Errno.EBUSY),
  QRY_6(Errno.EINVAL),
  QRY_7(Errno.EINVAL),
  QRY_8(Errno.EIO);

  private final Errno errno;
  private final String id;

  Clause(Errno errno) {
    this.errno = errno;
    this.id = name().replace('_', '-');
  }

  /** The answer of a command that this clause rejects. */
  Rejected rejection() {
    return rejection(errno);
  }

  /** The answer of a command that this clause rejects with an errno of the platform's. */
  Rejected rejection(Errno errnoOfPlatform) {
    return new Rejected(errnoOfPlatform, id);
  }
}

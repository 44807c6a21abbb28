package org.spaprtce.bench;

import org.jspecify.annotations.Nullable;
import org.spaprtce.Command;
import org.spaprtce.Command.Header;
import org.spaprtce.Errno;
import org.spaprtce.Outcome;

/** Rejections of the baseline. */
final class Rejections {

  private Rejections() {}

  static Outcome rejected(Errno errno, String clause) {
    return new Outcome.Rejected(errno, clause);
  }

  /** {@return what is thrown for a command that a baseline does not have} */
  static IllegalArgumentException foreign(Command command) {
    return new IllegalArgumentException("command=" + command + " is not one of the baseline");
  }

  /**
   * Returns the rejection of the first fields of an argument structure, or null.
   *
   * @param argsz least bytes of the structure
   * @param flags all flags of the command
   */
  static @Nullable Outcome ofHeader(Header header, int argsz, int flags) {
    if (!header.readable()) {
      return rejected(Errno.EFAULT, "ABI-1");
    }
    if (Integer.compareUnsigned(header.argsz(), argsz) < 0) {
      return rejected(Errno.EINVAL, "ABI-2");
    }
    if ((header.flags() & ~flags) != 0) {
      return rejected(Errno.EINVAL, "ABI-3");
    }
    return null;
  }
}

package org.spaprtce.engine;

import org.jspecify.annotations.Nullable;
import org.spaprtce.Command.Header;
import org.spaprtce.Outcome.Rejected;

/** The checks that commands make of the first fields of their argument structure. */
final class HeaderChecks {

  private HeaderChecks() {}

  /**
   * Returns the rejection of the header, or null.
   *
   * @param argsz least bytes of the argument structure
   * @param flags all flags of the command
   */
  static @Nullable Rejected failing(Header header, int argsz, int flags) {
    Rejected failing = failing(header, argsz);
    if (failing == null && Integer.compareUnsigned(header.flags(), flags) > 0) {
      return Clause.ABI_3.rejection(); // [ABI-3]
    }
    return failing;
  }

  /** The same of a header whose flags are output. */
  static @Nullable Rejected failing(Header header, int argsz) {
    if (!header.readable()) {
      return Clause.ABI_1.rejection(); // [ABI-1]
    }
    if (Integer.compareUnsigned(header.argsz(), argsz) < 0) {
      return Clause.ABI_2.rejection(); // [ABI-2]
    }
    return null;
  }
}

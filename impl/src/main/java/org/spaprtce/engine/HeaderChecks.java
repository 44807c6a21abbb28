package org.spaprtce.engine;

import org.jspecify.annotations.Nullable;
import org.spaprtce.Command.Header;

/** The checks that every command makes of the first fields of its argument structure. */
final class HeaderChecks {

  private HeaderChecks() {}

  /**
   * Returns the clause that rejects the header, or null.
   *
   * @param argsz least bytes of the argument structure
   * @param flags all flags of the command
   */
  static @Nullable Clause failing(Header header, int argsz, int flags) {
    if (!header.readable()) {
      return Clause.ABI_1; // [ABI-1]
    }
    if (Integer.compareUnsigned(header.argsz(), argsz) < 0) {
      return Clause.ABI_2; // [ABI-2]
    }
    if (Integer.compareUnsigned(header.flags(), flags) > 0) {
      return Clause.ABI_3; // [ABI-3]
    }
    return null;
  }
}

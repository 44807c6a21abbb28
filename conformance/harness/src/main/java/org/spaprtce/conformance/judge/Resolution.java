package org.spaprtce.conformance.judge;

import java.math.BigInteger;
import java.util.Map;

/** What a recorded ioctl is, once it is known what its descriptor names. */
sealed interface Resolution {
  /** A command of the norm. */
  record OfNorm(Call call) implements Resolution {}

  /**
   * A call that the kernel answers before anything of the interface is asked.
   *
   * @param result the name of the error
   * @param before the fields of the argument structure, which stay
   */
  record OfFiles(String result, Map<String, BigInteger> before) implements Resolution {}

  /** A call on a device, which concerns nothing that the norm knows. */
  record OfDevice() implements Resolution {}

  /** Nobody knows what is asked. */
  record Untold(Reason reason) implements Resolution {}
}

package org.spaprtce.conformance.judge;

import java.math.BigInteger;

/** Pages of locked_vm as the kernel shows them. */
final class Kibibytes {
  private static final int KIB_BITS = 10;

  private Kibibytes() {}

  /** {@code VmLck N kB}. */
  static String text(BigInteger pages, BigInteger pageSize) {
    return "VmLck " + pages.multiply(pageSize).shiftRight(KIB_BITS) + " kB";
  }
}

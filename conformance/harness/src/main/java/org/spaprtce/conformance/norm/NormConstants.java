package org.spaprtce.conformance.norm;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/** The constants of the norm for words of 64 bits. */
public final class NormConstants {
  private static final BigInteger ADDRESS_TOP = BigInteger.ONE.shiftLeft(64);

  private NormConstants() {}

  /**
   * The constants of a process.
   *
   * @param containers the names of its containers
   * @param pageSize bytes of a page of the host
   * @param windows the windows that exist at the start
   * @param elsewhere pages of locked_vm that others charged, at the start
   */
  public static Map<String, Value> of(
      Collection<String> containers,
      BigInteger pageSize,
      Collection<Value> windows,
      BigInteger elsewhere) {
    return Map.of(
        "Container", Values.set(containers.stream().map(Values::string).toList()),
        "PageSize", Values.integer(pageSize),
        "AddressTop", Values.integer(ADDRESS_TOP),
        "InitialWindows", Values.set(windows),
        "InitialElsewhere", Values.integer(elsewhere),
        "Command", Values.EMPTY_SET);
  }
}

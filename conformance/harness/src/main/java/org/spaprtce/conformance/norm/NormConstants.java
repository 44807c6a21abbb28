package org.spaprtce.conformance.norm;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/** The constants of the norm for words of 64 bits and the tables of PowerNV. */
public final class NormConstants {
  private static final BigInteger ADDRESS_TOP = BigInteger.ONE.shiftLeft(64);
  private static final BigInteger SECOND_START = BigInteger.ONE.shiftLeft(59);
  private static final long ENTRY_BYTES = 8;
  private static final long LEAST_TABLE = 4096;
  private static final long TABLE_ADDRESS_BITS = 55;
  private static final long DEFAULT_PAGE_SHIFT = 12;

  /** A table has as many levels at most; no kernel has more than 5. */
  private static final int MOST_LEVELS = 16;

  private NormConstants() {}

  /**
   * Whether the norm can speak about a machine. Its default window must consist of whole pages, one
   * at least, and lie so that no window reaches the start of the second one; the levels of its
   * tables must be few.
   *
   * @param pageSize bytes of a page of its kernel
   */
  public static boolean allow(Machine machine, BigInteger pageSize) {
    BigInteger start = machine.windowStart();
    BigInteger size = machine.windowSize();
    BigInteger largest = BigInteger.TWO.pow((int) TABLE_ADDRESS_BITS - 1);
    return size.mod(pageSize).signum() == 0
        && size.bitLength() > DEFAULT_PAGE_SHIFT
        && start.add(size.max(largest)).compareTo(SECOND_START) <= 0
        && machine.levels() <= MOST_LEVELS;
  }

  /**
   * The constants.
   *
   * @param cast who takes part
   * @param machine on which machine
   * @param pageSize bytes of a page of its kernel
   */
  public static Map<String, Value> of(Cast cast, Machine machine, BigInteger pageSize) {
    Map<Value, Value> tableGroup = new HashMap<>();
    for (String group : cast.groups()) {
      tableGroup.put(Values.string(group), machine.tableGroup());
    }
    return Map.ofEntries(
        Map.entry("Process", names(cast.processes())),
        Map.entry("Container", names(cast.containers())),
        Map.entry("Group", names(cast.groups())),
        Map.entry("PageSize", Values.integer(pageSize)),
        Map.entry("AddressTop", Values.integer(ADDRESS_TOP)),
        Map.entry("TableGroup", Values.function(tableGroup)),
        Map.entry("SecondStart", Values.integer(SECOND_START)),
        Map.entry("EntryBytes", Values.integer(ENTRY_BYTES)),
        Map.entry("LeastTable", Values.integer(LEAST_TABLE)),
        Map.entry("TableAddressBits", Values.integer(TABLE_ADDRESS_BITS)),
        Map.entry("DefaultPageShift", Values.integer(DEFAULT_PAGE_SHIFT)),
        Map.entry("EehAvailable", Values.bool(machine.eeh())),
        Map.entry("Command", Values.EMPTY_SET));
  }

  private static Value names(List<String> names) {
    return Values.set(names.stream().map(Values::string).toList());
  }
}

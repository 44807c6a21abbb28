package org.spaprtce.conformance.workload;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spaprtce.conformance.norm.Cast;
import org.spaprtce.conformance.norm.Machine;
import org.spaprtce.conformance.norm.NormConstants;
import org.spaprtce.conformance.sut.Scenario;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/**
 * The surroundings that sequences run in: each is there for a boundary of its own.
 *
 * <p>Host pages of 4 KiB and 64 KiB; window pages smaller than, equal to and larger than those;
 * default windows at 0 and elsewhere, small ones and none; groups that are alike, groups of two
 * families, and some without windows that can be created.
 */
public final class Scenarios {
  private static final BigInteger KIB4 = BigInteger.ONE.shiftLeft(12);
  private static final BigInteger KIB64 = BigInteger.ONE.shiftLeft(16);

  private static final Cast SMALL =
      new Cast(List.of("p", "q"), List.of("c0", "c1"), List.of("g0", "g1"));
  private static final Cast LARGE =
      new Cast(List.of("p", "q"), List.of("c0", "c1", "c2"), List.of("g0", "g1", "g2", "g3"));

  /** All of them. */
  public static final List<Scenario> ALL =
      List.of(
          of("64 KiB pages, POWER9", LARGE, Machine.POWER9, KIB64),
          of("4 KiB pages, a default window of 16 pages", LARGE, with(0, 16), KIB4),
          of("4 KiB pages, a default window elsewhere, no EEH", SMALL, withoutEeh(), KIB4),
          of("64 KiB pages, POWER8", SMALL, Machine.POWER8, KIB64),
          mixed());

  private Scenarios() {}

  private static Scenario of(String name, Cast cast, Machine machine, BigInteger pageSize) {
    return new Scenario(name, cast, NormConstants.of(cast, machine, pageSize));
  }

  /** POWER9 with a default window of other bounds, in pages of 4 KiB. */
  private static Machine with(long start, long size) {
    Machine usual = Machine.POWER9;
    return new Machine(
        BigInteger.valueOf(start).multiply(KIB4),
        BigInteger.valueOf(size).multiply(KIB4),
        usual.pageShifts(),
        usual.windows(),
        usual.levels(),
        usual.eeh(),
        usual.hugePage());
  }

  private static Machine withoutEeh() {
    Machine machine = with(1 << 18, 32);
    return new Machine(
        machine.windowStart(),
        machine.windowSize(),
        machine.pageShifts(),
        machine.windows(),
        3,
        false,
        machine.hugePage());
  }

  /**
   * Two families; in each a group without windows that can be created, one of which has no default
   * window, either.
   */
  private static Scenario mixed() {
    Map<String, Value> constants = new HashMap<>(NormConstants.of(LARGE, with(0, 16), KIB64));
    Map<Value, Value> groups = new HashMap<>();
    groups.put(Values.string("g0"), group(1L << 20, 2, "a"));
    groups.put(Values.string("g1"), group(1L << 20, 0, "a"));
    groups.put(Values.string("g2"), group(1L << 20, 2, "b"));
    groups.put(Values.string("g3"), group(0, 0, "b"));
    constants.put("TableGroup", Values.function(groups));
    return new Scenario("64 KiB pages, groups that differ", LARGE, constants);
  }

  private static Value group(long size, long windows, String family) {
    return Values.record(
        "start",
        0,
        "size",
        size,
        "shifts",
        Values.set(Values.integer(12), Values.integer(16), Values.integer(24)),
        "windows",
        windows,
        "levels",
        2,
        "family",
        family);
  }
}

package org.spaprtce.conformance.sut;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.spaprtce.oracle.Oracle;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/**
 * What devices find: at the edges of each run and just outside of them, for every group.
 *
 * <p>Of the pages that version 1 pinned the norm knows no names; there a system must agree in
 * whether anything is reached, and in what a device may do.
 */
final class DeviceViews {
  private static final long VERSION_1 = 2;

  private DeviceViews() {}

  static List<String> differences(Oracle oracle, State state, SystemUnderTest system) {
    List<String> differences = new ArrayList<>();
    TreeSet<BigInteger> addresses = new TreeSet<>();
    for (Value run : state.get("mappings").asList()) {
      BigInteger first = run.field("iova").asBigInteger();
      BigInteger end = first.add(run.field("size").asBigInteger());
      addresses.add(first.subtract(BigInteger.ONE).max(BigInteger.ZERO));
      addresses.add(first);
      addresses.add(end.subtract(BigInteger.ONE));
      addresses.add(end);
    }
    for (Value group : state.get("groups").asMap().keySet()) {
      for (BigInteger iova : addresses) {
        if (iova.bitLength() <= Long.SIZE) {
          Value expected = expected(oracle, state, group, iova);
          Value found = system.deviceView(group.asString(), iova);
          if (!expected.equals(isVersion1(state, group) ? withoutNames(found) : found)) {
            differences.add(
                "a device of %s at 0x%s should find %s, finds %s"
                    .formatted(group, iova.toString(16), expected, found));
          }
        }
      }
    }
    return differences;
  }

  /** What a device of a group finds at a bus address; of version 1 only what it may do. */
  static Value expected(Oracle oracle, State state, Value group, BigInteger iova) {
    return isVersion1(state, group)
        ? nameless(state, group, iova)
        : Values.set(
            oracle.evaluate(state, "DeviceView", group, Values.integer(iova)).asList().stream()
                .map(DeviceViews::placed)
                .toList());
  }

  /** The view with the place of the byte instead of its name. */
  private static Value placed(Value view) {
    BigInteger address =
        HostPages.address(view.field("frames"), view.field("offset").asBigInteger());
    return Values.record("perm", view.field("perm"), "address", address);
  }

  private static boolean isVersion1(State state, Value group) {
    return state.get("containers").asMap().values().stream()
        .filter(container -> container.field("groups").asList().contains(group))
        .anyMatch(container -> container.field("type").asLong() == VERSION_1);
  }

  /** What a device of a group in a container of version 1 may do there. */
  private static Value nameless(State state, Value group, BigInteger iova) {
    List<Value> found = new ArrayList<>();
    state
        .get("containers")
        .asMap()
        .forEach((name, container) -> {
          if (container.field("groups").asList().contains(group)) {
            for (Value run : state.get("mappings").asList()) {
              BigInteger ahead = iova.subtract(run.field("iova").asBigInteger());
              if (run.field("container").equals(name)
                  && ahead.signum() >= 0
                  && ahead.compareTo(run.field("size").asBigInteger()) < 0) {
                found.add(Values.record("perm", run.field("perm")));
              }
            }
          }
        });
    return Values.set(found);
  }

  private static Value withoutNames(Value view) {
    return Values.set(
        view.asList().stream().map(v -> Values.record("perm", v.field("perm"))).toList());
  }
}

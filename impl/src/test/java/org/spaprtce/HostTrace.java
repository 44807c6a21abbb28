package org.spaprtce;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spaprtce.Command.SetIommu;
import org.spaprtce.MachineState.Container;
import org.spaprtce.MachineState.Mapping;
import org.spaprtce.platform.SimulatedHostMemory.OwnedRange;
import org.spaprtce.platform.SimulatedHostMemory.Range;
import org.spaprtce.platform.SimulatedPlatform;

/** What a machine has left in its simulated host, compared with its state. */
final class HostTrace {

  private final MachineState state;
  private final SimulatedPlatform host;
  private final List<String> faults = new ArrayList<>();

  private HostTrace(MachineState state, SimulatedPlatform host) {
    this.state = state;
    this.host = host;
  }

  /** What the host has and should not have, or the other way round. */
  static List<String> faults(MachineState state, SimulatedPlatform host) {
    var trace = new HostTrace(state, host);
    trace.pins();
    trace.windows();
    trace.devices();
    return trace.faults;
  }

  /**
   * Blocks are pinned once; whatever else is pinned has a TCE of version 1, and such TCEs have it.
   */
  private void pins() {
    Map<OwnedRange, Integer> others = new HashMap<>(host.memory().pins());
    state
        .regions()
        .forEach(r -> {
          var range = new OwnedRange(r.process(), new Range(r.ua(), r.size()));
          require(others.containsKey(range), "not pinned: " + range);
          others.computeIfPresent(range, (_, n) -> n == 1 ? null : n - 1);
        });
    List<Mapping> old =
        state.mappings().stream().filter(m -> container(m).type() == SetIommu.VERSION_1).toList();
    others
        .keySet()
        .forEach(pin ->
            require(old.stream().anyMatch(m -> overlaps(pin, m)), "pinned without a TCE: " + pin));
    for (Mapping m : old) {
      for (long page = 0; page != m.size(); page += DmaWindow.LEAST_PAGE) {
        var ua = new UserAddress(m.ua().value() + page);
        var single = new Mapping(m.container(), m.window(), m.iova(), ua, 1, m.permission());
        require(
            others.keySet().stream().anyMatch(pin -> overlaps(pin, single)),
            "a TCE without a pin: " + single);
      }
    }
  }

  private boolean overlaps(OwnedRange pin, Mapping m) {
    long ahead = m.ua().value() - pin.range().start().value();
    return pin.owner().equals(container(m).process())
        && (Long.compareUnsigned(ahead, pin.range().size()) < 0
            || Long.compareUnsigned(-ahead, m.size()) < 0);
  }

  private Container container(Mapping m) {
    return state.containers().get(m.container().number());
  }

  /** The windows of each container with a type are programmed into its groups, and no others. */
  private void windows() {
    var expected = new HashMap<GroupId, Set<DmaWindow>>();
    for (Container c : state.containers()) {
      for (GroupId group : c.type() == 0 ? List.<GroupId>of() : c.groups()) {
        expected.put(group, new HashSet<>());
      }
    }
    state
        .windows()
        .forEach(
            w -> w.groups().forEach(g -> expected.getOrDefault(g, new HashSet<>()).add(w.range())));
    var programmed = new HashMap<GroupId, Set<DmaWindow>>();
    host.firmware().programmed().forEach((g, ranges) -> programmed.put(g, Set.copyOf(ranges)));
    require(expected.equals(programmed), "expected " + expected + " programmed " + programmed);
  }

  private void devices() {
    var expected = new HashMap<GroupId, Integer>();
    state.groups().stream()
        .filter(g -> g.devices() > 0)
        .forEach(g -> expected.put(g.id(), g.devices()));
    require(
        expected.equals(host.firmware().devices()),
        "expected " + expected + " open " + host.firmware().devices());
  }

  private void require(boolean holds, String fault) {
    if (!holds) {
      faults.add(fault);
    }
  }
}

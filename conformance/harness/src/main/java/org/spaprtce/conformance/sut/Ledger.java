package org.spaprtce.conformance.sut;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.spaprtce.ContainerId;
import org.spaprtce.DmaWindow;
import org.spaprtce.GroupId;
import org.spaprtce.MachineState;
import org.spaprtce.ProcessId;
import org.spaprtce.UserAddress;
import org.spaprtce.oracle.runtime.Values;
import org.spaprtce.platform.PinnedBlock;

/**
 * What a host has given out, against what a state accounts for.
 *
 * <p>Each block is pinned once; what version 1 maps is pinned, and nothing is that it does not map;
 * the windows that the firmware knows are those of the containers, in the groups that have them;
 * open devices are open to the firmware, too.
 */
final class Ledger {
  private static final int VERSION_1 = 2;

  private record Range(ProcessId owner, UserAddress start, long size) {
    boolean overlaps(Range other) {
      return owner.equals(other.owner)
          && number(start.value()).compareTo(other.end()) < 0
          && number(other.start.value()).compareTo(end()) < 0;
    }

    private BigInteger end() {
      return number(start.value()).add(number(size));
    }

    private static BigInteger number(long word) {
      return Values.unsigned(word).asBigInteger();
    }
  }

  private final ScriptedHost host;

  Ledger(ScriptedHost host) {
    this.host = host;
  }

  List<String> differences(MachineState state) {
    List<String> differences = new ArrayList<>();
    pins(state, differences);
    firmware(state, differences);
    return differences;
  }

  private void pins(MachineState state, List<String> differences) {
    List<Range> left = new ArrayList<>();
    for (Map.Entry<PinnedBlock, ScriptedHost.Pin> pin : host.pins()) {
      left.add(new Range(pin.getValue().owner(), pin.getKey().start(), pin.getKey().size()));
    }
    for (MachineState.Region region : state.regions()) {
      Range block = new Range(region.process(), region.ua(), region.size());
      if (!left.remove(block)) {
        differences.add("a block that is not pinned: " + block);
      }
    }
    List<Range> mapped = mappedByVersion1(state);
    for (Range pin : left) {
      if (mapped.stream().noneMatch(pin::overlaps)) {
        differences.add("a pin for nothing: " + pin);
      }
    }
    for (Range range : mapped) {
      if (left.stream().noneMatch(range::overlaps)) {
        differences.add("a mapping of version 1 that is not pinned: " + range);
      }
    }
  }

  private static List<Range> mappedByVersion1(MachineState state) {
    List<Range> mapped = new ArrayList<>();
    for (MachineState.Mapping mapping : state.mappings()) {
      MachineState.Container container = state.containers().get(mapping.container().number());
      ProcessId owner = container.process();
      if (container.type() == VERSION_1 && owner != null) {
        mapped.add(new Range(owner, mapping.ua(), mapping.size()));
      }
    }
    return mapped;
  }

  private void firmware(MachineState state, List<String> differences) {
    Map<GroupId, Set<DmaWindow>> expected = new TreeMap<>();
    Map<GroupId, Integer> devices = new TreeMap<>();
    for (MachineState.Container container : state.containers()) {
      if (container.type() != 0) {
        container.groups().forEach(group -> expected.put(group, windows(state, container.id())));
      }
    }
    for (MachineState.Group group : state.groups()) {
      if (group.devices() > 0) {
        devices.put(group.id(), group.devices());
      }
    }
    Map<GroupId, Set<DmaWindow>> found = new TreeMap<>();
    host.firmware().programmed().forEach((group, all) -> found.put(group, new HashSet<>(all)));
    if (!expected.equals(found)) {
      differences.add("windows in the firmware: " + found + ", in the state: " + expected);
    }
    if (!devices.equals(host.firmware().devices())) {
      differences.add(
          "devices of the firmware: " + host.firmware().devices() + ", of the state: " + devices);
    }
  }

  private static Set<DmaWindow> windows(MachineState state, ContainerId container) {
    Set<DmaWindow> windows = new HashSet<>();
    for (MachineState.Window window : state.windows()) {
      if (window.container().equals(container)) {
        windows.add(window.range());
      }
    }
    return windows;
  }
}

package org.spaprtce.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.spaprtce.Iova;
import org.spaprtce.MachineState;
import org.spaprtce.MachineState.Charges;
import org.spaprtce.MachineState.Container;
import org.spaprtce.MachineState.Group;
import org.spaprtce.MachineState.Mapping;
import org.spaprtce.UserAddress;

/** Reads the whole state. Whoever uses it holds R and the locks of all tables. */
final class StateReader {

  private final List<AddressSpace> processes;
  private final List<ContainerEngine> containers;
  private final List<GroupEngine> groups;

  StateReader(
      List<AddressSpace> processes, List<ContainerEngine> containers, List<GroupEngine> groups) {
    this.processes = processes;
    this.containers = containers;
    this.groups = groups;
  }

  MachineState state() {
    var regions = new ArrayList<MachineState.Region>();
    processes.forEach(p -> p.index().regions().forEach(r -> regions.add(region(p, r))));
    var windows = new ArrayList<MachineState.Window>();
    var mappings = new ArrayList<Mapping>();
    for (ContainerEngine container : containers) {
      var session = container.session();
      session.windows().stream()
          .sorted(Comparator.comparing(w -> w.range().start()))
          .forEach(window -> {
            windows.add(
                new MachineState.Window(
                    container.id(), window.range(), new HashSet<>(session.groupIds())));
            mappings(container, window, mappings);
          });
    }
    return new MachineState(
        processes.stream().map(StateReader::charges).toList(),
        containers.stream().map(StateReader::container).toList(),
        groups.stream().map(g -> new Group(g.id(), g.open(), g.devices())).toList(),
        regions,
        windows,
        mappings);
  }

  private static Charges charges(AddressSpace process) {
    LockedVm lockedVm = process.lockedVm();
    return new Charges(process.id(), lockedVm.total(), lockedVm.elsewhere());
  }

  private static Container container(ContainerEngine container) {
    Session session = container.session();
    AddressSpace owner = session.owner();
    return new Container(
        container.id(),
        session.type(),
        owner == null ? null : owner.id(),
        session.enabled(),
        session.pending(),
        session.locked(),
        session.groupIds());
  }

  private static MachineState.Region region(AddressSpace process, Region region) {
    return new MachineState.Region(
        process.id(),
        new UserAddress(region.start()),
        region.size(),
        region.pinned().backing(),
        region.pinned().layout().runs(),
        region.holders(),
        process.live(region));
  }

  /** Adds the TCEs of a window; runs of different blocks are joined, too. */
  private static void mappings(ContainerEngine container, Window window, List<Mapping> mappings) {
    Mapping last = null;
    for (TceRun run : window.table().runs()) {
      if (last != null && continues(last, run)) {
        mappings.removeLast();
        last = mapping(container, window, last.iova(), last.ua(), last.size() + run.size(), run);
      } else {
        last =
            mapping(
                container,
                window,
                new Iova(run.iova()),
                new UserAddress(run.ua()),
                run.size(),
                run);
      }
      mappings.add(last);
    }
  }

  private static Mapping mapping(
      ContainerEngine container, Window window, Iova iova, UserAddress ua, long size, TceRun run) {
    return new Mapping(container.id(), window.range().start(), iova, ua, size, run.permission());
  }

  private static boolean continues(Mapping mapping, TceRun next) {
    return mapping.permission() == next.permission()
        && mapping.iova().value() + mapping.size() == next.iova()
        && mapping.ua().value() + mapping.size() == next.ua();
  }
}

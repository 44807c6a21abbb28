package org.spaprtce.engine;

import org.jspecify.annotations.Nullable;
import org.spaprtce.Command.MapDma;
import org.spaprtce.Command.UnmapDma;
import org.spaprtce.DmaPermission;
import org.spaprtce.Outcome;
import org.spaprtce.Outcome.Done;
import org.spaprtce.Outcome.Rejected;
import org.spaprtce.platform.Allocations;

/**
 * MAP_DMA and UNMAP_DMA.
 *
 * <p>Each is tried fast first: under the lock of its window alone, changing nothing but this table.
 * What is not certain to succeed so is carried out whole, from its first check, under R and the
 * locks of all tables of the process.
 */
final class TableCommands {

  private final MachineEngine machine;
  private final Allocations allocations;

  TableCommands(MachineEngine machine) {
    this.machine = machine;
    this.allocations = machine.platform().allocations();
  }

  Outcome map(ContainerEngine container, AddressSpace caller, MapDma command) {
    Session session = container.session();
    long room = Answers.UNASKED;
    if (session.maps(caller)) {
      Window window = session.windowAt(command.iova().value());
      if (window != null && command.size() != 0 && failing(window, command) == null) {
        room = Answers.room(allocations, container.id(), command);
        if (room == command.size() && mapFast(container, session, window, caller, command)) {
          return Done.DONE;
        }
      }
    }
    var answers = new Answers(machine.platform(), room);
    return new WholeMap(machine, container, caller, command, answers).execute();
  }

  Outcome unmap(ContainerEngine container, AddressSpace caller, UnmapDma command) {
    Session session = container.session();
    if (session.maps(caller)) {
      Window window = session.windowAt(command.iova().value());
      if (window != null
          && command.size() != 0
          && failing(window, command) == null
          && unmapFast(container, session, window, caller, command)) {
        return Done.DONE;
      }
    }
    return new WholeUnmap(machine, container, caller, command).execute();
  }

  /** Clears the TCEs of a command unless there is an obstacle; tells whether it did. */
  private static boolean unmapFast(
      ContainerEngine container,
      Session session,
      Window window,
      AddressSpace caller,
      UnmapDma command) {
    window.lock().lock();
    try {
      if (container.session() != session || caller.hasOrphans()) {
        return false;
      }
      window.table().unmap(command.iova().value(), command.size(), null); // [UNM-5]
      return true;
    } finally {
      window.lock().unlock();
    }
  }

  /** Writes the TCEs of a command unless there is an obstacle; tells whether it did. */
  private static boolean mapFast(
      ContainerEngine container,
      Session session,
      Window window,
      AddressSpace caller,
      MapDma command) {
    window.lock().lock();
    try {
      if (container.session() != session || caller.hasOrphans()) {
        return false;
      }
      RegionIndex index = caller.index();
      long ua = command.vaddr().value();
      long size = command.size();
      DmaPermission permission = DmaPermission.ofFlags(command.header().flags());
      Region region = index.find(ua);
      if (region == null || !region.mappableBy(window.pageBytes())) {
        return false;
      }
      if (!Words.less(region.end() - ua, size)) {
        int tag = TceRun.tag(region.number(), permission);
        window.table().map(ua, command.iova().value(), size, tag, null); // [MAP-8]
        return true;
      }
      if (MappedBlocks.mappable(index, window, ua, size) != size) {
        return false;
      }
      MappedBlocks.write(index, window, command, null); // [MAP-8]
      return true;
    } finally {
      window.lock().unlock();
    }
  }

  private static @Nullable Rejected failing(Window window, MapDma command) {
    Rejected header = TableChecks.failingHeader(command);
    return header != null ? header : TableChecks.failing(window, command);
  }

  private static @Nullable Rejected failing(Window window, UnmapDma command) {
    Rejected header = TableChecks.failingHeader(command);
    return header != null ? header : TableChecks.failing(window, command);
  }
}

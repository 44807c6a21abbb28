package org.spaprtce.engine;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.spaprtce.Command.MapDma;
import org.spaprtce.DmaPermission;
import org.spaprtce.Outcome;
import org.spaprtce.Outcome.Done;
import org.spaprtce.Outcome.Rejected;
import org.spaprtce.platform.HostMemory.PinResult;
import org.spaprtce.platform.HostMemory.Unpinnable;
import org.spaprtce.platform.PinnedBlock;

/**
 * A MAP_DMA that is carried out whole.
 *
 * <p>In version 1 its memory is pinned under no lock, between two rounds of checks. What it pinned
 * stays pinned until the last of its TCEs is gone.
 */
final class WholeMap extends WholeCall {

  private final MapDma command;
  private @Nullable PinResult pin;
  private boolean pinIsUsed;

  WholeMap(
      MachineEngine machine,
      ContainerEngine container,
      AddressSpace caller,
      MapDma command,
      Answers answers) {
    super(machine, container, caller, answers);
    this.command = command;
  }

  Outcome execute() {
    Outcome outcome = machine().exclusively(this::decide);
    if (outcome != null) {
      return outcome;
    }
    pin = machine().platform().memory().pin(caller().id(), command.vaddr(), command.size());
    return machine().exclusively(this::decideWithPin);
  }

  private Outcome decideWithPin(List<PinnedBlock> spare) {
    try {
      return Objects.requireNonNull(decide(spare));
    } finally {
      if (!pinIsUsed && pin instanceof PinnedBlock pinned) {
        spare.add(pinned);
      }
    }
  }

  /** Answers the command, or returns null if memory has to be pinned; then nothing is done yet. */
  private @Nullable Outcome decide(List<PinnedBlock> spare) {
    Rejected failing = failing(Clause.MAP_1, TableChecks.failingHeader(command));
    if (failing != null) {
      return failing;
    }
    Session opened = opened();
    Window window = opened.windowAt(command.iova().value());
    Rejected range = TableChecks.failing(window, command);
    if (window == null || range != null || command.size() == 0) {
      Outcome outcome = range != null ? range : Done.DONE; // [MAP-9]
      return carryOut(opened, spare, (_, _) -> outcome);
    }
    if (!opened.isVersion2() && pin == null) {
      return null;
    }
    long room = answers().room(container().id(), command);
    return carryOut(
        opened,
        spare,
        (session, lost) ->
            session.isVersion2() ? mapBlocks(window, room, lost) : mapPinned(window, room, lost));
  }

  private Outcome mapBlocks(Window window, long room, BitSet lost) {
    RegionIndex index = caller().index();
    long ua = command.vaddr().value();
    long mappable = MappedBlocks.mappable(index, window, ua, command.size());
    if (clears(window, mappable, room, lost)) {
      if (!Words.less(mappable, room)) {
        return Clause.MAP_13.rejection(); // [MAP-13]
      }
      return index.find(ua + mappable) == null
          ? Clause.MAP_6.rejection() // [MAP-6]
          : Clause.MAP_7.rejection(); // [MAP-7]
    }
    MappedBlocks.write(index, window, command, lost); // [MAP-8]
    return Done.DONE;
  }

  private Outcome mapPinned(Window window, long room, BitSet lost) {
    long size = command.size();
    long pinnable = pin instanceof Unpinnable short_ ? Words.min(short_.leading(), size) : size;
    if (clears(window, pinnable, room, lost)) {
      return Words.less(pinnable, room)
          ? Clause.MAP_12.rejection() // [MAP-12]
          : Clause.MAP_13.rejection(); // [MAP-13]
    }
    Region region = caller().newRegion((PinnedBlock) Objects.requireNonNull(pin), false);
    DmaPermission permission = DmaPermission.ofFlags(command.header().flags());
    int tag = TceRun.tag(region.number(), permission);
    pinIsUsed = true;
    window.table().map(region.start(), command.iova().value(), size, tag, lost); // [MAP-8]
    return Done.DONE;
  }

  /**
   * Clears the entries before the first that cannot be written, if there is one; tells whether
   * there is.
   *
   * @param backed bytes before the first entry that has no page to refer to
   * @param room bytes before the first entry that has no table
   */
  private boolean clears(Window window, long backed, long room, BitSet lost) {
    long size = command.size();
    long writable = Words.min(backed, room);
    if (writable == size) {
      return false;
    }
    long whole = writable & -window.pageBytes();
    if (whole != 0) {
      window.table().unmap(command.iova().value(), whole, lost); // [MAP-14]
    }
    return true;
  }
}

package org.spaprtce.stress;

import org.spaprtce.Command;
import org.spaprtce.Command.MapDma;
import org.spaprtce.Command.RegisterMemory;
import org.spaprtce.Command.SetIommu;
import org.spaprtce.Command.UnmapDma;
import org.spaprtce.Command.UnregisterMemory;
import org.spaprtce.DmaPermission;
import org.spaprtce.GroupCommand;
import org.spaprtce.GroupCommand.OpenGroup;
import org.spaprtce.GroupCommand.SetContainer;
import org.spaprtce.Iova;
import org.spaprtce.Machine;
import org.spaprtce.Outcome;
import org.spaprtce.SpaprTce;
import org.spaprtce.TceContainer;
import org.spaprtce.TceEntry;
import org.spaprtce.TceProcess;
import org.spaprtce.UserAddress;
import org.spaprtce.platform.SimulatedPlatform;

/** A machine with two containers of version 2, and what is done with one block of a page. */
class Guests {

  private static final long PAGE = 1 << 16;
  private static final UserAddress BLOCK = new UserAddress(PAGE);
  private static final Iova PLACE = new Iova(2 * PAGE);

  private final SimulatedPlatform host = new SimulatedPlatform();
  private final SpaprTce tce = new SpaprTce(Machine.power9(2), host.ports());
  private final TceProcess process = tce.openProcess();
  final TceContainer c = open(0);
  final TceContainer d = open(1);

  /** Another block, registered by the second container, which so may map. */
  Guests() {
    require(d.execute(process, new RegisterMemory(new UserAddress(8 * PAGE), PAGE)));
  }

  private TceContainer open(int group) {
    TceContainer container = tce.openContainer();
    require(tce.group(group).execute(process, new OpenGroup()));
    require(tce.group(group).execute(process, new SetContainer(container.id())));
    require(container.execute(process, new SetIommu(SetIommu.VERSION_2)));
    return container;
  }

  private static void require(Outcome outcome) {
    if (outcome instanceof Outcome.Rejected) {
      throw new IllegalStateException("outcome=" + outcome);
    }
  }

  /** Calls, and answers "OK" or the error. */
  String call(TceContainer container, Command command) {
    return answer(container.execute(process, command));
  }

  /** Calls, and answers "OK" or the error. */
  String call(int group, GroupCommand command) {
    return answer(tce.group(group).execute(process, command));
  }

  private static String answer(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Success _ -> "OK";
      case Outcome.Rejected rejected -> rejected.errno().name();
    };
  }

  static RegisterMemory register() {
    return new RegisterMemory(BLOCK, PAGE);
  }

  static UnregisterMemory unregister() {
    return new UnregisterMemory(BLOCK, PAGE);
  }

  static MapDma map() {
    return mapAt(PLACE.value());
  }

  static MapDma mapAt(long iova) {
    return new MapDma(BLOCK, new Iova(iova), PAGE, DmaPermission.READ_WRITE);
  }

  static UnmapDma unmap() {
    return new UnmapDma(PLACE, PAGE);
  }

  /** What a device finds where the block is mapped: nothing, the right byte, or something else. */
  String find(int group) {
    Iova place = new Iova(PLACE.value() + 7);
    TceEntry right =
        new TceEntry(
            host.memory().physical(process.id(), new UserAddress(BLOCK.value() + 7)),
            DmaPermission.READ_WRITE);
    return tce.group(group)
        .translate(place)
        .map(entry -> entry.equals(right) ? "byte" : entry.toString())
        .orElse("nothing");
  }

  /** How many blocks there are, how many pins, and whether the charge is theirs. */
  String left() {
    var state = tce.state();
    long tables = state.windows().stream().mapToLong(w -> w.range().tablePages()).sum();
    long charged = state.charges().getFirst().lockedVm().longValueExact() - tables;
    return state.regions().size()
        + " blocks, "
        + host.memory().pins().size()
        + " pins, "
        + charged
        + " pages";
  }
}

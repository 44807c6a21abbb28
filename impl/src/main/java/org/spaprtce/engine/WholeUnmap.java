package org.spaprtce.engine;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spaprtce.Command.UnmapDma;
import org.spaprtce.Outcome;
import org.spaprtce.Outcome.Done;
import org.spaprtce.Outcome.Rejected;
import org.spaprtce.platform.PinnedBlock;

/** An UNMAP_DMA that is carried out whole. */
final class WholeUnmap extends WholeCall {

  private final UnmapDma command;

  WholeUnmap(
      MachineEngine machine, ContainerEngine container, AddressSpace caller, UnmapDma command) {
    super(machine, container, caller, new Answers(machine.platform()));
    this.command = command;
  }

  Outcome execute() {
    return machine().exclusively(this::decide);
  }

  private Outcome decide(List<PinnedBlock> spare) {
    Rejected failing = failing(Clause.UNM_1, TableChecks.failingHeader(command));
    if (failing != null) {
      return failing;
    }
    Session opened = opened();
    Window window = opened.windowAt(command.iova().value());
    Rejected range = TableChecks.failing(window, command);
    return carryOut(opened, spare, (_, lost) -> range != null ? range : clear(window, lost));
  }

  private Outcome clear(@Nullable Window window, BitSet lost) {
    if (window != null && command.size() != 0) {
      window.table().unmap(command.iova().value(), command.size(), lost); // [UNM-5]
    }
    return Done.DONE;
  }
}

package org.spaprtce.bench;

import java.util.Optional;
import org.spaprtce.Command;
import org.spaprtce.Iova;
import org.spaprtce.Outcome;
import org.spaprtce.TceEntry;

/** A container of a peer that is ready: it has its type, its group and one window. */
interface Container {

  /** Executes a command of the container's process and returns what the caller observes. */
  Outcome execute(Command command);

  /** {@return what a device finds at a bus address, or nothing where there is no TCE} */
  Optional<TceEntry> translate(Iova iova);

  /** Gives back window, TCEs and blocks, as when its group leaves, and makes it ready again. */
  void restart();
}

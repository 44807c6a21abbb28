package org.spaprtce.bench;

import java.util.Optional;
import org.spaprtce.Command;
import org.spaprtce.Iova;
import org.spaprtce.Outcome;
import org.spaprtce.TceEntry;

/** A container of a peer. */
interface Container {

  /** Executes a command and returns what the caller observes. */
  Outcome execute(Command command);

  /** {@return what a device finds at a bus address, or nothing where there is no TCE} */
  Optional<TceEntry> translate(Iova iova);
}

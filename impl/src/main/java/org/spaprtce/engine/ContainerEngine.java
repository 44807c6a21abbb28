package org.spaprtce.engine;

import org.spaprtce.*;

public final class ContainerEngine {
  private final ContainerId id;

  ContainerEngine(ContainerId id) {
    this.id = id;
  }

  public ContainerId id() {
    return id;
  }

  public Outcome execute(AddressSpace caller, Command command) {
    return Unfinished.answer(Outcome.Done.DONE);
  }
}

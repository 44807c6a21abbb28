package org.spaprtce.engine;

import org.spaprtce.ProcessId;

public final class AddressSpace {
  private final ProcessId id;

  AddressSpace(ProcessId id) {
    this.id = id;
  }

  public ProcessId id() {
    return id;
  }

  public void setLockedElsewhere(long pages) {
    Unfinished.answer(pages);
  }
}

package org.spaprtce.engine;

import java.util.Optional;
import org.spaprtce.*;

public final class GroupEngine {
  private final GroupId id;

  GroupEngine(GroupId id) {
    this.id = id;
  }

  public GroupId id() {
    return id;
  }

  public Outcome execute(AddressSpace caller, GroupCommand command) {
    return Unfinished.answer(Outcome.Done.DONE);
  }

  public Optional<TceEntry> translate(long iova) {
    return Unfinished.answer(Optional.empty());
  }
}

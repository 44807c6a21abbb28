package org.spaprtce;

import java.util.Optional;
import org.spaprtce.engine.GroupEngine;

/**
 * An IOMMU group: the smallest set of devices that the hardware can isolate.
 *
 * <p>Any number of threads may call it, for any process. Every call takes effect at one moment
 * between its start and its end (ABI-8).
 */
public final class IommuGroup {

  private final GroupEngine engine;

  IommuGroup(GroupEngine engine) {
    this.engine = engine;
  }

  /** {@return the number of this group} */
  public GroupId id() {
    return engine.id();
  }

  /**
   * Executes a command.
   *
   * @param caller the process that calls, of the same machine
   * @param command what the caller sent
   * @return success with what it hands out, or the first clause of the spec that refuses
   * @throws IllegalArgumentException if the process is another machine's, or there is no container
   *     of that number
   * @throws IllegalStateException if a port calls this under a lock
   * @clause GRP-2 ABI-8
   */
  public Outcome execute(TceProcess caller, GroupCommand command) {
    return engine.execute(caller.addressSpace(), command);
  }

  /**
   * {@return what a device of the group finds at a bus address, or nothing where there is no TCE}
   *
   * <p>Memory that version 1 pinned is found, too, though the norm has no name for it.
   *
   * @param iova any bus address, in a window or not
   * @clause DEV-1 DEV-2
   */
  public Optional<TceEntry> translate(Iova iova) {
    return engine.translate(iova.value());
  }
}

package org.spaprtce.bench;

import org.spaprtce.Command;
import org.spaprtce.Command.MapDma;
import org.spaprtce.Command.RegisterMemory;
import org.spaprtce.Command.UnmapDma;
import org.spaprtce.Command.UnregisterMemory;
import org.spaprtce.DmaPermission;
import org.spaprtce.Iova;
import org.spaprtce.Outcome;
import org.spaprtce.UserAddress;

/**
 * A caller of a container, whose commands must succeed.
 *
 * @param container what it calls
 */
record Guest(Container container) {

  Outcome map(UserAddress ua, Iova iova, long size) {
    return execute(new MapDma(ua, iova, size, DmaPermission.READ_WRITE));
  }

  Outcome unmap(Iova iova, long size) {
    return execute(new UnmapDma(iova, size));
  }

  Outcome register(UserAddress ua, long size) {
    return execute(new RegisterMemory(ua, size));
  }

  Outcome unregister(UserAddress ua, long size) {
    return execute(new UnregisterMemory(ua, size));
  }

  /** Gives everything back and begins anew. */
  void restart() {
    container.restart();
  }

  /**
   * Executes a command.
   *
   * @throws IllegalStateException if it is rejected
   */
  private Outcome execute(Command command) {
    Outcome outcome = container.execute(command);
    if (outcome != Outcome.Done.DONE) {
      throw new IllegalStateException("command=" + command + " outcome=" + outcome);
    }
    return outcome;
  }
}

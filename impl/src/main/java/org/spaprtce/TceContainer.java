package org.spaprtce;

import org.spaprtce.engine.ContainerEngine;

/**
 * A container: IOMMU groups, a type, and DMA windows with their TCEs.
 *
 * <p>Any number of threads may call it, for any process. Every call takes effect at one moment
 * between its start and its end (ABI-8).
 */
public final class TceContainer {

  private final ContainerEngine engine;

  TceContainer(ContainerEngine engine) {
    this.engine = engine;
  }

  /** {@return the number of this container} */
  public ContainerId id() {
    return engine.id();
  }

  /**
   * Executes a command.
   *
   * @param caller the process that calls, of the same machine; the first that succeeds in what
   *     needs memory binds the container (SES-7)
   * @param command what the caller sent
   * @return success with what it hands out, or the first clause of the spec that refuses
   * @throws IllegalArgumentException if the process is another machine's
   * @throws IllegalStateException if a port calls this under a lock, or REGISTER_MEMORY is given
   *     another block than it asked to pin
   * @clause SES-1 SES-2 SES-3 SES-7 ABI-8
   */
  public Outcome execute(TceProcess caller, Command command) {
    return engine.execute(caller.addressSpace(), command);
  }
}

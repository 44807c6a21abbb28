package org.spaprtce;

import java.util.Optional;
import org.spaprtce.engine.ContainerEngine;

/**
 * A container of a process: one DMA window with its TCEs.
 *
 * <p>Any number of threads may call it. Every call takes effect at one moment between its start and
 * its end.
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

  /** {@return the DMA window that the container was opened with} */
  public DmaWindow window() {
    return engine.window();
  }

  /**
   * Executes a command.
   *
   * @param command what the caller sent
   * @return {@link Outcome.Done}, or the first failing clause of the spec
   */
  public Outcome execute(Command command) {
    return engine.execute(command);
  }

  /**
   * {@return what a device finds at a bus address, or nothing where there is no TCE}
   *
   * @param iova any bus address, in the window or not
   */
  public Optional<TceEntry> translate(Iova iova) {
    return engine.translate(iova.value());
  }
}

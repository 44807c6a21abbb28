package org.spaprtce.bench;

import java.util.Optional;
import java.util.Set;
import org.spaprtce.Command;
import org.spaprtce.Command.SetIommu;
import org.spaprtce.Command.TceCreate;
import org.spaprtce.Command.TceRemove;
import org.spaprtce.DmaWindow;
import org.spaprtce.GroupCommand.OpenGroup;
import org.spaprtce.GroupCommand.SetContainer;
import org.spaprtce.GroupCommand.UnsetContainer;
import org.spaprtce.IommuGroup;
import org.spaprtce.Iova;
import org.spaprtce.MachineState;
import org.spaprtce.Outcome;
import org.spaprtce.SpaprTce;
import org.spaprtce.TceContainer;
import org.spaprtce.TceEntry;
import org.spaprtce.TceProcess;

/** A container of an {@link EngineProcess}. */
final class EngineContainer implements Container {

  private final SpaprTce machine;
  private final TceProcess process;
  private final TceContainer container;
  private final IommuGroup group;
  private final DmaWindow window;

  /**
   * Makes a new container ready.
   *
   * @param window what it is to have instead of the default window
   * @throws IllegalStateException if the window comes out differently
   */
  EngineContainer(
      SpaprTce machine,
      TceProcess process,
      TceContainer container,
      IommuGroup group,
      DmaWindow window) {
    this.machine = machine;
    this.process = process;
    this.container = container;
    this.group = group;
    this.window = window;
    require(group.execute(process, new OpenGroup()));
    start();
  }

  private void start() {
    int pageShift = Long.numberOfTrailingZeros(window.pageBytes());
    require(group.execute(process, new SetContainer(container.id())));
    require(execute(new SetIommu(SetIommu.VERSION_2)));
    require(execute(new TceRemove(window.start())));
    require(execute(new TceCreate(pageShift, window.size(), 1)));
    var expected = new MachineState.Window(container.id(), window, Set.of(group.id()));
    if (!machine.state().windows().contains(expected)) {
      throw new IllegalStateException(
          "window=" + expected + " is not among " + machine.state().windows());
    }
  }

  private static void require(Outcome outcome) {
    if (!(outcome instanceof Outcome.Success)) {
      throw new IllegalStateException("outcome=" + outcome);
    }
  }

  @Override
  public Outcome execute(Command command) {
    return container.execute(process, command);
  }

  @Override
  public Optional<TceEntry> translate(Iova iova) {
    return group.translate(iova);
  }

  @Override
  public void restart() {
    require(group.execute(process, new UnsetContainer()));
    start();
  }
}

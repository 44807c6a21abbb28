package org.spaprtce;

import org.spaprtce.Command.SetIommu;
import org.spaprtce.GroupCommand.OpenGroup;
import org.spaprtce.GroupCommand.SetContainer;
import org.spaprtce.Outcome.Rejected;
import org.spaprtce.engine.MachineEngine;
import org.spaprtce.platform.Platform;

/**
 * A machine with the sPAPR TCE interface: its processes, containers and IOMMU groups.
 *
 * <p>Here a container of version 2 is made with group 0, and memory is registered and mapped:
 *
 * <pre>{@code
 * SpaprTce tce = new SpaprTce(Machine.power9(1), new SimulatedPlatform().ports());
 * TceProcess process = tce.openProcess();
 * TceContainer container = tce.openContainer(process, 0);
 * container.execute(process, new RegisterMemory(new UserAddress(0x10000), 0x10000));
 * container.execute(process, new MapDma(new UserAddress(0x13000), new Iova(0x5000), 0x1000, READ));
 * }</pre>
 *
 * <p>Then a device of the group finds the byte of user address 0x13678 at bus address 0x5678, and
 * may read it ({@link IommuGroup#translate}).
 *
 * <p>Any number of threads may use it. Every call takes effect at one moment between its start and
 * its end (ABI-8). Ports are called as {@link Platform} says.
 */
public final class SpaprTce {

  private final MachineEngine engine;

  /**
   * Starts a machine without processes and containers, all of whose groups are closed.
   *
   * @param machine its page and its groups
   * @param platform what it asks of the host
   */
  public SpaprTce(Machine machine, Platform platform) {
    engine = new MachineEngine(machine, platform);
  }

  /** {@return a new process, with the next number, that has registered nothing} */
  public TceProcess openProcess() {
    return new TceProcess(engine.openProcess());
  }

  /** {@return a new container, with the next number, that has no group and no type} */
  public TceContainer openContainer() {
    return new TceContainer(engine.openContainer());
  }

  /**
   * {@return a new container of version 2 with some groups}
   *
   * <p>This is a shorthand for OPEN_GROUP and SET_CONTAINER of each group and SET_IOMMU, and no
   * single step: others may come between them.
   *
   * @param caller the process that calls
   * @param groups the numbers of the groups, at least one, none of them in use
   * @throws IllegalStateException if one of the commands is refused; what the others did stays
   * @throws IllegalArgumentException if the process is another machine's
   * @throws IndexOutOfBoundsException if there is no such group
   * @clause GRP-10 SES-6
   */
  public TceContainer openContainer(TceProcess caller, int... groups) {
    TceContainer container = openContainer();
    for (int number : groups) {
      require(group(number).execute(caller, new OpenGroup()));
      require(group(number).execute(caller, new SetContainer(container.id())));
    }
    require(container.execute(caller, new SetIommu(SetIommu.VERSION_2)));
    return container;
  }

  private static void require(Outcome outcome) {
    if (outcome instanceof Rejected) {
      throw new IllegalStateException("outcome=" + outcome);
    }
  }

  /**
   * {@return an IOMMU group}
   *
   * @param number its place in {@link Machine#groups()}, from 0
   * @throws IndexOutOfBoundsException if there is no such group
   */
  public IommuGroup group(int number) {
    return new IommuGroup(engine.group(number));
  }

  /**
   * {@return the whole state at one moment}
   *
   * @clause ABI-8
   */
  public MachineState state() {
    return engine.state();
  }
}

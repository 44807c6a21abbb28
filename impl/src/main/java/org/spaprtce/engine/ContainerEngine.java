package org.spaprtce.engine;

import org.spaprtce.Command;
import org.spaprtce.Command.CheckExtension;
import org.spaprtce.Command.Disable;
import org.spaprtce.Command.EehPeOp;
import org.spaprtce.Command.Enable;
import org.spaprtce.Command.GetApiVersion;
import org.spaprtce.Command.GetInfo;
import org.spaprtce.Command.MapDma;
import org.spaprtce.Command.RegisterMemory;
import org.spaprtce.Command.SetIommu;
import org.spaprtce.Command.TceCreate;
import org.spaprtce.Command.TceRemove;
import org.spaprtce.Command.Unknown;
import org.spaprtce.Command.UnmapDma;
import org.spaprtce.Command.UnregisterMemory;
import org.spaprtce.ContainerId;
import org.spaprtce.Outcome;
import org.spaprtce.Outcome.Rejected;

/** A container: its session, and where its commands are carried out. */
public final class ContainerEngine {

  private final MachineEngine machine;
  private final ContainerId id;

  /** Written under R and the lock of each window of the session that it replaces. */
  private volatile Session session = Session.blank();

  ContainerEngine(MachineEngine machine, ContainerId id) {
    this.machine = machine;
    this.id = id;
  }

  /** {@return the number of this container} */
  public ContainerId id() {
    return id;
  }

  /** What the container is now. */
  Session session() {
    return session;
  }

  /** Makes the container another one. The caller holds R and the locks of its windows. */
  void become(Session next) {
    session = next;
  }

  /** Makes the container another one while its tables rest. The caller holds R. */
  void becomeAtRest(Session next) {
    becomeAtRest(next, () -> {});
  }

  /** Makes the container another one, and does something else, at one moment. */
  void becomeAtRest(Session next, Runnable work) {
    Window.whileResting(
        session.windows(),
        () -> {
          session = next;
          work.run();
        });
  }

  /** Executes a command. */
  public Outcome execute(AddressSpace caller, Command command) {
    machine.requireOwn(caller);
    if (command instanceof MapDma map) {
      return machine.tableCommands().map(this, caller, map);
    }
    return command instanceof UnmapDma unmap
        ? machine.tableCommands().unmap(this, caller, unmap)
        : executeOther(caller, command);
  }

  /** The commands that are not frequent: with them {@link #execute} would be too long to inline. */
  private Outcome executeOther(AddressSpace caller, Command command) {
    return switch (command) {
      case MapDma _, UnmapDma _ -> throw new AssertionError("command=" + command);
      case RegisterMemory register -> machine.registrations().register(this, caller, register);
      case UnregisterMemory unregister ->
          machine.registrations().unregister(this, caller, unregister);
      case TceCreate create -> machine.windowCommands().create(this, caller, create);
      case TceRemove remove -> machine.windowCommands().remove(this, caller, remove);
      case SetIommu set -> new Attachment(machine).setIommu(this, set);
      case Enable _ -> new Version1(machine).enable(this, caller);
      case Disable _ -> new Version1(machine).disable(this, caller);
      case GetApiVersion _ -> new Outcome.Value(0); // [QRY-2]
      case CheckExtension check -> new Queries(machine).extension(check);
      case GetInfo info -> new Queries(machine).info(this, caller, info);
      case EehPeOp operation -> new Queries(machine).recover(this, caller, operation);
      case Unknown _ -> unknown(caller);
    };
  }

  private Outcome unknown(AddressSpace caller) {
    return machine.exclusively(() -> {
      Rejected failing = session.failing(caller, 0);
      if (failing == null) {
        throw new AssertionError("type=" + session.type());
      }
      return failing;
    });
  }
}

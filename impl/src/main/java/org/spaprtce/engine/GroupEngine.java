package org.spaprtce.engine;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spaprtce.GroupCommand;
import org.spaprtce.GroupCommand.CloseDevice;
import org.spaprtce.GroupCommand.CloseGroup;
import org.spaprtce.GroupCommand.ContainerFile;
import org.spaprtce.GroupCommand.GetStatus;
import org.spaprtce.GroupCommand.NoContainer;
import org.spaprtce.GroupCommand.OpenDevice;
import org.spaprtce.GroupCommand.OpenGroup;
import org.spaprtce.GroupCommand.SetContainer;
import org.spaprtce.GroupCommand.Unknown;
import org.spaprtce.GroupCommand.UnsetContainer;
import org.spaprtce.GroupId;
import org.spaprtce.HostPhysicalAddress;
import org.spaprtce.Outcome;
import org.spaprtce.Outcome.Done;
import org.spaprtce.Outcome.Rejected;
import org.spaprtce.Outcome.Status;
import org.spaprtce.TableGroup;
import org.spaprtce.TceEntry;
import org.spaprtce.platform.PinnedBlock;

/** An IOMMU group: its files, its container, its commands, and what its devices reach. */
public final class GroupEngine {

  private final MachineEngine machine;
  private final GroupId id;
  private final TableGroup capability;

  /** Guarded by R, as is the number of devices. */
  private boolean open;

  private int devices;

  /**
   * Written under R, after the session of the container. The session decides: a group that is not
   * among its groups has left.
   */
  private volatile @Nullable ContainerEngine home;

  GroupEngine(MachineEngine machine, GroupId id, TableGroup capability) {
    this.machine = machine;
    this.id = id;
    this.capability = capability;
  }

  /** {@return the number of this group} */
  public GroupId id() {
    return id;
  }

  TableGroup capability() {
    return capability;
  }

  boolean open() {
    return open;
  }

  int devices() {
    return devices;
  }

  /** The container that the group is in, or null. */
  @Nullable ContainerEngine home() {
    return home;
  }

  void enter(@Nullable ContainerEngine container) {
    home = container;
  }

  /** Executes a command. */
  public Outcome execute(AddressSpace caller, GroupCommand command) {
    machine.requireOwn(caller);
    return machine.exclusively(spare -> execute(command, spare));
  }

  private Outcome execute(GroupCommand command, List<PinnedBlock> spare) {
    return switch (command) {
      case OpenGroup _ -> openGroup();
      case CloseDevice _ -> closeDevice(spare);
      case CloseGroup _ -> open ? closeGroup(spare) : Clause.GRP_2.rejection(); // [GRP-2]
      case OpenDevice _ -> open ? openDevice() : Clause.GRP_2.rejection();
      case GetStatus status -> open ? status(status) : Clause.GRP_2.rejection();
      case SetContainer set -> open ? setContainer(set) : Clause.GRP_2.rejection();
      case UnsetContainer _ -> open ? unsetContainer(spare) : Clause.GRP_2.rejection();
      case Unknown _ -> (open ? Clause.SES_3 : Clause.GRP_2).rejection(); // [SES-3]
    };
  }

  private Outcome openGroup() {
    if (open || devices > 0) {
      return Clause.GRP_1.rejection(); // [GRP-1]
    }
    open = true;
    return Done.DONE;
  }

  private Outcome closeGroup(List<PinnedBlock> spare) {
    if (devices == 0) {
      new Attachment(machine).leave(this, spare);
    }
    open = false; // [LIF-5]
    return Done.DONE;
  }

  private Outcome openDevice() {
    ContainerEngine container = home;
    if (container == null || container.session().type() == 0) {
      return Clause.GRP_9.rejection(); // [GRP-9]
    }
    Rejected refused =
        machine
            .platform()
            .firmware()
            .openDevice(id)
            .map(Clause.GRP_8::rejection) // [GRP-8]
            .orElse(null);
    if (refused != null) {
      return refused;
    }
    devices++;
    return Done.DONE;
  }

  private Outcome closeDevice(List<PinnedBlock> spare) {
    if (devices == 0) {
      return Clause.GRP_2.rejection(); // [GRP-2]
    }
    machine.platform().firmware().closeDevice(id);
    if (devices == 1 && !open) {
      new Attachment(machine).leave(this, spare); // [LIF-5]
    }
    devices--;
    return Done.DONE;
  }

  private Outcome status(GetStatus command) {
    Rejected header = HeaderChecks.failing(command.header(), GetStatus.ARGSZ);
    return header != null ? header : new Status(home == null ? 1 : 3); // [QRY-5]
  }

  private Outcome setContainer(SetContainer command) {
    if (!command.readable()) {
      return Clause.ABI_1.rejection(); // [ABI-1]
    }
    if (command.file() == NoContainer.CLOSED) {
      return Clause.GRP_2.rejection(); // [GRP-2]
    }
    if (home != null) {
      return Clause.GRP_3.rejection(); // [GRP-3]
    }
    return switch (command.file()) {
      case NoContainer _ -> Clause.GRP_4.rejection(); // [GRP-4]
      case ContainerFile file -> new Attachment(machine).attach(this, machine.container(file.id()));
    };
  }

  private Outcome unsetContainer(List<PinnedBlock> spare) {
    if (home == null) {
      return Clause.GRP_11.rejection(); // [GRP-11]
    }
    if (devices > 0) {
      return Clause.GRP_12.rejection(); // [GRP-12]
    }
    new Attachment(machine).leave(this, spare);
    return Done.DONE;
  }

  /** {@return what a device of the group finds at a bus address} */
  public Optional<TceEntry> translate(long iova) {
    while (true) {
      ContainerEngine container = home;
      if (container == null) {
        return Optional.empty();
      }
      Session session = container.session();
      Window window = session.windowAt(iova);
      AddressSpace owner = session.owner();
      if (window == null || owner == null) {
        return Optional.empty(); // [DEV-2]
      }
      window.lock().lock();
      try {
        if (container.session() == session && session.groups().contains(this)) {
          return entry(window, owner, iova); // [DEV-1]
        }
      } finally {
        window.lock().unlock();
      }
    }
  }

  private static Optional<TceEntry> entry(Window window, AddressSpace owner, long iova) {
    TceRun run = window.table().find(iova);
    if (run == null) {
      return Optional.empty();
    }
    long physical = owner.region(run.region()).physical(run.userAddress(iova));
    return Optional.of(new TceEntry(new HostPhysicalAddress(physical), run.permission()));
  }
}

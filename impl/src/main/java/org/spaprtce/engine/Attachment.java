package org.spaprtce.engine;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spaprtce.Command.SetIommu;
import org.spaprtce.GroupId;
import org.spaprtce.Outcome;
import org.spaprtce.Outcome.Done;
import org.spaprtce.Outcome.Rejected;
import org.spaprtce.platform.PinnedBlock;

/** How groups and containers come together and part. All is done under the lock R. */
final class Attachment {

  private final MachineEngine machine;

  Attachment(MachineEngine machine) {
    this.machine = machine;
  }

  /** SET_IOMMU. */
  Outcome setIommu(ContainerEngine container, SetIommu command) {
    return machine.exclusively(() -> {
      Session session = container.session();
      if (session.type() != 0 || session.groups().isEmpty()) {
        return Clause.SES_4.rejection(); // [SES-4]
      }
      if (command.type() != SetIommu.VERSION_1 && command.type() != SetIommu.VERSION_2) {
        return Clause.SES_5.rejection(); // [SES-5]
      }
      Session typed = session.typed((int) command.type());
      Rejected failing = failing(typed, session.groups());
      if (failing != null) {
        return failing;
      }
      container.becomeAtRest(typed); // [SES-6]
      return Done.DONE;
    });
  }

  /** Puts a group that is in no container into one. */
  Outcome attach(GroupEngine group, ContainerEngine container) {
    Session session = container.session();
    Session next = session.with(group);
    if (session.type() != 0) {
      Rejected failing = failing(next, List.of(group));
      if (failing != null) {
        return failing;
      }
    }
    container.becomeAtRest(next); // [GRP-10]
    group.enter(container);
    return Done.DONE;
  }

  /**
   * The rejection of a container with a type and groups, or null; then the firmware has given it
   * those of them that come.
   */
  private @Nullable Rejected failing(Session next, List<GroupEngine> coming) {
    List<GroupEngine> members = next.groups();
    if (next.isVersion2() && members.stream().anyMatch(g -> g.capability().windows() == 0)) {
      return Clause.GRP_5.rejection(); // [GRP-5]
    }
    if (!next.isVersion2() && members.size() > 1) {
      return Clause.GRP_6.rejection(); // [GRP-6]
    }
    if (members.stream().map(g -> g.capability().family()).distinct().count() > 1) {
      return Clause.GRP_7.rejection(); // [GRP-7]
    }
    List<GroupId> ids = coming.stream().map(GroupEngine::id).toList();
    return machine
        .platform()
        .firmware()
        .attach(ids, next.ranges())
        .map(Clause.GRP_8::rejection) // [GRP-8]
        .orElse(null);
  }

  /**
   * A group leaves its container, if it is in one.
   *
   * @param spare takes what is to be unpinned
   */
  void leave(GroupEngine group, List<PinnedBlock> spare) {
    ContainerEngine container = group.home();
    if (container == null) {
      return;
    }
    Session session = container.session();
    if (session.type() != 0) {
      machine.platform().firmware().detach(group.id(), session.ranges());
    }
    if (session.groups().size() > 1) {
      container.becomeAtRest(session.without(group)); // [LIF-1]
    } else {
      release(container, spare);
    }
    group.enter(null);
  }

  /** A container lets go of everything it has [LIF-2]. */
  private static void release(ContainerEngine container, List<PinnedBlock> spare) {
    Session session = container.session();
    AddressSpace owner = session.owner();
    if (owner == null) {
      container.becomeAtRest(Session.blank());
      return;
    }
    owner.whileTablesRest(() -> {
      container.become(Session.blank());
      var lost = new BitSet();
      for (Window window : session.windows()) {
        window.table().forEachRegion(lost::set);
        owner.tables().remove(window);
        owner.lockedVm().unchargeContainer(window.range().tablePages()); // [LIF-3]
      }
      owner.lockedVm().unchargeContainer(session.locked()); // [LIF-3]
      owner.release(container, lost, spare);
    });
  }
}

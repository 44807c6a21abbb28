package org.spaprtce.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spaprtce.Command.RegisterMemory;
import org.spaprtce.Command.UnregisterMemory;
import org.spaprtce.Outcome;
import org.spaprtce.Outcome.Done;
import org.spaprtce.Outcome.Rejected;
import org.spaprtce.platform.HostMemory.PinResult;
import org.spaprtce.platform.HostMemory.Unpinnable;
import org.spaprtce.platform.PinnedBlock;

/**
 * REGISTER_MEMORY and UNREGISTER_MEMORY.
 *
 * <p>Pages are pinned with no lock held, between two decisions. The second one is made from the
 * start, since the state may be another by then.
 */
final class Registrations {

  private static final long RECORD_BYTES = 8;

  private final MachineEngine machine;

  Registrations(MachineEngine machine) {
    this.machine = machine;
  }

  Outcome register(ContainerEngine container, AddressSpace caller, RegisterMemory command) {
    var answers = new Answers(machine.platform());
    Outcome decided = machine.exclusively(() -> decide(container, caller, command, answers, null));
    if (decided != null) {
      return decided;
    }
    long size = command.size();
    PinResult result = machine.platform().memory().pin(caller.id(), command.vaddr(), size);
    return switch (result) {
      case Unpinnable _ -> Clause.REG_6.rejection(); // [REG-6]
      case PinnedBlock pinned ->
          machine.exclusively(spare -> publish(container, caller, command, answers, pinned, spare));
    };
  }

  /** The rejection of a command whatever the container and the memory are, or null. */
  private @Nullable Rejected malformed(RegisterMemory command) {
    Rejected header = HeaderChecks.failing(command.header(), RegisterMemory.ARGSZ, 0);
    if (header != null) {
      return header;
    }
    long ua = command.vaddr().value();
    long size = command.size();
    if (machine.misaligned(ua | size)) {
      return Clause.REG_1.rejection(); // [REG-1]
    }
    if (size != 0 && !Words.less(ua, ua + size)) {
      return Clause.REG_3.rejection(); // [REG-3]
    }
    if (size == 0) {
      return Clause.REG_2.rejection(); // [REG-2]
    }
    return null;
  }

  /** Decides again with the memory pinned, and gives the pin back if it is of no use. */
  private Outcome publish(
      ContainerEngine container,
      AddressSpace caller,
      RegisterMemory command,
      Answers answers,
      PinnedBlock pinned,
      List<PinnedBlock> spare) {
    boolean published = false;
    try {
      Outcome decided = decide(container, caller, command, answers, pinned);
      if (decided != null) {
        return decided;
      }
      published = true;
      return Done.DONE;
    } finally {
      if (!published) {
        spare.add(pinned);
      }
    }
  }

  /**
   * Rejects or shares a block, or finds that it is new; then publishes it if it is pinned already.
   *
   * @return what the command answers, or null for a new block
   */
  private @Nullable Outcome decide(
      ContainerEngine container,
      AddressSpace caller,
      RegisterMemory command,
      Answers answers,
      @Nullable PinnedBlock pinned) {
    Rejected failing = container.session().failing(caller, Session.V2);
    if (failing != null) {
      return failing;
    }
    failing = malformed(command);
    if (failing != null) {
      return failing;
    }
    long ua = command.vaddr().value();
    long size = command.size();
    RegionIndex index = caller.index();
    Region named = index.named(ua, size);
    if (named != null) {
      return share(container, caller, named);
    }
    long pages = machine.pages(size);
    if (!machine.within(caller, pages, answers.memlock())) {
      return Clause.REG_5.rejection(); // [REG-5]
    }
    if (index.overlaps(ua, size)) {
      return Clause.REG_7.rejection(); // [REG-7]
    }
    if (Words.less(answers.records(), pages * RECORD_BYTES)) {
      return Clause.REG_11.rejection(); // [REG-11]
    }
    if (pinned != null) {
      if (pinned.start().value() != ua || pinned.size() != size) {
        throw new IllegalStateException(
            "asked for ua=%s size=0x%x, pinned %s".formatted(command.vaddr(), size, pinned));
      }
      Region region = caller.newRegion(pinned, true);
      region.holders().add(container.id());
      RegionIndex next = index.with(region);
      caller.lockedVm().chargeBlock(pages);
      enable(container, caller, () -> caller.publish(next)); // [REG-8] [REG-10]
    }
    return null;
  }

  private Outcome share(ContainerEngine container, AddressSpace caller, Region named) {
    boolean orphan = named.holders().isEmpty();
    if (!named.holders().add(container.id())) {
      return Clause.REG_4.rejection(); // [REG-4]
    }
    if (orphan) {
      caller.adopt(); // [LIF-4]
    }
    enable(container, caller, () -> {}); // [REG-9] [REG-10]
    return Done.DONE;
  }

  /** Binds and enables the container, unless it is already, and publishes, at one moment. */
  private static void enable(ContainerEngine container, AddressSpace caller, Runnable publish) {
    Session session = container.session();
    if (session.enabled() && session.owner() == caller) {
      publish.run();
      return;
    }
    container.becomeAtRest(
        session.enabled(caller, session.locked()), // [SES-7]
        publish);
  }

  Outcome unregister(ContainerEngine container, AddressSpace caller, UnregisterMemory command) {
    return machine.exclusively(spare -> unregister(container, caller, command, spare));
  }

  private Outcome unregister(
      ContainerEngine container,
      AddressSpace caller,
      UnregisterMemory command,
      List<PinnedBlock> spare) {
    Session session = container.session();
    Rejected failing = session.failing(caller, Session.V2);
    if (failing != null) {
      return failing;
    }
    if (session.owner() == null) {
      return Clause.UNR_1.rejection(); // [UNR-1]
    }
    failing = HeaderChecks.failing(command.header(), UnregisterMemory.ARGSZ, 0);
    if (failing != null) {
      return failing;
    }
    if (machine.misaligned(command.vaddr().value() | command.size())) {
      return Clause.UNR_2.rejection(); // [UNR-2]
    }
    Region region = caller.index().named(command.vaddr().value(), command.size());
    if (region == null || !region.holders().contains(container.id())) {
      return Clause.UNR_3.rejection(); // [UNR-3]
    }
    if (region.holders().size() > 1) {
      region.holders().remove(container.id()); // [UNR-6]
      return Done.DONE;
    }
    return caller.whileTablesRest(() -> {
      if (caller.live(region) != 0) {
        return Clause.UNR_4.rejection(); // [UNR-4]
      }
      spare.add(caller.withdraw(region)); // [UNR-5]
      return Done.DONE;
    });
  }
}

package org.spaprtce.engine;

import org.spaprtce.Outcome;
import org.spaprtce.Outcome.Done;
import org.spaprtce.Outcome.Rejected;

/** ENABLE and DISABLE, which only version 1 has. */
final class Version1 {

  private final MachineEngine machine;

  Version1(MachineEngine machine) {
    this.machine = machine;
  }

  Outcome enable(ContainerEngine container, AddressSpace caller) {
    return machine.exclusively(() -> {
      Session session = container.session();
      Rejected failing = session.failing(caller, Session.V1);
      if (failing != null) {
        return failing;
      }
      if (session.enabled()) {
        return Clause.VER_4.rejection(); // [VER-4]
      }
      long pages = machine.pages(session.capability().size());
      if (pages == 0) {
        return Clause.VER_5.rejection(); // [VER-5]
      }
      if (!machine.within(caller, pages, new Answers(machine.platform()).memlock())) {
        return Clause.VER_6.rejection(); // [VER-6]
      }
      caller.lockedVm().chargeContainer(pages);
      container.becomeAtRest(session.enabled(caller, pages)); // [VER-7] [SES-7]
      return Done.DONE;
    });
  }

  Outcome disable(ContainerEngine container, AddressSpace caller) {
    return machine.exclusively(() -> {
      Session session = container.session();
      Rejected failing = session.failing(caller, Session.V1);
      if (failing != null) {
        return failing;
      }
      caller.lockedVm().unchargeContainer(session.locked());
      container.becomeAtRest(session.disabled()); // [VER-8]
      return Done.DONE;
    });
  }
}

package org.spaprtce.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spaprtce.Command.CheckExtension;
import org.spaprtce.Command.EehPeOp;
import org.spaprtce.Command.GetInfo;
import org.spaprtce.Command.SetIommu;
import org.spaprtce.GroupId;
import org.spaprtce.Outcome;
import org.spaprtce.Outcome.DynamicWindows;
import org.spaprtce.Outcome.EehState;
import org.spaprtce.Outcome.Rejected;
import org.spaprtce.Outcome.TceInfo;
import org.spaprtce.Outcome.Value;
import org.spaprtce.TableGroup;
import org.spaprtce.platform.Firmware.Recovered;
import org.spaprtce.platform.Firmware.Unrecovered;

/** Commands of a container that change nothing. */
final class Queries {

  private final MachineEngine machine;

  Queries(MachineEngine machine) {
    this.machine = machine;
  }

  /** CHECK_EXTENSION. */
  Outcome extension(CheckExtension command) {
    long extension = command.extension();
    boolean there =
        extension == SetIommu.VERSION_1
            || extension == SetIommu.VERSION_2
            || (extension == CheckExtension.EEH && machine.machine().eeh());
    return new Value(there ? 1 : 0); // [QRY-1]
  }

  /** GET_INFO. */
  Outcome info(ContainerEngine container, AddressSpace caller, GetInfo command) {
    return machine.exclusively(() -> {
      Session session = container.session();
      Rejected failing = session.failing(caller, Session.V1 | Session.V2);
      if (failing == null) {
        failing = HeaderChecks.failing(command.header(), GetInfo.SHORT_ARGSZ);
      }
      return failing != null ? failing : info(session, command.header().argsz());
    });
  }

  private static TceInfo info(Session session, int argsz) {
    TableGroup capability = session.capability();
    boolean dynamic = session.isVersion2() && capability.windows() > 0;
    DynamicWindows windows = null; // [QRY-4]
    if (Integer.compareUnsigned(argsz, GetInfo.ARGSZ) >= 0) {
      long pageSizes = capability.shifts().stream().mapToLong(s -> 1L << s).sum();
      windows =
          dynamic
              ? new DynamicWindows(pageSizes, capability.windows(), capability.levels())
              : new DynamicWindows(0, 0, 0);
    }
    int flags = dynamic ? 1 : 0;
    return new TceInfo(flags, capability.start(), capability.size(), windows); // [QRY-3]
  }

  /** EEH_PE_OP. */
  Outcome recover(ContainerEngine container, AddressSpace caller, EehPeOp command) {
    Judged judged = machine.exclusively(() -> judge(container.session(), caller, command));
    if (judged.failing != null) {
      return judged.failing;
    }
    return switch (machine.platform().firmware().recover(judged.groups, command.operation())) {
      case Recovered recovered -> new EehState(recovered.state()); // [QRY-9]
      case Unrecovered refused -> Clause.QRY_8.rejection(refused.errno()); // [QRY-8]
    };
  }

  /** The rejection of a command, or null, and the groups that it is about. */
  private record Judged(@Nullable Rejected failing, List<GroupId> groups) {}

  private static Judged judge(Session session, AddressSpace caller, EehPeOp command) {
    return new Judged(failing(session, caller, command), session.groupIds());
  }

  private static @Nullable Rejected failing(Session session, AddressSpace caller, EehPeOp command) {
    Rejected failing = session.failing(caller, Session.V1 | Session.V2);
    if (failing != null) {
      return failing;
    }
    failing = HeaderChecks.failing(command.header(), EehPeOp.ARGSZ, 0);
    if (failing != null) {
      return failing;
    }
    int operation = command.operation();
    if (operation < 0 || operation > EehPeOp.INJECT) {
      return Clause.QRY_6.rejection(); // [QRY-6]
    }
    int argsz = command.header().argsz();
    if (operation == EehPeOp.INJECT && Integer.compareUnsigned(argsz, EehPeOp.INJECT_ARGSZ) < 0) {
      return Clause.QRY_7.rejection(); // [QRY-7]
    }
    return null;
  }
}

package org.spaprtce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.spaprtce.TestMachine.MACHINE;
import static org.spaprtce.TestMachine.STATIC;
import static org.spaprtce.TestMachine.STRANGER;
import static org.spaprtce.TestMachine.WINDOW;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spaprtce.Command.CheckExtension;
import org.spaprtce.Command.EehPeOp;
import org.spaprtce.Command.GetApiVersion;
import org.spaprtce.Command.GetInfo;
import org.spaprtce.Command.Header;
import org.spaprtce.Command.SetIommu;
import org.spaprtce.GroupCommand.GetStatus;
import org.spaprtce.GroupCommand.OpenGroup;
import org.spaprtce.Outcome.DynamicWindows;
import org.spaprtce.Outcome.EehState;
import org.spaprtce.Outcome.Status;
import org.spaprtce.Outcome.TceInfo;
import org.spaprtce.Outcome.Value;
import org.spaprtce.platform.SimulatedPlatform;

/** The commands that change nothing, clause by clause. */
class QueriesTest {

  private static final DynamicWindows NONE = new DynamicWindows(0, 0, 0);

  @RegisterExtension final StateInvariantExtension machines = new StateInvariantExtension();

  private final TestMachine p = machines.create();
  private final TceContainer c = p.version2(0);

  private void answers(Outcome expected, TceContainer container, Command command) {
    MachineState before = p.state();
    assertEquals(expected, container.execute(p.process, command));
    assertEquals(before, p.state());
  }

  @Test
  void apiVersion_isZero() {
    answers(new Value(0), c, new GetApiVersion());
  }

  @Test
  void extension_knownOnes_areThere() {
    for (long extension : new long[] {SetIommu.VERSION_1, SetIommu.VERSION_2, CheckExtension.EEH}) {
      answers(new Value(1), c, new CheckExtension(extension));
    }
    for (long extension : new long[] {0, 1, 3, 4, 6, 8, -1, (1L << 32) + 2}) {
      answers(new Value(0), c, new CheckExtension(extension));
    }
  }

  @Test
  void extension_eehOnAMachineWithoutIt_isNotThere() {
    var machine = new Machine(1 << 12, MACHINE.groups(), false);
    var tce = new SpaprTce(machine, new SimulatedPlatform().ports());
    TceContainer container = tce.openContainer();
    TceProcess process = tce.openProcess();
    assertEquals(new Value(0), container.execute(process, new CheckExtension(CheckExtension.EEH)));
    assertEquals(new Value(1), container.execute(process, new CheckExtension(SetIommu.VERSION_2)));
  }

  @Test
  void info_version2_reportsTheWindowsThatCanBeCreated() {
    var windows = new DynamicWindows((1L << 12) + (1L << 16) + (1L << 21) + (1L << 30), 2, 5);
    answers(new TceInfo(1, new Iova(0), WINDOW, windows), c, new GetInfo());
    answers(new TceInfo(1, new Iova(0), WINDOW, windows), c, new GetInfo(new Header(true, -1, -1)));
  }

  @Test
  void info_shortStructure_getsTheShortAnswer() {
    answers(new TceInfo(1, new Iova(0), WINDOW, null), c, new GetInfo(new Header(true, 31, 0)));
    answers(new TceInfo(1, new Iova(0), WINDOW, null), c, new GetInfo(new Header(true, 16, -1)));
  }

  @Test
  void info_badHeader_isRejectedInOrder() {
    p.rejects(Errno.EFAULT, "ABI-1", c, new GetInfo(new Header(false, 0, 0)));
    p.rejects(Errno.EINVAL, "ABI-2", c, new GetInfo(new Header(true, 15, 0)));
  }

  @Test
  void info_version1_reportsNoWindowsThatCanBeCreated() {
    TceContainer old = p.container(1, SetIommu.VERSION_1);
    answers(new TceInfo(0, new Iova(0), WINDOW, NONE), old, new GetInfo());
    TceContainer fixed = p.container(STATIC, SetIommu.VERSION_1);
    answers(new TceInfo(0, new Iova(0), WINDOW, NONE), fixed, new GetInfo());
  }

  @Test
  void info_ofAnotherKindOfGroup_isThatGroups() {
    TceContainer d = p.version2(STRANGER);
    var windows = new DynamicWindows((1L << 12) + (1L << 16), 1, 2);
    answers(new TceInfo(1, new Iova(0), WINDOW, windows), d, new GetInfo());
  }

  @Test
  void status_saysWhetherTheGroupIsInAContainer() {
    assertEquals(new Status(3), p.group(0).execute(p.process, new GetStatus()));
    p.done(p.group(1), new OpenGroup());
    assertEquals(new Status(1), p.group(1).execute(p.process, new GetStatus()));
    assertEquals(
        new Status(1), p.group(1).execute(p.process, new GetStatus(new Header(true, -1, -1))));
  }

  @Test
  void status_badHeader_isRejectedInOrder() {
    p.rejects(Errno.EBADF, "GRP-2", p.group(1), new GetStatus(new Header(false, 0, 0)));
    p.rejects(Errno.EFAULT, "ABI-1", p.group(0), new GetStatus(new Header(false, 0, 0)));
    p.rejects(Errno.EINVAL, "ABI-2", p.group(0), new GetStatus(new Header(true, 7, 0)));
  }

  @Test
  void eeh_answersWhatThePlatformSays() {
    p.host.firmware().setState(5);
    for (int operation = 0; operation <= 9; operation++) {
      answers(new EehState(5), c, new EehPeOp(operation));
    }
    answers(new EehState(5), p.container(1, SetIommu.VERSION_1), new EehPeOp(0));
  }

  @Test
  void eeh_unknownOperation_isRejected() {
    p.rejects(Errno.EINVAL, "QRY-6", c, new EehPeOp(10));
    p.rejects(Errno.EINVAL, "QRY-6", c, new EehPeOp(-1));
  }

  @Test
  void eeh_injectionWithoutRoomForIt_isRejected() {
    p.rejects(Errno.EINVAL, "QRY-7", c, new EehPeOp(new Header(true, 39, 0), 9));
    answers(new EehState(0), c, new EehPeOp(new Header(true, -1, 0), 9));
    answers(new EehState(0), c, new EehPeOp(new Header(true, 12, 0), 8));
  }

  @Test
  void eeh_badHeader_isRejectedInOrder() {
    p.rejects(Errno.EFAULT, "ABI-1", c, new EehPeOp(new Header(false, 0, -1), 99));
    p.rejects(Errno.EINVAL, "ABI-2", c, new EehPeOp(new Header(true, 11, -1), 99));
    p.rejects(Errno.EINVAL, "ABI-3", c, new EehPeOp(new Header(true, 12, 1), 99));
  }

  @Test
  void eeh_refusedByThePlatform_isRejectedAsItSays() {
    p.host.firmware().refuse(Errno.ENODEV);
    p.rejects(Errno.ENODEV, "QRY-8", c, new EehPeOp(0));
    p.rejects(Errno.EINVAL, "QRY-6", c, new EehPeOp(10));
  }
}

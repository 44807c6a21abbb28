package org.spaprtce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.spaprtce.TestMachine.PAGE;
import static org.spaprtce.TestMachine.SMALL;
import static org.spaprtce.TestMachine.map;
import static org.spaprtce.TestMachine.register;
import static org.spaprtce.TestMachine.remove;
import static org.spaprtce.TestMachine.unmap;
import static org.spaprtce.TestMachine.unregister;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spaprtce.Command.CheckExtension;
import org.spaprtce.Command.Disable;
import org.spaprtce.Command.EehPeOp;
import org.spaprtce.Command.Enable;
import org.spaprtce.Command.GetApiVersion;
import org.spaprtce.Command.GetInfo;
import org.spaprtce.Command.SetIommu;
import org.spaprtce.Command.TceCreate;
import org.spaprtce.Command.Unknown;
import org.spaprtce.GroupCommand.CloseGroup;
import org.spaprtce.GroupCommand.OpenGroup;
import org.spaprtce.GroupCommand.SetContainer;

/** What every command on a container asks first. */
class SessionTest {

  @RegisterExtension final StateInvariantExtension machines = new StateInvariantExtension();

  private final TestMachine p = machines.create();

  /** A command of each kind that needs a container with a type. */
  private static final List<Command> ALL =
      List.of(
          new GetInfo(),
          map(PAGE, 0, SMALL),
          unmap(0, SMALL),
          new Enable(),
          new Disable(),
          register(PAGE, PAGE),
          unregister(PAGE, PAGE),
          new TceCreate(12, 1L << 30, 1),
          remove(0),
          new EehPeOp(0),
          new Unknown(99));

  @Test
  void execute_withoutAType_isRejected() {
    TceContainer c = p.tce.openContainer();
    ALL.forEach(command -> p.rejects(Errno.EINVAL, "SES-1", c, command));
    p.join(0, c);
    ALL.forEach(command -> p.rejects(Errno.EINVAL, "SES-1", c, command));
  }

  @Test
  void execute_afterRelease_isRejected() {
    TceContainer c = p.withWindow(0);
    p.done(p.group(0), new CloseGroup());
    ALL.forEach(command -> p.rejects(Errno.EINVAL, "SES-1", c, command));
  }

  @Test
  void execute_byAProcessThatItIsNotBoundTo_isRejected() {
    TceProcess other = p.tce.openProcess();
    TceContainer c = p.withWindow(0);
    p.done(c, register(PAGE, PAGE));
    ALL.forEach(command -> p.rejects(Errno.EPERM, "SES-2", other, c, command));
    TceContainer old = p.container(1, SetIommu.VERSION_1);
    p.done(old, new Enable());
    ALL.forEach(command -> p.rejects(Errno.EPERM, "SES-2", other, old, command));
  }

  @Test
  void execute_commandsThatAskNothing_areAnsweredAlways() {
    TceProcess other = p.tce.openProcess();
    TceContainer c = p.withWindow(0);
    assertEquals(new Outcome.Value(0), c.execute(other, new GetApiVersion()));
    assertEquals(new Outcome.Value(1), c.execute(other, new CheckExtension(7)));
    assertEquals(new Outcome.Value(0), p.tce.openContainer().execute(other, new GetApiVersion()));
  }

  @Test
  void execute_unknownCommand_isRejected() {
    p.rejects(Errno.ENOTTY, "SES-3", p.version2(0), new Unknown(0x3b70));
    p.rejects(Errno.ENOTTY, "SES-3", p.container(1, SetIommu.VERSION_1), new Unknown(0));
  }

  @Test
  void execute_thatDoesNotBind_leavesTheContainerToOthers() {
    TceProcess other = p.tce.openProcess();
    TceContainer c = p.version2(0);
    c.execute(p.process, new GetInfo());
    p.rejects(Errno.EPERM, "MAP-1", c, map(PAGE, 0, SMALL));
    p.rejects(Errno.EPERM, "UNR-1", c, unregister(PAGE, PAGE));
    assertEquals(Outcome.Done.DONE, c.execute(other, register(PAGE, PAGE)));
    p.rejects(Errno.EPERM, "SES-2", c, register(PAGE, PAGE));
  }

  @Test
  void execute_afterReleaseByAnotherProcess_bindsAnew() {
    TceProcess other = p.tce.openProcess();
    TceContainer c = p.withWindow(0);
    p.done(p.group(0), new CloseGroup());
    p.done(p.group(0), new OpenGroup());
    p.done(p.group(0), new SetContainer(c.id()));
    p.done(c, new SetIommu(SetIommu.VERSION_2));
    assertEquals(Outcome.Done.DONE, c.execute(other, register(PAGE, PAGE)));
    assertEquals(other.id(), p.state(c).process());
  }

  @Test
  void execute_byAProcessOfAnotherMachine_isMisuse() {
    TceProcess stranger = machines.create().process;
    TceContainer c = p.withWindow(0);
    assertThrows(IllegalArgumentException.class, () -> c.execute(stranger, new GetApiVersion()));
    assertThrows(
        IllegalArgumentException.class, () -> p.group(1).execute(stranger, new OpenGroup()));
  }
}

package org.spaprtce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.spaprtce.TestMachine.PAGE;
import static org.spaprtce.TestMachine.register;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spaprtce.Command.SetIommu;
import org.spaprtce.GroupCommand.CloseDevice;
import org.spaprtce.GroupCommand.CloseGroup;
import org.spaprtce.GroupCommand.GetStatus;
import org.spaprtce.GroupCommand.OpenDevice;
import org.spaprtce.GroupCommand.OpenGroup;
import org.spaprtce.GroupCommand.SetContainer;
import org.spaprtce.GroupCommand.Unknown;
import org.spaprtce.GroupCommand.UnsetContainer;

/** The files of groups and devices, clause by clause. */
class GroupFilesTest {

  @RegisterExtension final StateInvariantExtension machines = new StateInvariantExtension();

  private final TestMachine p = machines.create();
  private final TceContainer c = p.version2(0);

  private MachineState.Group group(int number) {
    return p.state().groups().get(number);
  }

  @Test
  void openGroup_twice_isRejected() {
    p.done(p.group(1), new OpenGroup());
    assertEquals(new MachineState.Group(new GroupId(1), true, 0), group(1));
    p.rejects(Errno.EBUSY, "GRP-1", p.group(1), new OpenGroup());
    p.done(p.group(1), new CloseGroup());
    p.done(p.group(1), new OpenGroup());
  }

  @Test
  void execute_onAClosedFile_isRejected() {
    for (GroupCommand command :
        List.of(
            new CloseGroup(),
            new OpenDevice(),
            new CloseDevice(),
            new GetStatus(),
            new SetContainer(c.id()),
            new UnsetContainer(),
            new Unknown(1))) {
      p.rejects(Errno.EBADF, "GRP-2", p.group(1), command);
    }
  }

  @Test
  void execute_unknownCommand_isRejected() {
    p.rejects(Errno.ENOTTY, "SES-3", p.group(0), new Unknown(0x3b6d));
  }

  @Test
  void openDevice_inAContainerWithAType_isDone() {
    p.done(p.group(0), new OpenDevice());
    p.done(p.group(0), new OpenDevice());
    assertEquals(new MachineState.Group(new GroupId(0), true, 2), group(0));
    p.done(p.group(0), new CloseDevice());
    assertEquals(1, group(0).devices());
  }

  @Test
  void openDevice_withoutAContainerOrAType_isRejected() {
    p.done(p.group(1), new OpenGroup());
    p.rejects(Errno.EINVAL, "GRP-9", p.group(1), new OpenDevice());
    TceContainer d = p.tce.openContainer();
    p.done(p.group(1), new SetContainer(d.id()));
    p.rejects(Errno.EINVAL, "GRP-9", p.group(1), new OpenDevice());
    p.done(d, new SetIommu(SetIommu.VERSION_1));
    p.done(p.group(1), new OpenDevice());
  }

  @Test
  void openDevice_refusedByThePlatform_isRejectedAsItSays() {
    p.host.firmware().refuse(Errno.ENOMEM);
    p.rejects(Errno.ENOMEM, "GRP-8", p.group(0), new OpenDevice());
  }

  @Test
  void closeGroup_withAnOpenDevice_keepsTheGroupInItsContainer() {
    p.done(c, register(PAGE, PAGE));
    p.done(p.group(0), new OpenDevice());
    p.done(p.group(0), new OpenDevice());
    p.done(p.group(0), new CloseGroup());
    assertEquals(new MachineState.Group(new GroupId(0), false, 2), group(0));
    assertEquals(SetIommu.VERSION_2, p.state(c).type());
    p.rejects(Errno.EBUSY, "GRP-1", p.group(0), new OpenGroup());
    p.rejects(Errno.EBADF, "GRP-2", p.group(0), new CloseGroup());
    p.done(p.group(0), new CloseDevice());
    assertEquals(SetIommu.VERSION_2, p.state(c).type());
    p.done(p.group(0), new CloseDevice());
    assertEquals(0, p.state(c).type());
    assertEquals(List.of(), p.regions());
    p.rejects(Errno.EBADF, "GRP-2", p.group(0), new CloseDevice());
    p.done(p.group(0), new OpenGroup());
  }

  @Test
  void closeDevice_withTheFileOpen_keepsTheGroupInItsContainer() {
    p.done(p.group(0), new OpenDevice());
    p.done(p.group(0), new CloseDevice());
    assertEquals(SetIommu.VERSION_2, p.state(c).type());
    p.done(p.group(0), new CloseGroup());
    assertEquals(0, p.state(c).type());
  }
}

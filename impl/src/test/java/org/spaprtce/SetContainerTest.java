package org.spaprtce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.spaprtce.TestMachine.PAGE;
import static org.spaprtce.TestMachine.SMALL;
import static org.spaprtce.TestMachine.STATIC;
import static org.spaprtce.TestMachine.STRANGER;
import static org.spaprtce.TestMachine.map;
import static org.spaprtce.TestMachine.register;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spaprtce.Command.SetIommu;
import org.spaprtce.GroupCommand.ContainerFile;
import org.spaprtce.GroupCommand.NoContainer;
import org.spaprtce.GroupCommand.OpenDevice;
import org.spaprtce.GroupCommand.OpenGroup;
import org.spaprtce.GroupCommand.SetContainer;
import org.spaprtce.GroupCommand.UnsetContainer;

/** SET_CONTAINER and UNSET_CONTAINER, clause by clause. */
class SetContainerTest {

  @RegisterExtension final StateInvariantExtension machines = new StateInvariantExtension();

  private final TestMachine p = machines.create();
  private final TceContainer c = p.withWindow(0);

  @BeforeEach
  void open() {
    p.done(p.group(1), new OpenGroup());
  }

  @Test
  void setContainer_withoutAType_takesGroupsOfAllKinds() {
    TceContainer d = p.tce.openContainer();
    for (int group : new int[] {STRANGER, STATIC}) {
      p.join(group, d);
    }
    assertEquals(List.of(new GroupId(STATIC), new GroupId(STRANGER)), p.state(d).groups());
    assertEquals(Set.of(new GroupId(0)), p.host.firmware().programmed().keySet());
  }

  @Test
  void setContainer_withWindows_programsThemIntoTheGroup() {
    p.done(c, register(PAGE, PAGE));
    p.done(c, map(PAGE, 0, SMALL));
    p.done(p.group(1), new SetContainer(c.id()));
    assertEquals(Set.of(new GroupId(0), new GroupId(1)), p.state().windows().getFirst().groups());
    assertTrue(p.group(1).translate(new Iova(0)).isPresent());
  }

  @Test
  void setContainer_badDescriptor_isRejectedInOrder() {
    p.rejects(Errno.EFAULT, "ABI-1", p.group(0), new SetContainer(false, NoContainer.CLOSED));
    p.rejects(Errno.EBADF, "GRP-2", p.group(0), new SetContainer(true, NoContainer.CLOSED));
    p.rejects(Errno.EINVAL, "GRP-3", p.group(0), new SetContainer(true, NoContainer.OTHER));
    p.rejects(Errno.EINVAL, "GRP-4", p.group(1), new SetContainer(true, NoContainer.OTHER));
    p.done(p.group(1), new SetContainer(true, new ContainerFile(c.id())));
  }

  @Test
  void setContainer_inAContainerAlready_isRejected() {
    p.rejects(Errno.EINVAL, "GRP-3", p.group(0), new SetContainer(c.id()));
    p.rejects(Errno.EINVAL, "GRP-3", p.group(0), new SetContainer(p.tce.openContainer().id()));
  }

  @Test
  void setContainer_staticGroupToVersion2_isRejected() {
    p.done(p.group(STATIC), new OpenGroup());
    p.rejects(Errno.EPERM, "GRP-5", p.group(STATIC), new SetContainer(c.id()));
  }

  @Test
  void setContainer_secondGroupToVersion1_isRejected() {
    TceContainer old = p.container(2, SetIommu.VERSION_1);
    p.rejects(Errno.EBUSY, "GRP-6", p.group(1), new SetContainer(old.id()));
  }

  @Test
  void setContainer_anotherFamily_isRejected() {
    p.done(p.group(STRANGER), new OpenGroup());
    p.rejects(Errno.EPERM, "GRP-7", p.group(STRANGER), new SetContainer(c.id()));
  }

  @Test
  void setContainer_refusedByThePlatform_isRejectedAsItSays() {
    p.host.firmware().refuse(Errno.EIO);
    p.rejects(Errno.EIO, "GRP-8", p.group(1), new SetContainer(c.id()));
    p.done(p.group(1), new SetContainer(p.tce.openContainer().id()));
  }

  @Test
  void setContainer_numberOfNoContainer_isMisuse() {
    var unknown = new SetContainer(new ContainerId(7));
    assertThrows(IllegalArgumentException.class, () -> p.group(1).execute(p.process, unknown));
  }

  @Test
  void unsetContainer_notInAContainer_isRejected() {
    p.rejects(Errno.EINVAL, "GRP-11", p.group(1), new UnsetContainer());
  }

  @Test
  void unsetContainer_withAnOpenDevice_isRejected() {
    p.done(p.group(0), new OpenDevice());
    p.rejects(Errno.EBUSY, "GRP-12", p.group(0), new UnsetContainer());
  }

  @Test
  void unsetContainer_ofOneOfTwoGroups_leavesAllToTheOther() {
    p.done(c, register(PAGE, PAGE));
    p.done(c, map(PAGE, 0, SMALL));
    p.done(p.group(1), new SetContainer(c.id()));
    MachineState before = p.state();
    p.done(p.group(0), new UnsetContainer());
    assertEquals(List.of(new GroupId(1)), p.state(c).groups());
    assertEquals(before.mappings(), p.state().mappings());
    assertEquals(before.regions(), p.state().regions());
    assertEquals(before.charges(), p.state().charges());
    assertTrue(p.group(0).translate(new Iova(0)).isEmpty());
    assertTrue(p.group(1).translate(new Iova(0)).isPresent());
  }

  @Test
  void unsetContainer_thenSetContainerElsewhere_movesTheGroup() {
    TceContainer d = p.withWindow(2);
    p.done(d, register(PAGE, PAGE));
    p.done(d, map(PAGE, SMALL, SMALL));
    p.done(p.group(1), new SetContainer(c.id()));
    assertTrue(p.group(1).translate(new Iova(SMALL)).isEmpty());
    p.done(p.group(1), new UnsetContainer());
    p.done(p.group(1), new SetContainer(d.id()));
    assertTrue(p.group(1).translate(new Iova(SMALL)).isPresent());
  }
}

package org.spaprtce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.spaprtce.TestMachine.STATIC;
import static org.spaprtce.TestMachine.STRANGER;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spaprtce.Command.SetIommu;
import org.spaprtce.GroupCommand.CloseGroup;

/** SET_IOMMU, clause by clause. */
class SetIommuTest {

  @RegisterExtension final StateInvariantExtension machines = new StateInvariantExtension();

  private final TestMachine p = machines.create();
  private final TceContainer c = p.tce.openContainer();

  @Test
  void setIommu_withAGroup_givesATypeAndOwesTheWindow() {
    p.join(0, c);
    p.join(1, c);
    p.done(c, new SetIommu(SetIommu.VERSION_2));
    MachineState.Container state = p.state(c);
    assertEquals(SetIommu.VERSION_2, state.type());
    assertTrue(state.pending());
    assertFalse(state.enabled());
    assertNull(state.process());
    assertEquals(List.of(new GroupId(1), new GroupId(0)), state.groups());
    assertEquals(Set.of(new GroupId(0), new GroupId(1)), p.host.firmware().programmed().keySet());
  }

  @Test
  void setIommu_withoutAGroupOrWithAType_isRejected() {
    p.rejects(Errno.EINVAL, "SES-4", c, new SetIommu(SetIommu.VERSION_2));
    p.rejects(Errno.EINVAL, "SES-4", c, new SetIommu(0));
    p.join(0, c);
    p.done(c, new SetIommu(SetIommu.VERSION_1));
    p.rejects(Errno.EINVAL, "SES-4", c, new SetIommu(SetIommu.VERSION_1));
    p.rejects(Errno.EINVAL, "SES-4", c, new SetIommu(SetIommu.VERSION_2));
  }

  @Test
  void setIommu_unknownType_isRejected() {
    p.join(0, c);
    for (long type : new long[] {0, 1, 3, 5, 8, -1, (1L << 32) + 7}) {
      p.rejects(Errno.ENODEV, "SES-5", c, new SetIommu(type));
    }
  }

  @Test
  void setIommu_staticGroup_takesVersion1Only() {
    p.join(STATIC, c);
    p.rejects(Errno.EPERM, "GRP-5", c, new SetIommu(SetIommu.VERSION_2));
    p.done(c, new SetIommu(SetIommu.VERSION_1));
  }

  @Test
  void setIommu_twoGroups_takesVersion2Only() {
    p.join(0, c);
    p.join(1, c);
    p.rejects(Errno.EBUSY, "GRP-6", c, new SetIommu(SetIommu.VERSION_1));
    p.done(c, new SetIommu(SetIommu.VERSION_2));
  }

  @Test
  void setIommu_twoFamilies_isRejected() {
    p.join(0, c);
    p.join(STRANGER, c);
    p.rejects(Errno.EPERM, "GRP-7", c, new SetIommu(SetIommu.VERSION_2));
    p.rejects(Errno.EBUSY, "GRP-6", c, new SetIommu(SetIommu.VERSION_1));
    p.done(p.group(STRANGER), new CloseGroup());
    p.done(c, new SetIommu(SetIommu.VERSION_2));
  }

  @Test
  void setIommu_refusedByThePlatform_isRejectedAsItSays() {
    p.join(0, c);
    p.host.firmware().refuse(Errno.EBUSY);
    p.rejects(Errno.EBUSY, "GRP-8", c, new SetIommu(SetIommu.VERSION_2));
    p.rejects(Errno.ENODEV, "SES-5", c, new SetIommu(0));
    p.host.firmware().refuseNothing();
    p.done(c, new SetIommu(SetIommu.VERSION_2));
  }
}

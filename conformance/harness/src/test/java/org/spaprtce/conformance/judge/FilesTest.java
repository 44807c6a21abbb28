package org.spaprtce.conformance.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Descriptors, processes and ioctls by number, before the norm is asked. */
class FilesTest {
  private static final String LINUX = "linux-6.12";

  private static void assertAgrees(String lines) {
    FileReport report = Script.judge(LINUX, lines);
    assertEquals(List.of(), report.divergences());
    assertEquals(Map.of(), report.notCoveredReasons());
    assertEquals(lines.lines().count(), report.agreed());
  }

  private static void assertDiverges(String lines) {
    assertEquals(1, Script.judge(LINUX, lines).unexplained());
  }

  @Test
  void closedDescriptor_answersEbadfAndLeavesTheStructure() {
    assertAgrees(
        """
        info NN -> EBADF flags=0 dma32_start=0xa5a5a5a5
        create NN 16 0x40000000 1 -> EBADF start_addr=0xa5a5a5a5a5a5a5a5
        container C0
        close C0
        close C0 -> EBADF
        dup C0 C1 -> EBADF
        register C1 0x200000000 0x10000 -> EBADF
        group G0 9 -> ENOENT
        gstatus G0 -> EBADF flags=0
        dev G0 D0 -> EBADF
        """);
    assertDiverges("info NN -> EINVAL\n");
    assertDiverges("info NN -> EBADF flags=1\n");
    assertDiverges("container C0\nclose C0\nclose C0\n");
  }

  @Test
  void wrongKindOfDescriptor_isAnUnknownIoctl() {
    assertAgrees(
        """
        container C0
        group G0 0
        info G0 -> ENOTTY
        setcont C0 G0 -> EINVAL
        gstatus C0 -> EINVAL
        dev C0 D0 -> EINVAL
        setcont G0 G0 -> EBADFD
        setcont G0 NN -> EBADF
        setcont G0 C0
        setiommu C0 7
        gstatus C0 -> ENOTTY
        """);
  }

  @Test
  void ioctlOfADevice_isItsOwnAffair_butChargesNothing() {
    String device =
        Script.READY
            + """
            dev G0 D0
            ioc D0 99 0 -> ENOTTY
            info D0 -> ENOTTY
            ioc D0 11 0
            """;
    assertAgrees(device);
    assertDiverges(device + "ioc D0 11 0 -> @64\n");
  }

  @Test
  void duplicate_keepsTheFileOpen() {
    assertAgrees(
        Script.READY
            + """
            register C0 0x200000000 0x10000 -> @64
            dup G0 G9
            close G0
            gstatus G9 -> flags=3
            close G9 -> @0
            group G0 0
            """);
  }

  @Test
  void nameUsedAgain_leavesTheOldFileOpen() {
    assertAgrees(
        """
        container C0
        group G0 0
        group G0 1
        group G1 0 -> EBUSY
        container C0
        setcont G0 C0
        """);
  }

  @Test
  void child_hasAnAddressSpaceAndDescriptorsOfItsOwn() {
    assertAgrees(
        Script.READY
            + """
            inchild register C0 0x200000000 0x10000 -> @64
            register C0 0x200000000 0x10000 -> EPERM
            inchild close G0
            gstatus G0 -> flags=3
            inchild group G1 1
            group G1 1
            inchild munmap 0x200000000 0x100000
            mlock 0x200000000 0x10000 -> @64
            inchild nop -> @0
            inchild unsetcont G0 -> @0
            nop -> @64
            """);
  }

  @Test
  void device_keepsItsGroup() {
    assertAgrees(
        Script.READY
            + """
            register C0 0x200000000 0x10000 -> @64
            dev G0 D0
            unsetcont G0 -> EBUSY
            close G0
            group G0 0 -> EBUSY
            close D0 -> @0
            group G0 0
            """);
  }

  @Test
  void ioctlByNumber_isReadFromMemory() {
    assertAgrees(
        Script.READY
            + """
            ioc C0 17 0 -> EFAULT
            ioc C0 17 0x200000000 -> EINVAL
            poke 0x200000000 24
            poke 0x200000008 0x200000000
            poke 0x200000010 0x10000
            ioc C0 17 0x200000000 -> @64
            ioc C0 17 0x200000000 -> EBUSY
            ioc C0 18 0x200000000 -> @0
            ioc C0 0 0
            ioc C0 1 7 -> +1
            ioc C0 2 7 -> EINVAL
            ioc C0 22 0 -> ENOTTY
            ioc C0 156 0 -> ENOTTY
            ioc G0 17 0x200000000 -> ENOTTY
            ioc G0 4 0 -> EFAULT
            ioc G0 6 0 -> EFAULT
            ioc G0 6 0x200000000 -> ENODEV
            ioc G0 5 0
            """);
  }

  @Test
  void ioctlByNumber_handsOutIntoMemory() {
    String lines =
        Script.READY
            + """
            poke 0x200000000 32
            ioc C0 12 0x200000000
            peek 0x200000008 -> val=0x8000000000000000
            peek 0x200000010 -> val=0x40211000
            peek 0x200000018 -> val=0x500000002
            """;
    assertAgrees(lines);
    assertDiverges(lines.replace("0x40211000", "0x40211001"));
  }

  @Test
  void ioctlByNumber_withUnknownArgument_isNotCovered() {
    FileReport refused =
        Script.judge(LINUX, Script.READY + "ioc C0 17 0x10000000 -> EINVAL\nnop\n");
    assertEquals(Map.of(Reason.ARGUMENT, 1), refused.notCoveredReasons());
    FileReport taken = Script.judge(LINUX, Script.READY + "ioc C0 17 0x10000000\nnop\n");
    assertEquals(Map.of(Reason.ARGUMENT, 1, Reason.LOST_ARGUMENT, 1), taken.notCoveredReasons());
  }

  @Test
  void errorOfThePlatform_isBelievedOnlyWhereItCanSpeak() {
    assertAgrees(
        Script.READY
            + """
            eeh C0 9 -> EIO
            eeh C0 4 -> +2
            eeh C0 10 -> EINVAL
            eeh C0 4 argsz=11 -> EINVAL
            dev G0 D0 -> ENODEV
            """);
    assertDiverges(Script.READY + "eeh C0 4 -> EINVAL\n");
    assertDiverges(Script.READY + "dev G0 D0 -> EPERM\n");
  }

  @Test
  void clientLog_tellsLess() {
    String log =
        """
        {"seq":1,"pid":7,"op":"open","path":"/dev/vfio/vfio","ret":3}
        {"seq":2,"pid":7,"op":"open","path":"/dev/vfio/26","ret":4}
        {"seq":3,"pid":7,"fd":4,"cmd":"VFIO_GROUP_SET_CONTAINER","in":{"container_fd":3},"ret":0}
        {"seq":4,"pid":7,"fd":3,"cmd":"VFIO_SET_IOMMU","in":{"type":7},"ret":0}
        {"seq":5,"pid":7,"fd":4,"cmd":"VFIO_GROUP_GET_DEVICE_FD","ret":5}
        {"seq":6,"pid":7,"fd":5,"cmd":"VFIO_DEVICE_RESET","ret":0}
        {"seq":7,"pid":7,"fd":5,"cmd":"0x3b79","ret":-25}
        {"seq":8,"pid":7,"op":"close","fd":5}
        {"seq":9,"pid":7,"op":"close","fd":4}
        {"seq":10,"pid":7,"op":"open","path":"/dev/vfio/26","ret":4}
        {"seq":11,"pid":7,"op":"process_exit"}
        """;
    FileReport report = Recordings.judge("norm", log);
    assertEquals(List.of(), report.divergences());
    assertEquals("norm", report.followed());
    assertEquals(Map.of(Reason.DEVICE, 2, Reason.LOST_DEVICE, 1), report.notCoveredReasons());
    FileReport partial =
        Recordings.judge(
            "norm",
            """
            {"seq":1,"pid":7,"fd":3,"cmd":"VFIO_SET_IOMMU","in":{"type":1},"ret":-19}
            {"seq":2,"pid":7,"fd":3,"cmd":"VFIO_SET_IOMMU","in":{"type":7},"ret":0}
            {"seq":3,"pid":7,"op":"open","path":"/dev/vfio/26","ret":4}
            """);
    assertEquals(
        Map.of(Reason.DESCRIPTOR, 2, Reason.LOST_DESCRIPTOR, 1), partial.notCoveredReasons());
    assertTrue(partial.divergences().isEmpty());
  }
}

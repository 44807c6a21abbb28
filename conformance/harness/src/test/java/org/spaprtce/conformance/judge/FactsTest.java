package org.spaprtce.conformance.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Predicted effects of what processes and devices do around the interface. */
class FactsTest {
  private static final String LINUX = "linux-6.12";

  private static void assertAgrees(String lines) {
    FileReport report = Script.judge(LINUX, lines);
    assertEquals(List.of(), report.divergences());
    assertEquals(Map.of(), report.notCoveredReasons());
    assertEquals(lines.lines().count(), report.agreed());
  }

  /** The only line that diverges, nothing explaining it. */
  private static int divergence(String lines) {
    FileReport report = Script.judge(LINUX, lines);
    assertEquals(1, report.unexplained(), () -> report.divergences().toString());
    return report.divergences().getFirst().line();
  }

  @Test
  void lockedMemory_isPredicted() {
    String lines =
        Script.READY
            + """
            mlock 0x200000001 0x10000 -> @128
            register C0 0x200000000 0x10000 -> @192
            munlock 0x200000000 0x10000 -> @128
            munmap 0x200000000 0x20000 -> @64
            mlock 0x200000000 0x30000 -> ENOMEM @64
            mlock 0x200020000 0x100000 -> ENOMEM @960
            mprotect 0x200020000 0xe0000 0 -> @960
            unregister C0 0x200000000 0x10000 -> @896
            """;
    assertAgrees(lines);
    assertEquals(
        14, divergence(lines.replace("unregister C0 0x200000000 0x10000 -> @896", "nop -> @832")));
  }

  @Test
  void limitOfLocking_isPredicted() {
    String lines =
        Script.READY
            + """
            memlock 0x20000
            uid 9
            mlock 0x200000000 0x20000 -> @128
            mlock 0x200010000 0x20000 -> ENOMEM @128
            mlock 0x200000000 0x20000
            register C0 0x200000000 0x10000 -> ENOMEM
            munlock 0x200010000 0x10000 -> @64
            register C0 0x200000000 0x10000 -> @128
            memlock 0
            mlock 0x200010000 0x10000 -> EPERM
            """;
    assertAgrees(lines);
    assertEquals(10, divergence(lines.replace("0x20000 -> ENOMEM @128", "0x20000 -> EAGAIN @128")));
  }

  @Test
  void limitThatNobodySet_isTheUsualOneOfTheKernel() {
    String lines =
        """
        buf B0 0x1000000 at=0x200000000
        uid 9
        mlock 0x200000000 0x810000 -> ENOMEM
        mlock 0x200000000 0x800000 -> @8192
        """;
    assertAgrees(lines);
    assertEquals(0, Script.judge(LINUX, "5.16.0", lines).diverged());
    assertEquals(1, Script.judge(LINUX, "5.15.9", lines).diverged());
  }

  @Test
  void memoryThatCannotBeWritten_cannotBePinned() {
    assertAgrees(
        Script.READY
            + """
            register C0 0x2000f0000 0x20000 -> +1
            mprotect 0x200010000 0x10000 1
            register C0 0x200000000 0x40000 -> +1
            register C0 0x200010000 0x10000 -> EFAULT
            mprotect 0x200010000 0x10000 3
            register C0 0x200010000 0x10000 -> @64
            munmap 0x200020000 0x10000
            register C0 0x200020000 0x10000 -> EFAULT
            register C0 0x300000000 0x10000 -> EFAULT
            register C0 0x10000 0x10000 -> EFAULT
            register C0 0xc000000000000000 0x10000 -> EFAULT
            buf B1 0x10000 ro at=0x200020000
            register C0 0x200020000 0x10000 -> EFAULT
            buf B2 0x10000 none at=0x200200000
            register C0 0x200200000 0x10000 -> EFAULT
            """);
    assertEquals(7, divergence(Script.READY + "register C0 0x2000f0000 0x20000 -> +2\n"));
  }

  @Test
  void memoryOfTheProgramItself_isNotTold() {
    for (String answer : List.of("OK @64", "EFAULT")) {
      assertAgrees(Script.READY + "register C0 0x10100000 0x10000 -> " + answer + "\n");
    }
    assertAgrees(Script.READY + "register C0 0x10100000 0x1000000 -> +7\n");
    assertEquals(7, divergence(Script.READY + "register C0 0x10100000 0x1000000 -> +256\n"));
  }

  @Test
  void hugePages_backBlocksAndMayBeShort() {
    String lines =
        Script.READY
            + """
            buf B1 0x400000 huge touch at=0x240000000
            buf B2 0x400000 huge at=0x280000000
            buf B3 0x400000 at=0x2c0000000
            register C0 0x240000000 0x400000 -> @4096
            register C0 0x280000000 0x400000 -> EFAULT
            register C0 0x2c0000000 0x400000 -> @8192
            remove C0 0
            create C0 21 0x40000000 1 -> @8320 start_addr=0
            map C0 0x240000000 0x0 0x400000
            map C0 0x2c0000000 0x400000 0x200000 -> EINVAL
            """;
    assertAgrees(lines);
    assertEquals(
        10,
        divergence(
            lines
                .replace("0x240000000 0x400000 -> @4096", "0x240000000 0x400000 -> EFAULT @0")
                .replace("@8192", "@4096")
                .replace("@8320", "@4224")
                .replace("0x0 0x400000", "0x0 0x400000 -> EINVAL")));
  }

  @Test
  void word_isWhatWasWritten() {
    assertAgrees(
        """
        buf B0 0x10000 at=0x200000000
        buf B1 0x10000 shm at=0x240000000
        peek 0x200000000 -> val=0
        poke 0x200000008 7 16
        peek 0x200000010 -> val=8
        touch 0x200000000 0x10000
        peek 0x200000ff8 -> val=0x5a5a5a5a5a5a5a5a
        inchild poke 0x200000000 1
        inchild poke 0x240000000 2
        peek 0x200000000 -> val=0x5a5a5a5a5a5a5a5a
        peek 0x240000000 -> val=2
        madvise 0x200000000 0x10000 4
        madvise 0x240000000 0x10000 4
        peek 0x200000000 -> val=0
        peek 0x240000000 -> val=2
        """);
    assertEquals(3, divergence("buf B0 0x10000 at=0x200000000\npeek 0x200000000 -> val=1\n"));
  }

  @Test
  void device_reachesThePagesThatWereRegistered() {
    String lines =
        Script.READY
            + """
            dev G0 D0
            register C0 0x200000000 0x100000 -> @1024
            map C0 0x200000000 0 0x10000 -> @9216
            map C0 0x200010000 0x10000 0x10000 r
            poke 0x200000000 0x1111 64
            dmain D0 0 64
            dmaout D0 0x1000 64
            peek 0x200001000 -> val=0x1111
            dmaout D0 0x10000 64
            peek 0x200010000 -> val=0
            dmaout D0 0x20000 64
            unmap C0 0 0x1000
            dmaout D0 0x40 64
            peek 0x200000040 -> val=0
            madvise 0x200000000 0x100000 4
            peek 0x200001000 -> val=0
            dmain D0 0x1008 8
            dmaout D0 0x2000 8
            peek 0x200002000 -> val=0
            dmain D0 0x20000 64
            dmaout D0 0x2000 64
            close D0
            """;
    assertAgrees(lines);
    assertEquals(
        14, divergence(lines.replace("0x200001000 -> val=0x1111", "0x200001000 -> val=0x1112")));
    assertEquals(
        16, divergence(lines.replace("0x200010000 -> val=0", "0x200010000 -> val=0x1111")));
  }

  @Test
  void device_afterAReset_isNotPredicted() {
    String lines =
        Script.READY
            + """
            dev G0 D0
            register C0 0x200000000 0x100000 -> @1024
            map C0 0x200000000 0 0x10000 -> @9216
            poke 0x200000000 0x1111 64
            dmain D0 0 64
            eeh C0 5
            dmaout D0 0x1000 64
            peek 0x200001000 -> val=0x77
            """;
    assertAgrees(lines);
    assertEquals(14, divergence(lines.replace("eeh C0 5", "eeh C0 4")));
  }
}

package org.spaprtce.conformance.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {
  private static final String LINUX = "linux-6.12";
  private static final String BLOCK = "0x200000000 0x40000";

  private static void assertAgrees(String profile, String lines) {
    FileReport report = Script.judge(profile, lines);
    assertEquals(List.of(), report.divergences());
    assertEquals(Map.of(), report.notCoveredReasons());
    assertEquals(lines.lines().count(), report.agreed());
  }

  private static Divergence divergence(String profile, String lines) {
    List<Divergence> divergences = Script.judge(profile, lines).divergences();
    assertEquals(1, divergences.size(), divergences::toString);
    return divergences.getFirst();
  }

  @Test
  void lifeOfABlock_agreesWithEveryProfile() {
    String lines =
        Script.READY
            + """
            register C0 0x200000000 0x40000 -> @256
            register C0 0x200000000 0x40000 -> EBUSY
            register C0 0x200010000 0x40000 -> EINVAL
            map C0 0x200000000 0 0x40000 -> @8448
            unmap C0 0 0x40000 -> size=0x40000
            unregister C0 0x200000000 0x40000 -> @8192
            map C0 0x200000000 0 0x1000 -> EINVAL
            """;
    assertAgrees("norm", lines);
    assertAgrees(LINUX, lines);
    assertAgrees("linux-5.10", lines);
  }

  @Test
  void quirk_isNamedAndFollowed() {
    String lines =
        Script.READY
            + """
            register C0 0x200000000 0x40000 -> @256
            map C0 0x200000000 0 0x40000 -> @8448
            unregister C0 0x200000000 0x40000
            unregister C0 0x200000000 0x40000 -> ENOENT
            register C0 0x200010000 0x10000 -> EINVAL
            unmap C0 0 0x40000
            """;
    assertAgrees(LINUX, lines);
    Divergence divergence = divergence("norm", lines);
    assertEquals(9, divergence.line());
    assertEquals(List.of("UnregisterForgets"), divergence.quirks());
    assertTrue(divergence.clauses().contains("UNR-4"), divergence::toString);
    assertEquals(List.of("EBUSY"), divergence.expected());
    assertEquals("OK", divergence.got());
    assertNull(divergence.follows());
  }

  @Test
  void hiddenEffect_divergesThoughTheAnswerIsDue() {
    String lines = Script.READY + "register C0 0x200000001 0x10000 -> EINVAL\n";
    assertAgrees(LINUX, lines);
    Divergence divergence = divergence("norm", lines);
    assertEquals(List.of("RefusalBinds"), divergence.quirks());
    assertEquals(List.of("EINVAL and another effect on containers"), divergence.expected());
  }

  @Test
  void olderKernel_isFollowedByItsProfile() {
    String lines =
        Script.READY
            + """
            register C0 0x200000000 0x40000 -> @256
            map C0 0x200000000 0 0x40000 -> @8448
            unregister C0 0x200000000 0x40000 -> EBUSY
            """;
    assertEquals("linux-4.15", Script.judge("norm", "4.20.1", lines).followed());
    assertEquals("linux-4.4", Script.judge("norm", "3.10", lines).followed());
    assertEquals("linux-6.12", Script.judge("norm", "7.2.13", lines).followed());
    assertEquals("norm", Script.judge("norm", "unknown", lines).followed());
    assertEquals(0, Script.judge("norm", "5.10.0", lines).diverged());
    assertEquals(1, Script.judge("linux-5.10", "5.10.0", lines).unexplained());
  }

  @Test
  void newerQuirk_isNamedWhenAnOlderProfileJudges() {
    String lines =
        Script.READY
            + """
            register C0 0x200000000 0x40000 -> @256
            map C0 0x200000000 0 0x40000 -> @8448
            unregister C0 0x200000000 0x40000
            """;
    assertEquals(Map.of(), Script.judge("linux-5.10", lines).divergedByQuirk());
    assertEquals(
        Map.of("UnregisterForgets", 1), Script.judge("linux-4.15", lines).divergedByQuirk());
  }

  @Test
  void wrongAnswer_isUnexplainedAndNamesItsClauses() {
    String lines = Script.READY + "register C0 0x200000000 0 -> EFAULT\n";
    for (String profile : List.of("norm", LINUX)) {
      Divergence divergence = divergence(profile, lines);
      assertEquals(List.of(), divergence.quirks());
      assertEquals(List.of("REG-2"), divergence.clauses());
      assertEquals("EFAULT", divergence.got());
    }
    Divergence busy = divergence(LINUX, Script.READY + "register C0 " + BLOCK + " -> EBUSY\n");
    assertEquals(List.of("REG-4"), busy.clauses());
    assertEquals(List.of("OK"), busy.expected());
  }

  @Test
  void wrongCharge_isOneDivergence() {
    Divergence divergence =
        divergence(
            LINUX,
            Script.READY
                + """
                register C0 0x200000000 0x40000 -> @320
                register C0 0x200000000 0x40000 -> EBUSY @320
                mlock 0x200000000 0x10000 -> @384
                unregister C0 0x200000000 0x40000 -> @128
                """);
    assertEquals(7, divergence.line());
    assertEquals(List.of("ACC-1"), divergence.clauses());
    assertEquals(List.of("OK, VmLck 256 kB for VmLck 320 kB"), divergence.expected());
  }

  @Test
  void wrongOutput_isADivergence() {
    String create = "create C0 16 0x40000000 1 -> @8448 start_addr=";
    assertAgrees(LINUX, Script.READY + create + "0x800000000000000\n");
    assertEquals(
        List.of("OK, start_addr 0x800000000000000 for start_addr 0x0"),
        divergence(LINUX, Script.READY + create + "0x0\n").expected());
    assertEquals(
        List.of("OK, size 0x1000 for size 0x0"),
        divergence(
                LINUX,
                Script.READY
                    + "register C0 0x200000000 0x10000 -> @64\n"
                    + "unmap C0 0 0x1000 -> @8256 size=0x0\n")
            .expected());
  }

  @Test
  void unexplainedDivergences_followTheFirst() {
    FileReport report =
        Script.judge(
            LINUX,
            Script.READY
                + """
                register C0 0x200000000 0x40000 -> EIO
                unregister C0 0x200000000 0x40000 -> @0
                """);
    assertEquals(2, report.unexplained());
    assertNull(report.divergences().getFirst().follows());
    assertEquals(7, report.divergences().getLast().follows());
  }

  @Test
  void process_mayDie() {
    String died =
        """
        {"sys":{"release":"6.12","pagesize":65536}}
        {"seq":"s","abnormal":"signal 11"}
        """;
    FileReport report = Recordings.judge(LINUX, died);
    assertEquals(Map.of(Reason.DIED, 1), report.notCoveredReasons());
  }

  @Test
  void machine_isTakenFromTheRecordingOrAssumed() {
    FileReport assumed = Script.judge(LINUX, Script.READY);
    assertTrue(assumed.facts().getFirst().endsWith("2^30, 5 levels (assumed)"), assumed::toString);
    FileReport told =
        Script.judge(
            LINUX,
            Script.READY
                + """
                info C0 -> flags=0x1 dma32_start=0 dma32_size=0x40000000 pgsizes=0x11000 \
                max_windows=0x2 levels=0x3
                ext C0 5
                create C0 24 0x40000000 1 -> EINVAL @4096
                """);
    assertEquals(0, told.diverged(), told::toString);
    assertEquals(
        List.of(
            "default window of 0x40000000 bytes at 0x0, 2 windows with pages of 2^12, 2^16, 3"
                + " levels (line 7)",
            "no EEH (line 8)",
            "pages of 65536 bytes at the host (told)"),
        told.facts());
  }

  @ParameterizedTest
  @CsvSource({
    "dma32_size=0, dma32_size=0x40000000", // no default window
    "dma32_size=0x800, dma32_size=0x40000000", // less than its page
    "dma32_size=0x40001000, dma32_size=0x40000000", // no whole pages
    "dma32_size=0xffffffffffff0000, dma32_size=0x40000000", // nearly all addresses
    "dma32_size=0xfffffffffff0000, dma32_size=0x40000000", // it reaches the second window
    "dma32_start=0x800000000000000, dma32_start=0", // it begins with the second window
    "levels=0x11, levels=0x3", // no kernel has so many
    "levels=0xffffffffffffffff, levels=0x3",
    "max_windows=0xffffffffffffffff, max_windows=0x2"
  })
  void machine_thatCannotBe_isNotBelievedAndDiverges(String impossible, String possible) {
    String info =
        """
        info C0 -> flags=0x1 dma32_start=0 dma32_size=0x40000000 pgsizes=0x11000 \
        max_windows=0x2 levels=0x3
        """;
    String create = "create C0 16 0x40000000 1 -> @8192\n";
    FileReport report =
        Script.judge(LINUX, Script.READY + info.replace(possible, impossible) + create);
    assertTrue(report.facts().getFirst().endsWith("2^30, 5 levels (assumed)"), report::toString);
    assertEquals("GET_INFO of line 7 is not believed: no such machine", report.facts().get(1));
    assertEquals(7, report.divergences().getFirst().line());
    FileReport believed = Script.judge(LINUX, Script.READY + info + create);
    assertTrue(believed.facts().getFirst().endsWith("3 levels (line 7)"), believed::toString);
    assertEquals(3, believed.facts().size());
  }
}

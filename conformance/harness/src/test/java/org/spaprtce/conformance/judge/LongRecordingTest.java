package org.spaprtce.conformance.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.spaprtce.conformance.norm.Machine;
import org.spaprtce.conformance.recording.Entry;
import org.spaprtce.conformance.recording.RecordedOperation;
import org.spaprtce.conformance.recording.Recording;
import org.spaprtce.oracle.Profile;

/** A judge keeps no more of a long recording than of a short one. */
class LongRecordingTest {
  private static final int ROUNDS = 100;
  private static final int TIMES = 100;

  /** Less than one reference for each further round. */
  private static final long LITTLE = 4L * ROUNDS * (TIMES - 1);

  /** Everything that a process can open, map and lock, and that it gives back. */
  private static final String ROUND =
      """
      container C0
      group G0 0
      setcont G0 C0
      setiommu C0 7
      buf B0 0x100000 at=0x200000000
      mlock 0x200000000 0x10000 -> @64
      register C0 0x200000000 0x100000 -> @1088
      map C0 0x200000000 0 0x10000 -> @9280
      inchild nop -> @0
      unmap C0 0 0x10000 -> @9280
      unregister C0 0x200000000 0x100000 -> @8256
      munlock 0x200000000 0x10000 -> @8192
      munmap 0x200000000 0x100000
      unsetcont G0 -> @0
      close G0
      close C0
      """;

  private static long used() {
    long used = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      System.gc();
      used = Math.min(used, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
    }
    return used;
  }

  private static void judge(RecordingJudge judge, List<RecordedOperation> round, boolean first) {
    for (int i = 0; i < round.size(); i++) {
      judge.judge(new Entry("s", first && i == 0, round.get(i)));
    }
  }

  @Test
  void judge_hundredTimesAsLongASequence_keepsAsMuch() {
    Recording recording = Script.recording("6.12.107", ROUND);
    List<RecordedOperation> round = recording.sequences().getFirst().operations();
    RecordingJudge judge =
        new Judge(Profile.named("linux-6.12"), Machine.POWER9)
            .begin(recording.origin(), Machine.POWER9, 1);
    judge(judge, round, true);
    for (int i = 1; i < ROUNDS; i++) {
      judge(judge, round, false);
    }
    long few = used();
    for (int i = ROUNDS; i < ROUNDS * TIMES; i++) {
      judge(judge, round, false);
    }
    long many = used();
    assertEquals(List.of(), judge.report().divergences());
    assertEquals(ROUNDS * TIMES * round.size(), judge.report().operations());
    assertTrue(many - few < LITTLE, "few=" + few + " many=" + many);
  }
}

package org.spaprtce.conformance.judge;

import org.spaprtce.conformance.recording.Recording;
import org.spaprtce.conformance.recording.Sequence;

/** Judges recordings by the norm. */
public final class Judge {
  private Judge() {}

  /** Judges every operation of a recording. */
  public static FileReport judge(Recording recording) {
    Tally tally = new Tally();
    for (Sequence sequence : recording.sequences()) {
      new SequenceJudge(recording, sequence, tally).judge();
    }
    return tally.report(recording);
  }
}

package org.spaprtce.conformance.judge;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.spaprtce.conformance.norm.Machine;
import org.spaprtce.conformance.recording.BadRecordingException;
import org.spaprtce.conformance.recording.Entry;
import org.spaprtce.conformance.recording.Recording;
import org.spaprtce.conformance.recording.RecordingReader;
import org.spaprtce.conformance.recording.RecordingStream;
import org.spaprtce.conformance.recording.Sequence;
import org.spaprtce.oracle.Profile;

/** Judges recordings by a profile: the norm, or a kernel's. */
public final class Judge {
  /** The name of the norm among the profiles. */
  public static final String NORM = "norm";

  private final Profile judging;
  private final Machine assumed;

  /**
   * A judge.
   *
   * @param judging what to judge by
   * @param assumed the machine, where a recording does not tell it
   */
  public Judge(Profile judging, Machine assumed) {
    this.judging = judging;
    this.assumed = assumed;
  }

  /**
   * Judges every operation of a recording. Sequences do not depend on each other: each processor
   * takes some of them.
   */
  public FileReport judge(Recording recording) {
    MachineFacts facts = MachineFacts.of(recording, assumed);
    List<Sequence> sequences = recording.sequences();
    int shares = Math.min(Runtime.getRuntime().availableProcessors(), sequences.size());
    List<RecordingJudge> judges =
        IntStream.range(0, shares)
            .parallel()
            .mapToObj(share -> {
              RecordingJudge judge =
                  new RecordingJudge(judging, recording.origin(), facts, Integer.MAX_VALUE);
              for (int i = share; i < sequences.size(); i += shares) {
                judge.judge(sequences.get(i).name(), sequences.get(i).operations());
              }
              return judge;
            })
            .toList();
    RecordingJudge all =
        new RecordingJudge(judging, recording.origin(), facts, Integer.MAX_VALUE);
    judges.forEach(all::add);
    return all.report(List.of());
  }
}

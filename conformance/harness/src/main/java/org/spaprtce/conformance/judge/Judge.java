package org.spaprtce.conformance.judge;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spaprtce.conformance.norm.Cast;
import org.spaprtce.conformance.norm.Machine;
import org.spaprtce.conformance.recording.Operation;
import org.spaprtce.conformance.recording.RecordedOperation;
import org.spaprtce.conformance.recording.Recording;
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

  /** Judges every operation of a recording. */
  public FileReport judge(Recording recording) {
    Profile followed = Kernels.followed(recording, judging);
    MachineFacts facts = MachineFacts.of(recording, assumed);
    Map<Cast, Rulebook> books = new HashMap<>();
    Tally tally = new Tally();
    for (Sequence sequence : recording.sequences()) {
      Rulebook book =
          books.computeIfAbsent(
              cast(sequence),
              cast ->
                  new Rulebook(cast, facts.machine(), BigInteger.valueOf(recording.pageSize())));
      Case one =
          new Case(
              recording,
              facts.machine(),
              book,
              Rulebook.quirks(followed),
              Rulebook.quirks(judging));
      new SequenceJudge(one, sequence, tally).judge();
    }
    return new FileReport(
        recording.file(),
        judging.name(),
        followed.name(),
        facts.texts(),
        recording.operations(),
        tally.commands(),
        tally.facts(),
        tally.divergences(),
        tally.notCoveredReasons());
  }

  /** All that a sequence opens, and a process for each operation of a child. */
  private static Cast cast(Sequence sequence) {
    List<String> processes = new ArrayList<>(List.of(SequenceJudge.PROCESS));
    List<String> containers = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    for (RecordedOperation recorded : sequence.operations()) {
      if (recorded.child()) {
        processes.add(SequenceJudge.child(processes.size()));
      }
      switch (recorded.operation()) {
        case Operation.OpenContainer _ ->
            containers.add(SequenceJudge.container(containers.size() + 1));
        case Operation.OpenGroup open -> {
          if (!groups.contains(open.group()) && !SequenceJudge.isMissing(recorded)) {
            groups.add(open.group());
          }
        }
        default -> {
          // nothing is opened
        }
      }
    }
    return new Cast(processes, containers, groups);
  }
}

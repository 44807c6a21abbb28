package org.spaprtce.conformance.judge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.spaprtce.conformance.recording.Entry;
import org.spaprtce.conformance.recording.Origin;
import org.spaprtce.conformance.recording.RecordedOperation;
import org.spaprtce.conformance.recording.Recording;
import org.spaprtce.oracle.Profile;

/**
 * Judges the operations of one recording, one after the other. It keeps the states of the processes
 * that are open, and none of their operations. It is for one thread.
 */
public final class RecordingJudge {
  private final Case one;
  private final Profile judging;
  private final Profile followed;
  private final MachineFacts facts;
  private final Tally tally;
  private final Map<String, SequenceJudge> open = new HashMap<>();
  private int operations;

  /**
   * A judge of a recording.
   *
   * @param book the rules, for this judge alone while it judges
   * @param kept how many divergences with explanations are kept, and how many without
   */
  RecordingJudge(Profile judging, Origin origin, MachineFacts facts, Rulebook book, int kept) {
    this.judging = judging;
    this.followed = Kernels.followed(origin, judging);
    this.facts = facts;
    this.tally = new Tally(kept);
    Set<String> kernels = Chapter.quirks(followed);
    Set<String> judges = Chapter.quirks(judging); // one object if equal: asked for by identity
    this.one =
        new Case(
            origin,
            facts.machine(),
            book,
            new Names.Known(),
            kernels,
            judges.equals(kernels) ? kernels : judges);
  }

  /**
   * Judges the next operation.
   *
   * @throws IllegalArgumentException if its sequence has not begun
   */
  public void judge(Entry entry) {
    SequenceJudge judge = entry.begins() ? begin(entry.sequence()) : open.get(entry.sequence());
    if (judge == null) {
      throw new IllegalArgumentException("entry=" + entry + " of a sequence that has not begun");
    }
    judge(judge, entry.operation());
  }

  /** Begins a sequence; in a kernel recording no other one goes on then. */
  private SequenceJudge begin(String sequence) {
    if (one.origin().source() == Recording.Source.KERNEL) {
      open.clear();
    }
    SequenceJudge judge = new SequenceJudge(one, sequence, tally);
    open.put(sequence, judge);
    return judge;
  }

  /** Judges a sequence that nothing precedes or follows. */
  void judge(String sequence, List<RecordedOperation> all) {
    SequenceJudge judge = new SequenceJudge(one, sequence, tally);
    for (RecordedOperation operation : all) {
      judge(judge, operation);
    }
  }

  private void judge(SequenceJudge judge, RecordedOperation operation) {
    operations++;
    judge.judge(operation);
  }

  /** Adds what another judge of the same recording has found. */
  void add(RecordingJudge other) {
    operations += other.operations;
    tally.add(other.tally);
  }

  /** What was found up to now. */
  public FileReport report() {
    return report(null);
  }

  /**
   * What was found up to now.
   *
   * @param problem why the recording goes no further; null if it was judged to its end
   */
  FileReport report(@Nullable String problem) {
    return new FileReport(
        one.origin().file(),
        judging.name(),
        followed.name(),
        Stream.concat(facts.texts().stream(), Stream.of(page())).toList(),
        operations,
        tally.commands(),
        tally.facts(),
        tally.byQuirk(),
        tally.divergences(),
        tally.notCoveredReasons(),
        problem);
  }

  private String page() {
    return "pages of %d bytes at the host (%s)"
        .formatted(
            one.origin().pageSize(), one.origin().pageTold() ? "told" : "as --page-size says");
  }

  /** How many operations were judged. */
  public int operations() {
    return operations;
  }
}

package org.spaprtce.conformance.judge;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.spaprtce.conformance.norm.Machine;
import org.spaprtce.conformance.recording.BadRecordingException;
import org.spaprtce.conformance.recording.Entry;
import org.spaprtce.conformance.recording.Origin;
import org.spaprtce.conformance.recording.Recording;
import org.spaprtce.conformance.recording.RecordingReader;
import org.spaprtce.conformance.recording.RecordingStream;
import org.spaprtce.conformance.recording.Sequence;
import org.spaprtce.oracle.Profile;

/** Judges recordings by a profile: the norm, or a kernel's; one after the other. */
public final class Judge {
  /** The name of the norm among the profiles. */
  public static final String NORM = "norm";

  private final Profile judging;
  private final Machine assumed;

  /** The rules for each processor. */
  private final List<Library> libraries =
      Stream.generate(Library::new).limit(Runtime.getRuntime().availableProcessors()).toList();

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
    int shares = Math.min(libraries.size(), sequences.size());
    List<RecordingJudge> judges =
        IntStream.range(0, shares)
            .parallel()
            .mapToObj(share -> {
              RecordingJudge judge = of(recording.origin(), facts, share, Integer.MAX_VALUE);
              for (int i = share; i < sequences.size(); i += shares) {
                judge.judge(sequences.get(i).name(), sequences.get(i).operations());
              }
              return judge;
            })
            .toList();
    RecordingJudge all = of(recording.origin(), facts, 0, Integer.MAX_VALUE);
    judges.forEach(all::add);
    return all.report();
  }

  /**
   * Judges the operations of a file while they are read, up to the first line that breaks a rule.
   *
   * <p>Of the file, no more than some thousand operations are held at a time; a file that can be
   * read only once, such as a pipe, is held as a whole.
   *
   * @param pageSize the page of the host in bytes, where the file does not tell it
   * @param kept how many divergences with explanations are kept for the report, and how many
   *     without
   * @throws BadRecordingException if there is nothing to be judged
   */
  public FileReport judge(Path file, long pageSize, int kept) throws BadRecordingException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      return judge(RecordingReader.read(file, pageSize));
    }
    MachineFacts facts = MachineFacts.of(file, pageSize, assumed);
    try (RecordingStream stream = RecordingStream.open(file, pageSize)) {
      RecordingJudge judge = of(stream.origin(), facts, 0, kept);
      return judge.report(judgeAll(judge, stream));
    }
  }

  /** Judges what can be read; what is wrong with the line behind it, or null. */
  private static @Nullable String judgeAll(RecordingJudge judge, RecordingStream stream)
      throws BadRecordingException {
    try {
      for (Entry entry = stream.next(); entry != null; entry = stream.next()) {
        judge.judge(entry);
      }
      return null;
    } catch (BadRecordingException problem) {
      if (judge.operations() == 0) {
        throw problem;
      }
      return problem.getMessage();
    }
  }

  /**
   * A judge of operations that are handed over one by one.
   *
   * @param origin where they come from
   * @param machine the machine of the recorded kernel
   * @param kept how many divergences with explanations are kept for the report, and how many
   *     without
   */
  public RecordingJudge begin(Origin origin, Machine machine, int kept) {
    return new RecordingJudge(
        judging,
        origin,
        new MachineFacts(machine, List.of()),
        new Rulebook(machine, origin.pageSize()),
        kept);
  }

  private RecordingJudge of(Origin origin, MachineFacts facts, int share, int kept) {
    Rulebook book = libraries.get(share).of(facts.machine(), origin.pageSize());
    return new RecordingJudge(judging, origin, facts, book, kept);
  }
}

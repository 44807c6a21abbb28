package org.spaprtce.conformance.recording;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The records of a file in the order of its lines, parsed by several threads a little ahead of
 * whoever takes them.
 */
final class Parsing implements AutoCloseable {
  /** Lines that are parsed in one go. */
  private static final int BATCH = 512;

  /** How many such goes are under way, or done and not taken. */
  private static final int AHEAD = 8;

  private final String file;
  private final Lines lines;
  private final RecordParser parser;
  private final Predicate<String> wanted;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          Thread.ofPlatform().daemon().name("parser-", 0).factory());
  private final Queue<Future<Batch>> ahead = new ArrayDeque<>();
  private Batch batch;
  private int taken;
  private boolean ended;

  /** Records that follow each other, and what is wrong with the line behind them. */
  private record Batch(
      List<RecordParser.Parsed> records, @Nullable BadRecordingException problem) {}

  /**
   * The records of a file from its second line on.
   *
   * @param wanted which lines are parsed
   * @param first the record of the first line, if it is one of an operation
   */
  Parsing(
      String file,
      Lines lines,
      RecordParser parser,
      Predicate<String> wanted,
      List<RecordParser.Parsed> first) {
    this.file = file;
    this.lines = lines;
    this.parser = parser;
    this.wanted = wanted;
    this.batch = new Batch(first, null);
  }

  /** The number of lines that were read. */
  int line() {
    return lines.count();
  }

  /**
   * The next record; null at the end.
   *
   * @throws BadRecordingException if its line cannot be read or breaks a rule of the format
   */
  RecordParser.@Nullable Parsed next() throws BadRecordingException {
    while (taken == batch.records.size()) {
      if (batch.problem != null) {
        throw batch.problem;
      }
      readAhead();
      Future<Batch> next = ahead.poll();
      if (next == null) {
        return null;
      }
      batch = result(next);
      taken = 0;
    }
    return batch.records.get(taken++);
  }

  private void readAhead() {
    while (!ended && ahead.size() < AHEAD) {
      int first = lines.count() + 1;
      List<String> texts = new ArrayList<>(BATCH);
      BadRecordingException problem = read(texts);
      ahead.add(threads.submit(() -> parse(first, texts, problem)));
    }
  }

  /** Reads lines; what is wrong with the one behind them. */
  private @Nullable BadRecordingException read(List<String> texts) {
    try {
      while (texts.size() < BATCH) {
        String text = lines.next();
        if (text == null) {
          ended = true;
          return null;
        }
        texts.add(text);
      }
      return null;
    } catch (BadRecordingException problem) {
      ended = true;
      return problem;
    }
  }

  private Batch parse(int first, List<String> texts, @Nullable BadRecordingException behind) {
    List<RecordParser.Parsed> records = new ArrayList<>(texts.size());
    try {
      for (int i = 0; i < texts.size(); i++) {
        if (wanted.test(texts.get(i))) {
          records.add(parser.parse(Fields.parse(new Place(file, first + i), texts.get(i))));
        }
      }
      return new Batch(records, behind);
    } catch (BadRecordingException problem) {
      return new Batch(records, problem);
    }
  }

  private static Batch result(Future<Batch> parsed) {
    try {
      return parsed.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading", e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    lines.close();
  }
}

package org.spaprtce.conformance.expression;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.spaprtce.conformance.graph.RefereeProcess;
import org.spaprtce.spec.Scratch;

/**
 * Batches and TLC's answers to them. TLC runs in a process of its own with a temporary folder of
 * its own, for all batches one after the other.
 */
final class Answers {
  /**
   * A batch with the answers to it.
   *
   * @param batch the expressions
   * @param generated the class that the compiler made of them
   * @param tlc TLC's answers in order
   */
  record Answered(Batch batch, String generated, List<Answer> tlc) {}

  private static final long WAIT_NANOS = 10_000_000;

  private Answers() {}

  /** Compiles batches while TLC answers them, and shows each. */
  static void of(List<Batch> batches, Consumer<Answered> consumer) {
    try (Scratch scratch = Scratch.folder("expressions")) {
      Path folder = scratch.path();
      Path ours = Files.createDirectory(folder.resolve("compiled"));
      List<String> command = new ArrayList<>(RefereeProcess.java(folder, TlcEvaluator.class));
      command.add(folder.toString());
      for (Batch batch : batches) {
        batch.write(folder, ours);
        command.add(batch.name());
      }
      CompletableFuture<Void> tlc = CompletableFuture.runAsync(() -> run(scratch, command));
      for (Batch batch : batches) {
        String generated = CompiledBatch.text(batch, ours);
        Path file = folder.resolve(batch.name() + ".answers");
        consumer.accept(new Answered(batch, generated, read(file, tlc)));
      }
      tlc.join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** TLC's answers as soon as they are there. */
  private static List<Answer> read(Path file, CompletableFuture<Void> tlc) throws IOException {
    while (!Files.exists(file) && !tlc.isDone()) {
      LockSupport.parkNanos(WAIT_NANOS);
    }
    if (!Files.exists(file)) {
      tlc.join();
    }
    return Files.readAllLines(file).stream().map(Answer::ofTlc).toList();
  }

  private static void run(Scratch scratch, List<String> command) {
    try {
      RefereeProcess.run(scratch, command, "expressions");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.spaprtce.conformance.expression;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.spaprtce.conformance.graph.RefereeProcess;

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

  private Answers() {}

  /** Compiles batches while TLC answers them, and shows each. */
  static void of(List<Batch> batches, Consumer<Answered> consumer) {
    try {
      Path scratch = Files.createTempDirectory("expressions");
      try {
        Path ours = Files.createDirectory(scratch.resolve("compiled"));
        List<String> command = new ArrayList<>(RefereeProcess.java(scratch, TlcEvaluator.class));
        command.add(scratch.toString());
        for (Batch batch : batches) {
          batch.write(scratch, ours);
          command.add(batch.name());
        }
        CompletableFuture<Void> tlc = CompletableFuture.runAsync(() -> run(command, scratch));
        List<String> generated = new ArrayList<>();
        for (Batch batch : batches) {
          generated.add(CompiledBatch.text(batch, ours));
        }
        tlc.join();
        for (int i = 0; i < batches.size(); i++) {
          Batch batch = batches.get(i);
          List<Answer> answers =
              Files.readAllLines(scratch.resolve(batch.name() + ".answers")).stream()
                  .map(Answer::ofTlc)
                  .toList();
          consumer.accept(new Answered(batch, generated.get(i), answers));
        }
      } finally {
        RefereeProcess.delete(scratch);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void run(List<String> command, Path scratch) {
    try {
      RefereeProcess.run(command, "expressions", scratch.resolve("log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

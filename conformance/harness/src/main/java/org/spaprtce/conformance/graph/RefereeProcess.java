package org.spaprtce.conformance.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Runs {@link Referee} in a Java process with a temporary folder of its own: TLC keeps global
 * tables, and two runs that share a folder damage each other's files.
 */
final class RefereeProcess {
  private static final String HEAP = "-Xmx2g";
  private static final int LOG_LINES = 20;

  private RefereeProcess() {}

  static RefereeGraph graph(GraphModel model, Consumer<String> progress) {
    try {
      Path scratch = Files.createTempDirectory("referee");
      try {
        progress.accept(model.name() + ": TLC");
        run(model, scratch);
        progress.accept(model.name() + ": reading TLC's graph");
        return RefereeGraph.read(model.name(), scratch.resolve("graph"));
      } finally {
        delete(scratch);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void run(GraphModel model, Path scratch) throws IOException {
    Path log = scratch.resolve("log");
    Process process =
        new ProcessBuilder(command(model, scratch))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      int status = process.waitFor();
      if (status != 0) {
        throw new IllegalStateException(
            "status=" + status + " of TLC on " + model.config() + "\n" + lastLines(log));
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while TLC runs on " + model.config(), e);
    }
  }

  private static String lastLines(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
  }

  private static List<String> command(GraphModel model, Path scratch) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(HEAP);
    command.add("-XX:+UseParallelGC");
    command.add("-Djava.io.tmpdir=" + scratch);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Referee.class.getName());
    command.add(scratch.resolve("graph").toString());
    command.add(scratch.resolve("states").toString());
    command.add(model.config().toAbsolutePath().normalize().toString());
    command.add(model.module().toAbsolutePath().normalize().toString());
    model.folders().forEach(f -> command.add(f.toAbsolutePath().normalize().toString()));
    return command;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

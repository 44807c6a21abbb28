package org.spaprtce.conformance.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.spaprtce.spec.Scratch;

/**
 * Runs {@link Referee} in a Java process with a temporary folder of its own: TLC keeps global
 * tables, and two runs that share a folder damage each other's files.
 */
public final class RefereeProcess {
  private static final String HEAP = "-Xmx2g";
  private static final int LOG_LINES = 20;

  private RefereeProcess() {}

  static RefereeGraph graph(GraphModel model, Consumer<String> progress) {
    try (Scratch scratch = Scratch.folder("referee")) {
      Path folder = scratch.path();
      progress.accept(model.name() + ": TLC");
      run(scratch, command(model, folder), model.config().toString());
      progress.accept(model.name() + ": reading TLC's graph");
      return RefereeGraph.read(model.name(), folder.resolve("graph"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs a command to its end; a status other than 0 is an {@link IllegalStateException}.
   *
   * @param scratch where it writes
   * @param what what TLC runs on, for the message
   */
  public static void run(Scratch scratch, List<String> command, String what) throws IOException {
    Path log = scratch.path().resolve("log");
    Process process = scratch.start(command, Path.of(""), log);
    try {
      int status = process.waitFor();
      if (status != 0) {
        throw new IllegalStateException(
            "status=" + status + " of TLC on " + what + "\n" + lastLines(log));
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while TLC runs on " + what, e);
    }
  }

  private static String lastLines(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
  }

  private static List<String> command(GraphModel model, Path scratch) {
    List<String> command = new ArrayList<>(java(scratch, Referee.class));
    command.add(scratch.resolve("graph").toString());
    command.add(scratch.resolve("states").toString());
    command.add(model.config().toAbsolutePath().normalize().toString());
    command.add(model.module().toAbsolutePath().normalize().toString());
    model.folders().forEach(f -> command.add(f.toAbsolutePath().normalize().toString()));
    return command;
  }

  /** The start of a command line that runs a class of this program. */
  public static List<String> java(Path scratch, Class<?> main) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        HEAP,
        "-XX:+UseSerialGC",
        "-Djava.io.tmpdir=" + scratch,
        "-cp",
        System.getProperty("java.class.path"),
        main.getName());
  }
}

package org.spaprtce.spec.large;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.spaprtce.spec.Model;
import org.spaprtce.spec.Scratch;
import org.spaprtce.spec.Tlc;
import org.spaprtce.spec.TlcRun;

/**
 * TLC's own server with workers, here on this machine or started by hand on others.
 *
 * @param tlc the folders of the modules and models
 * @param host the name by which workers reach this machine
 * @param workers how many workers to start on this machine; others may join
 */
public record Cluster(Tlc tlc, String host, int workers) {
  /* What the distributed mode of TLC does otherwise than TLC itself, and what is done about it:
   *
   * - The server ends with exit code 0 also after a violation. Its output is read instead.
   * - It prints the last step of the counterexample without the name of what is violated, so here
   *   a violation is one without a name.
   * - Properties of behaviours are not checked, without a word. Models that have them are refused.
   * - It waits for ever once its last worker is gone. A server without workers is ended.
   * - The depth of the search is not printed.
   */

  /** What a run reports as violated where the server did not name it. */
  public static final String UNNAMED = "unnamed";

  private static final String SERVER = "tlc2.tool.distributed.TLCServer";
  private static final String WORKER = "tlc2.tool.distributed.TLCWorker";
  private static final String READY = " is ready";
  private static final String COUNTEREXAMPLE = "Error: The behavior up to this point is:";
  private static final Duration STARTING = Duration.ofMinutes(5);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(300);

  /**
   * Runs one model to its end.
   *
   * @throws IllegalArgumentException if the model has properties that this mode does not check
   * @throws IllegalStateException if the server does not start, or loses all its workers
   */
  public TlcRun run(Model model) {
    if (model.isLiveness()) {
      throw new IllegalArgumentException(
          "config=" + model.config() + ": TLC's distributed mode does not check behaviours");
    }
    try (Scratch scratch = Scratch.folder("cluster-" + model.name())) {
      return run(model, scratch);
    } catch (IOException e) {
      throw new UncheckedIOException("config=" + model.config(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted: config=" + model.config(), e);
    }
  }

  private TlcRun run(Model model, Scratch scratch) throws IOException, InterruptedException {
    Instant start = Instant.now();
    Path folder = scratch.path();
    Path log = folder.resolve("server.log");
    List<String> command = server(model, folder(folder, "server"));
    Process server = scratch.start(command, tlc.modelFolder(), log);
    awaitReady(server, log);
    List<Process> working = new ArrayList<>();
    for (int i = 0; i < workers; i++) {
      Path home = folder(folder, "worker" + i);
      working.add(scratch.start(worker(home), home, folder.resolve("worker" + i + ".log")));
    }
    while (!server.waitFor(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
      boolean alone =
          workers > 0 && working.stream().noneMatch(Process::isAlive) && server.isAlive();
      if (alone && !server.waitFor(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("all workers are gone:\n" + logs(folder));
      }
    }
    return parse(
        server.exitValue(),
        Files.readString(log),
        Duration.between(start, Instant.now()),
        String.join(" ", command));
  }

  /**
   * Reads what a server printed.
   *
   * @throws IllegalStateException if it found no violation and does not say that it has seen
   *     everything
   */
  static TlcRun parse(int exit, String output, Duration duration, String command) {
    TlcRun run = TlcRun.parse(exit, output, duration, command);
    boolean violation = run.violated() != null || output.contains(COUNTEREXAMPLE);
    if (!violation && (exit != 0 || !output.contains(" 0 states left on queue."))) {
      throw new IllegalStateException("exit=%d command=%s%n%s".formatted(exit, command, output));
    }
    return new TlcRun(
        violation ? 12 : 0,
        violation && run.violated() == null ? UNNAMED : run.violated(),
        run.distinctStates(),
        -1,
        run.steps(),
        run.reached(),
        run.census(),
        duration,
        command,
        output);
  }

  /** The command by which another machine joins, to be run there while the server runs. */
  public String joining() {
    return "java -cp tla2tools.jar " + WORKER + " " + host;
  }

  private List<String> server(Model model, Path home) {
    List<String> command = new ArrayList<>(Tlc.java(true));
    command.addAll(
        List.of(
            "-Djava.rmi.server.hostname=" + host,
            "-Djava.io.tmpdir=" + home,
            "-DTLA-Library=" + tlc.library(),
            "-cp",
            Tlc.toolsJar().toString(),
            SERVER,
            "-deadlock",
            "-metadir",
            home.resolve("states").toString(),
            "-config",
            model.config(),
            model.module()));
    return command;
  }

  private List<String> worker(Path home) {
    List<String> command = new ArrayList<>(Tlc.java(true));
    command.addAll(
        List.of(
            "-Djava.rmi.server.hostname=" + host,
            "-Djava.io.tmpdir=" + home,
            "-Dtlc2.tool.distributed.TLCWorker.threadCount=1",
            "-cp",
            Tlc.toolsJar().toString(),
            WORKER,
            host));
    return command;
  }

  private static void awaitReady(Process server, Path log)
      throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(STARTING);
    while (!Files.readString(log).contains(READY)) {
      if (server.waitFor(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
      if (Instant.now().isAfter(deadline)) {
        throw new IllegalStateException("the server is not ready:\n" + Files.readString(log));
      }
    }
  }

  private static Path folder(Path scratch, String name) throws IOException {
    return Files.createDirectory(scratch.resolve(name));
  }

  private static String logs(Path scratch) throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.list(scratch)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".log")).sorted().toList()) {
        text.append(file.getFileName()).append(":\n").append(Files.readString(file));
      }
    }
    return text.toString();
  }
}

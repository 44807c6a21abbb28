package org.spaprtce.spec;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * TLC in a process of its own for each model.
 *
 * <p>Each process gets its own temporary and state folders: TLC unpacks its standard modules under
 * fixed names, so two processes that share a temporary folder damage each other's files.
 *
 * @param specFolder the folder of the normative modules
 * @param modelFolder the folder of the models
 */
public record Tlc(Path specFolder, Path modelFolder) {
  /** A model of the small suite takes seconds; one that takes this long hangs. */
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private static final Duration LARGE_LIMIT = Duration.ofHours(24);

  /** Folders beside that of the models whose modules a model may extend. */
  private static final List<String> LIBRARIES = List.of("quirks", "concurrency");

  private static final ClassArchive ARCHIVE = ClassArchive.inATemporaryFolder();

  private static final String JAR_PROPERTY = "tla2tools.jar";

  /**
   * Runs one model to its end.
   *
   * <p>One worker makes the depth, and the states found before a violation, exact; small models can
   * be run two at a time instead. A large one has all cores, and its depth is not compared.
   *
   * @throws IllegalStateException if TLC cannot be started or does not end
   */
  public TlcRun run(Model model) {
    try (Scratch scratch = Scratch.folder("tlc-" + model.name())) {
      List<String> command = command(model, scratch.path());
      boolean ended = false;
      try {
        TlcRun run = run(command, scratch, model.isLarge() ? LARGE_LIMIT : LIMIT);
        ended = true;
        return run;
      } finally {
        ARCHIVE.after(command, ended);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("TLC cannot be run for " + model.config(), e);
    }
  }

  private TlcRun run(List<String> command, Scratch scratch, Duration limit) throws IOException {
    Path log = scratch.path().resolve("tlc.log");
    Instant start = Instant.now();
    Process process = scratch.start(command, modelFolder, log);
    try {
      if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("TLC did not end within " + limit + ": " + command);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while TLC ran: " + command, e);
    } finally {
      process.destroyForcibly();
    }
    return TlcRun.parse(
        process.exitValue(),
        Files.readString(log),
        Duration.between(start, Instant.now()),
        String.join(" ", command));
  }

  private List<String> command(Model model, Path scratch) {
    List<String> command = new ArrayList<>(java(model.isLarge()));
    command.addAll(model.isLarge() ? List.of() : ARCHIVE.options());
    command.addAll(
        List.of(
            "-Djava.io.tmpdir=" + scratch,
            "-DTLA-Library=" + library(),
            "-cp",
            toolsJar().toString(),
            "tlc2.TLC"));
    if (!Model.DEADLOCK.equals(model.violated())) {
      command.add("-deadlock");
    }
    if (model.isLiveness()) {
      command.addAll(List.of("-lncheck", "final"));
    }
    command.addAll(
        List.of(
            "-workers",
            model.isLarge() ? "auto" : "1",
            "-metadir",
            scratch.resolve("states").toString(),
            "-config",
            model.config(),
            model.module()));
    return command;
  }

  /** The start of a command line: a small model ends before optimized code would pay off. */
  public static List<String> java(boolean large) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return large
        ? List.of(java, "-XX:+UseParallelGC")
        : List.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx1g");
  }

  /** Where TLC finds the modules that are not in the folder of the models. */
  public String library() {
    return Stream.concat(
            Stream.of(specFolder),
            LIBRARIES.stream()
                .map(name -> modelFolder.toAbsolutePath().resolveSibling(name))
                .filter(Files::isDirectory))
        .map(folder -> folder.toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /**
   * The TLA+ tools: the file that the system property {@code tla2tools.jar} names, else the
   * artifact that the build put on the class path.
   *
   * @throws IllegalStateException if neither is there
   */
  public static Path toolsJar() {
    String named = System.getProperty(JAR_PROPERTY, "");
    if (!named.isEmpty()) {
      return Path.of(named).toAbsolutePath();
    }
    try {
      Class<?> tlc = Class.forName("tlc2.TLC", false, Tlc.class.getClassLoader());
      return Path.of(tlc.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (ClassNotFoundException | URISyntaxException e) {
      throw new IllegalStateException(
          "the TLA+ tools are not on the class path; name them with -D" + JAR_PROPERTY + "=FILE",
          e);
    }
  }
}

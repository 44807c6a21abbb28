package org.spaprtce.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

  /** The optimizing compiler pays where TLC runs for more than some seconds. */
  private static final int FULL_COMPILER = 4;

  /** A violation is found within a second or two: optimizing would take longer than that. */
  private static final int QUICK_COMPILER = 1;

  private static final String JAR_PROPERTY = "tla2tools.jar";

  /**
   * Runs one model to its end.
   *
   * <p>One worker makes the depth, and the states found before a violation, exact; the models are
   * small, and two of them can be run at a time instead.
   *
   * @throws IllegalStateException if TLC cannot be started or does not end
   */
  public TlcRun run(Model model) {
    Path scratch = null;
    try {
      scratch = Files.createTempDirectory("tlc-" + model.name());
      return run(command(model, scratch), scratch);
    } catch (IOException e) {
      throw new UncheckedIOException("TLC cannot be run for " + model.config(), e);
    } finally {
      if (scratch != null) {
        deleteTree(scratch);
      }
    }
  }

  private TlcRun run(List<String> command, Path scratch) throws IOException {
    Path log = scratch.resolve("tlc.log");
    Instant start = Instant.now();
    Process process =
        new ProcessBuilder(command)
            .directory(modelFolder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("TLC did not end within " + LIMIT + ": " + command);
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
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=" + (model.violated() == null ? FULL_COMPILER : QUICK_COMPILER),
        "-Xmx1g",
        "-Djava.io.tmpdir=" + scratch,
        "-DTLA-Library=" + specFolder.toAbsolutePath(),
        "-cp",
        toolsJar().toString(),
        "tlc2.TLC",
        "-deadlock",
        "-workers",
        "1",
        "-metadir",
        scratch.resolve("states").toString(),
        "-config",
        model.config(),
        model.module());
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

  private static void deleteTree(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

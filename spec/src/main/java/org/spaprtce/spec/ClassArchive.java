package org.spaprtce.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * TLC's classes in an archive that one run leaves for those after it, so that their JVMs start in
 * less time. It lives as long as this JVM.
 */
final class ClassArchive {
  private enum Stage {
    WANTED,
    BEING_MADE,
    READY
  }

  private static final Path FILE = temporaryFile();
  private static final AtomicReference<Stage> STAGE = new AtomicReference<>(Stage.WANTED);

  private ClassArchive() {}

  private static Path temporaryFile() {
    try {
      Path folder = Files.createTempDirectory("tlc-classes");
      Path file = folder.resolve("tlc.jsa");
      folder.toFile().deleteOnExit();
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("no folder for the archive of classes", e);
    }
  }

  /**
   * The options of a JVM that is about to run TLC: the first one makes the archive, those that
   * start after its end use it. {@link #made} must follow when it has ended.
   */
  static List<String> options() {
    if (STAGE.get() == Stage.READY) {
      return List.of("-Xshare:auto", "-Xlog:disable", "-XX:SharedArchiveFile=" + FILE);
    }
    return STAGE.compareAndSet(Stage.WANTED, Stage.BEING_MADE)
        ? List.of("-Xlog:disable", "-XX:ArchiveClassesAtExit=" + FILE)
        : List.of();
  }

  /** Notes that the JVM with these options has ended. */
  static void made(List<String> options) {
    if (options.contains("-XX:ArchiveClassesAtExit=" + FILE)) {
      STAGE.set(Files.exists(FILE) ? Stage.READY : Stage.WANTED);
    }
  }
}

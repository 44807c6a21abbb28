package org.spaprtce.spec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * TLC's classes in an archive that one run leaves for those after it, so that their JVMs start in
 * less time. It lives as long as this JVM. Threads may share it.
 */
final class ClassArchive {
  private enum Stage {
    WANTED,
    BEING_MADE,
    READY
  }

  private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WANTED);
  private final Path file;
  private final String make;
  private final String use;

  private ClassArchive(Path file) {
    this.file = file;
    this.make = "-XX:AOTCacheOutput=" + file;
    this.use = "-XX:AOTCache=" + file;
  }

  /** An archive that nobody has made yet; it goes when this program ends. */
  static ClassArchive inATemporaryFolder() {
    return new ClassArchive(Scratch.folder("tlc-classes").path().resolve("tlc.aot"));
  }

  /**
   * The options of a JVM that is about to run TLC: the first one makes the archive, those that
   * start after its end use it. {@link #after} must follow.
   */
  List<String> options() {
    if (stage.get() == Stage.READY) {
      return List.of("-Xlog:disable", use);
    }
    return stage.compareAndSet(Stage.WANTED, Stage.BEING_MADE)
        ? List.of("-Xlog:disable", make)
        : List.of();
  }

  /**
   * Notes that the JVM with these options is gone.
   *
   * @param ended whether it ended by itself; what one that was stopped has left is not used
   */
  void after(List<String> options, boolean ended) {
    if (options.contains(make)) {
      stage.set(ended && Files.exists(file) ? Stage.READY : Stage.WANTED);
    }
  }
}

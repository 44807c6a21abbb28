package org.spaprtce.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A temporary folder with the processes that write there. When it is closed, or the program ends or
 * is stopped before that, the processes are stopped and the folder goes with all that is in it.
 */
public final class Scratch implements AutoCloseable {
  private static final Set<Scratch> OPEN = ConcurrentHashMap.newKeySet();
  private static boolean stopping;

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(Scratch::stopped, "scratch"));
  }

  private final Path folder;
  private final List<Process> started = new CopyOnWriteArrayList<>();

  private Scratch(Path folder) {
    this.folder = folder;
  }

  private interface Made<T> {
    T make() throws IOException;
  }

  /** Makes something that is stopped with the program; while that is being stopped, nothing. */
  private static <T> T unlessStopping(Made<T> made) throws IOException {
    synchronized (OPEN) {
      if (!stopping) {
        return made.make();
      }
    }
    while (true) {
      LockSupport.park();
    }
  }

  /**
   * Makes a folder; where the program is being stopped, it does not return.
   *
   * @param name how its name begins
   * @throws UncheckedIOException if it cannot be made
   */
  public static Scratch folder(String name) {
    try {
      return unlessStopping(() -> {
        Scratch scratch = new Scratch(Files.createTempDirectory(name));
        OPEN.add(scratch);
        return scratch;
      });
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary folder for " + name, e);
    }
  }

  /**
   * Starts a process; where the program is being stopped, it does not return.
   *
   * @param command the command line
   * @param home the folder that it runs in
   * @param log the file for all that it prints
   * @throws IOException if it cannot be started
   */
  public Process start(List<String> command, Path home, Path log) throws IOException {
    return unlessStopping(() -> {
      Process process =
          new ProcessBuilder(command)
              .directory(home.toAbsolutePath().toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      started.add(process);
      return process;
    });
  }

  /** Where it is. */
  public Path path() {
    return folder;
  }

  @Override
  public void close() {
    started.forEach(Process::destroyForcibly);
    started.forEach(process -> process.onExit().join());
    delete();
    OPEN.remove(this);
  }

  private void delete() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void stopped() {
    synchronized (OPEN) {
      stopping = true;
    }
    for (Scratch scratch : OPEN) {
      try {
        scratch.close();
      } catch (UncheckedIOException beingDeleted) {
        // its owner is closing it, too
      }
    }
  }
}

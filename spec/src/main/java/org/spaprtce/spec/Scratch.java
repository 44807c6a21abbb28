package org.spaprtce.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A temporary folder that goes, with all that is in it, when it is closed. It goes as well when the
 * program ends or is stopped before that; the processes that the program has started are stopped
 * first, since they write there.
 */
public final class Scratch implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 5;
  private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();
  private static boolean stopping;

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(Scratch::stopped, "scratch"));
  }

  private final Path folder;

  private Scratch(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes a folder; where the program is being stopped, it does not return.
   *
   * @param name how its name begins
   * @throws UncheckedIOException if it cannot be made
   */
  public static Scratch folder(String name) {
    try {
      synchronized (OPEN) {
        if (!stopping) {
          Path folder = Files.createTempDirectory(name);
          OPEN.add(folder);
          return new Scratch(folder);
        }
      }
      while (true) {
        LockSupport.park();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary folder for " + name, e);
    }
  }

  /** Where it is. */
  public Path path() {
    return folder;
  }

  @Override
  public void close() {
    delete(folder);
    OPEN.remove(folder);
  }

  private static void delete(Path folder) {
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
    List<ProcessHandle> children =
        OPEN.isEmpty() ? List.of() : ProcessHandle.current().descendants().toList();
    children.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle child : children) {
      child.onExit().completeOnTimeout(child, PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }
    for (Path folder : OPEN) {
      try {
        delete(folder);
      } catch (UncheckedIOException beingDeleted) {
        // somebody else is about to do it
      }
    }
  }
}

package org.spaprtce.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ScratchTest {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private static List<String> program(Class<?> main) {
    return List.of(JAVA, "-cp", System.getProperty("java.class.path"), main.getName());
  }

  /** A program with a folder, a process that writes there, and another one. */
  static final class Stopped {
    private Stopped() {}

    public static void main(String[] arguments) throws Exception {
      try (Scratch scratch = Scratch.folder("stopped")) {
        Files.writeString(scratch.path().resolve("file"), "text");
        Path log = scratch.path().resolve("log");
        Process writer = scratch.start(program(Endless.class), scratch.path(), log);
        Process other = new ProcessBuilder(program(Endless.class)).start();
        System.out.println(scratch.path());
        System.out.println(writer.pid());
        System.out.println(other.pid());
        Thread.sleep(Long.MAX_VALUE);
      }
    }
  }

  /** A program that ends when it is stopped. */
  static final class Endless {
    private Endless() {}

    public static void main(String[] arguments) throws Exception {
      Thread.sleep(Long.MAX_VALUE);
    }
  }

  @Test
  void close_folderWithFilesAndFolders_deletesAll() throws IOException {
    Path folder;
    try (Scratch scratch = Scratch.folder("scratch")) {
      folder = scratch.path();
      Files.writeString(Files.createDirectory(folder.resolve("inner")).resolve("file"), "text");
      assertTrue(Files.isDirectory(folder));
    }
    assertFalse(Files.exists(folder));
  }

  @Test
  @Timeout(60)
  void close_folderOfAProcess_stopsIt() throws IOException {
    Process process;
    try (Scratch scratch = Scratch.folder("scratch")) {
      Path log = scratch.path().resolve("log");
      process = scratch.start(program(Endless.class), Path.of(""), log);
      assertTrue(process.isAlive());
    }
    assertFalse(process.isAlive());
  }

  @Test
  @Timeout(60)
  void stop_programWithAnOpenFolder_stopsWhatWritesThereAndDeletesIt() throws Exception {
    Process program = new ProcessBuilder(program(Stopped.class)).start();
    try (BufferedReader output = program.inputReader()) {
      Path folder = Path.of(Objects.requireNonNull(output.readLine()));
      ProcessHandle writer = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
      ProcessHandle other = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
      assertTrue(Files.exists(folder.resolve("file")));
      assertTrue(writer.isAlive());
      program.destroy();
      assertTrue(program.waitFor(30, TimeUnit.SECONDS));
      assertEquals(143, program.exitValue());
      assertFalse(Files.exists(folder));
      assertFalse(writer.isAlive());
      assertTrue(other.destroyForcibly(), "a process that is not of the folder goes on");
    } finally {
      program.destroyForcibly();
    }
  }
}

package org.spaprtce.compiler.front;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import util.FilenameToStream;

/**
 * Finds modules for SANY: first in the folder of the spec, then in those of the library, then among
 * the standard modules of the TLA+ tools.
 *
 * <p>The tools' own resolver unpacks the standard modules into the common temporary folder under
 * fixed names, where two processes damage each other's files; this one has a folder of its own,
 * which {@link #close} deletes.
 */
final class ModuleFiles implements FilenameToStream, AutoCloseable {
  private static final String STANDARD = "/tla2sany/StandardModules/";

  private final List<Path> folders;
  private final Path scratch;

  ModuleFiles(Path folder, List<Path> library) {
    this.folders = Stream.concat(Stream.of(folder), library.stream()).toList();
    try {
      this.scratch = Files.createTempDirectory("standard-modules");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public File resolve(String name, boolean isModule) {
    String file = name.endsWith(".tla") ? name : name + ".tla";
    Path own =
        folders.stream()
            .map(folder -> folder.resolve(file))
            .filter(Files::exists)
            .findFirst()
            .orElseGet(
                () -> isStandardModule(name) ? unpacked(file) : folders.getFirst().resolve(file));
    return new TLAFile(own.toString(), this);
  }

  private Path unpacked(String file) {
    Path copy = scratch.resolve(file);
    try (InputStream text = SanyParser.class.getResourceAsStream(STANDARD + file)) {
      if (text != null && !Files.exists(copy)) {
        Files.copy(text, copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return copy;
  }

  @Override
  public String getFullPath() {
    return folders.getFirst().toString();
  }

  @Override
  public boolean isStandardModule(String name) {
    String file = name.endsWith(".tla") ? name : name + ".tla";
    return SanyParser.class.getResource(STANDARD + file) != null;
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.list(scratch)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(scratch);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

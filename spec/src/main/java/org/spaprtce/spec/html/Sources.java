package org.spaprtce.spec.html;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The texts that the site is made of.
 *
 * @param files each text by its path in the spec folder, with slashes
 */
record Sources(SortedMap<String, String> files) {
  private static final List<String> FOLDERS =
      List.of("tla", "quirks", "concurrency", "models", "clauses", "decisions", "profiles");
  private static final List<String> ENDINGS = List.of(".tla", ".md", ".cfg", ".json");

  /** The guide to all others. */
  static final String GUIDE = "README.md";

  /**
   * Reads a spec folder.
   *
   * @throws UncheckedIOException if a file cannot be read
   */
  static Sources read(Path spec) {
    SortedMap<String, String> files = new TreeMap<>();
    files.put(GUIDE, read(spec, GUIDE));
    for (String folder : FOLDERS) {
      if (Files.isDirectory(spec.resolve(folder))) {
        try (Stream<Path> found = Files.list(spec.resolve(folder))) {
          found
              .map(file -> folder + "/" + file.getFileName())
              .filter(path -> ENDINGS.stream().anyMatch(path::endsWith))
              .forEach(path -> files.put(path, read(spec, path)));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return new Sources(files);
  }

  private static String read(Path spec, String path) {
    try {
      return Files.readString(spec.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The paths in a folder with an ending, in order. */
  List<String> paths(String folder, String ending) {
    return files.keySet().stream()
        .filter(path -> path.startsWith(folder + "/") && path.endsWith(ending))
        .toList();
  }

  /**
   * A text.
   *
   * @throws IllegalArgumentException if there is none of that path
   */
  String text(String path) {
    String text = files.get(path);
    if (text == null) {
      throw new IllegalArgumentException("path=" + path + ": no such text");
    }
    return text;
  }
}

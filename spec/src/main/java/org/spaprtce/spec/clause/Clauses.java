package org.spaprtce.spec.clause;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The clauses of the norm that come with this program. */
public final class Clauses {
  private static final String FOLDER = "/spec/clauses";

  private Clauses() {}

  /** All clauses, family by family, in the order of their numbers. */
  public static List<Clause> all() {
    try {
      URI folder = Objects.requireNonNull(Clauses.class.getResource(FOLDER)).toURI();
      if (!folder.getScheme().equals("jar")) {
        return below(Path.of(folder));
      }
      try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
        return below(jar.getPath(FOLDER));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Clause> below(Path folder) throws IOException {
    List<Clause> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        all.addAll(Clause.parse("clauses/" + file.getFileName(), Files.readString(file)));
      }
    }
    return all;
  }
}

package org.spaprtce.compiler.catalog;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.spaprtce.compiler.CompileException;
import tools.jackson.core.JacksonException;

/**
 * The command line that turns quirks and profiles into a Java class, and into the configuration
 * that tells the spec compiler which operators can be replaced.
 */
public final class CatalogMain {
  private static final String USAGE =
      "usage: QUIRKS.json PROFILES_DIR OUTPUT_DIR FULLY.QUALIFIED.ClassName OUTPUT.cfg";
  private static final int ARGUMENTS = 5;

  private CatalogMain() {}

  /** Writes both, and exits with the status. */
  public static void main(String[] args) {
    System.exit(run(List.of(args), System.err));
  }

  /** Writes both and returns the exit status. */
  static int run(List<String> args, PrintStream err) {
    if (args.size() != ARGUMENTS) {
      err.println(USAGE);
      return 1;
    }
    Path quirks = Path.of(args.get(0));
    String name = args.get(3);
    try {
      CatalogWriter writer = new CatalogWriter(Catalog.read(quirks, Path.of(args.get(1))));
      write(Path.of(args.get(2)).resolve(name.replace('.', '/') + ".java"), writer.javaClass(name));
      write(Path.of(args.get(4)), writer.configuration());
      return 0;
    } catch (CompileException e) {
      err.println(e.getMessage());
    } catch (IOException | UncheckedIOException | JacksonException | IllegalArgumentException e) {
      err.println(quirks + ": " + e.getMessage());
    }
    return 1;
  }

  /** A file whose text stays the same keeps its time, so that nothing is compiled again. */
  private static void write(Path file, String text) throws IOException {
    if (!Files.exists(file) || !Files.readString(file).equals(text)) {
      Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
      Files.writeString(file, text);
    }
  }
}

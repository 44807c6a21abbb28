package org.spaprtce.compiler;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The command line of the spec compiler: {@code SPEC.tla OUTPUT_DIR CLASS [--tlc-only
 * NAME,NAME...]}.
 */
public final class Main {
  private static final String USAGE =
      "usage: SPEC.tla OUTPUT_DIR FULLY.QUALIFIED.ClassName [--tlc-only NAME,NAME...]";
  private static final int POSITIONAL = 3;

  private Main() {}

  /** Compiles, and exits with 1 if that is not possible. */
  public static void main(String[] args) {
    int status = run(List.of(args), System.out, System.err);
    if (status != 0) {
      System.exit(status);
    }
  }

  /** Compiles and returns the exit status. */
  static int run(List<String> args, PrintStream out, PrintStream err) {
    boolean withNames = args.size() == POSITIONAL + 2 && args.get(POSITIONAL).equals("--tlc-only");
    if (args.size() != POSITIONAL && !withNames) {
      err.println(USAGE);
      return 1;
    }
    Path spec = Path.of(args.get(0));
    Set<String> tlcOnly =
        withNames ? Set.copyOf(List.of(args.get(POSITIONAL + 1).split(",", -1))) : Set.of();
    try {
      String text = SpecCompiler.compile(spec, args.get(2), tlcOnly);
      Path file = Path.of(args.get(1)).resolve(args.get(2).replace('.', '/') + ".java");
      boolean written = write(file, text);
      deleteOthers(Path.of(args.get(1)), file);
      out.println(
          spec.getFileName() + " -> " + file.getFileName() + (written ? "" : " (unchanged)"));
      return 0;
    } catch (CompileException e) {
      for (Problem problem : e.problems()) {
        err.println(spec.resolveSibling(problem.at().toString()) + ": " + problem.message());
      }
      return 1;
    } catch (IOException | UncheckedIOException e) {
      err.println(spec + ": " + e.getMessage());
      return 1;
    }
  }

  /** A file whose text stays the same keeps its time, so that nothing is compiled again. */
  private static boolean write(Path file, String text) throws IOException {
    if (Files.exists(file) && Files.readString(file).equals(text)) {
      return false;
    }
    Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
    Files.writeString(file, text);
    return true;
  }

  private static void deleteOthers(Path folder, Path kept) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.equals(kept)) {
          Files.delete(file);
        }
      }
    }
  }
}

package org.spaprtce.compiler;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The command line of the build, which owns the output folder: whatever else is in it is deleted.
 * See {@link #USAGE}.
 */
public final class Main {
  private static final String USAGE =
      "usage: SPEC.tla OUTPUT_DIR FULLY.QUALIFIED.ClassName [--library DIR]... "
          + "[--config FILE.cfg]... [--tlc-only NAME,NAME...]";
  private static final int POSITIONAL = 3;

  private Main() {}

  /** Compiles, and exits with the status. */
  public static void main(String[] args) {
    System.exit(run(List.of(args), System.out, System.err));
  }

  /** Compiles and returns the exit status. */
  static int run(List<String> args, PrintStream out, PrintStream err) {
    List<Path> library = new ArrayList<>();
    List<Path> configs = new ArrayList<>();
    Set<String> tlcOnly = new HashSet<>();
    if (args.size() < POSITIONAL || !read(args, library, configs, tlcOnly)) {
      err.println(USAGE);
      return 1;
    }
    Path spec = Path.of(args.get(0));
    Path output = Path.of(args.get(1));
    try {
      Compilation.Result result =
          new Compilation(spec, configs, library, tlcOnly, args.get(2), output).run();
      deleteOthers(output, result.file());
      out.println(
          spec.getFileName()
              + " -> "
              + result.file().getFileName()
              + (result.written() ? "" : " (unchanged)"));
      return 0;
    } catch (CompileException e) {
      err.println(e.getMessage());
      return 1;
    } catch (IOException | UncheckedIOException e) {
      err.println(spec + ": " + e.getMessage());
      return 1;
    }
  }

  /** Sorts out what stands after the positional arguments; false if that is none of the options. */
  private static boolean read(
      List<String> args, List<Path> library, List<Path> configs, Set<String> tlcOnly) {
    for (int i = POSITIONAL; i + 1 < args.size(); i += 2) {
      String value = args.get(i + 1);
      switch (args.get(i)) {
        case "--tlc-only" -> Collections.addAll(tlcOnly, value.split(",", -1));
        case "--library" -> library.add(Path.of(value));
        case "--config" -> configs.add(Path.of(value));
        default -> {
          return false;
        }
      }
    }
    return args.size() % 2 == POSITIONAL % 2;
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

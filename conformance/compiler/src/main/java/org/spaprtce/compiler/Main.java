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
import org.spaprtce.compiler.ir.Position;

/** The command line of the spec compiler; see {@link #USAGE}. */
public final class Main {
  private static final String USAGE =
      "usage: SPEC.tla OUTPUT_DIR FULLY.QUALIFIED.ClassName [--library DIR]... "
          + "[--config FILE.cfg]... [--tlc-only NAME,NAME...]";
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
    List<Path> library = new ArrayList<>();
    List<Path> configs = new ArrayList<>();
    Set<String> tlcOnly = new HashSet<>();
    if (args.size() < POSITIONAL || !read(args, library, configs, tlcOnly)) {
      err.println(USAGE);
      return 1;
    }
    Path spec = Path.of(args.get(0));
    try {
      List<Substitution> substitutions = new ArrayList<>();
      for (Path config : configs) {
        substitutions.addAll(Configuration.read(config).substitutions());
      }
      Options options = new Options(tlcOnly, library, substitutions);
      String text = SpecCompiler.compile(spec, args.get(2), options);
      Path file = Path.of(args.get(1)).resolve(args.get(2).replace('.', '/') + ".java");
      boolean written = write(file, text);
      deleteOthers(Path.of(args.get(1)), file);
      out.println(
          spec.getFileName() + " -> " + file.getFileName() + (written ? "" : " (unchanged)"));
      return 0;
    } catch (CompileException e) {
      for (Problem problem : e.problems()) {
        err.println(located(spec, library, problem.at()) + ": " + problem.message());
      }
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

  /** The place with the path of its file. */
  private static Object located(Path spec, List<Path> library, Position at) {
    if (!at.isInModule()) {
      return at;
    }
    return library.stream()
        .filter(folder -> Files.exists(folder.resolve(at.file())))
        .filter(_ -> !Files.exists(spec.resolveSibling(at.file())))
        .findFirst()
        .map(folder -> folder.resolve(at.toString()))
        .orElseGet(() -> spec.resolveSibling(at.toString()));
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

package org.spaprtce.compiler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.SourceVersion;
import org.spaprtce.compiler.back.JavaBackend;
import org.spaprtce.compiler.front.SpecReader;
import org.spaprtce.compiler.ir.Position;
import org.spaprtce.compiler.ir.SpecModule;

/**
 * The compilation of a spec to a file: what both command lines do.
 *
 * @param spec the file of the root module
 * @param configs TLC configurations, which count as one
 * @param library folders of modules that do not stand beside the spec
 * @param tlcOnly operators that are left out
 * @param className the fully qualified name of the class
 * @param output the folder of the sources
 */
public record Compilation(
    Path spec,
    List<Path> configs,
    List<Path> library,
    Set<String> tlcOnly,
    String className,
    Path output) {

  /**
   * What came of a compilation.
   *
   * @param file the Java source
   * @param written whether the file is new or changed; one whose text stays the same keeps its time
   * @param configuration what the configurations say
   * @param module what the class has
   */
  public record Result(
      Path file, boolean written, Configuration configuration, SpecModule module) {}

  /**
   * Compiles, and writes the class where its text changed.
   *
   * @throws CompileException with the path, the place and the reason of each problem
   */
  public Result run() throws IOException {
    Optional<String> wrong = whyNoClass(className);
    if (wrong.isPresent()) {
      Position start = new Position(spec.toString(), 1, 1);
      throw new CompileException(List.of(new Problem(start, className + " " + wrong.get())));
    }
    Configuration configuration = Configuration.EMPTY;
    for (Path config : configs) {
      configuration = configuration.and(Configuration.read(config));
    }
    SpecModule module = read(configuration);
    String text = JavaBackend.write(module, className);
    Path file = output.resolve(className.replace('.', '/') + ".java");
    return new Result(file, write(file, text), configuration, module);
  }

  /** Why a class may not have a name; nothing if it may. */
  public static Optional<String> whyNoClass(String className) {
    if (!SourceVersion.isName(className)) {
      return Optional.of("is no name of a Java class: name one, such as org.example.Spec");
    }
    return JavaBackend.isReserved(className)
        ? Optional.of("is a class of the runtime: name another one by --class")
        : Optional.empty();
  }

  private SpecModule read(Configuration configuration) {
    try {
      return SpecReader.read(spec, new Options(tlcOnly, library, configuration));
    } catch (CompileException e) {
      throw new CompileException(
          e.problems().stream()
              .map(problem -> new Problem(located(problem.at()), problem.message()))
              .toList());
    }
  }

  /** The place with the path of its file. */
  private Position located(Position at) {
    if (!at.isInModule()) {
      return at;
    }
    Path file =
        library.stream()
            .filter(folder -> Files.exists(folder.resolve(at.file())))
            .filter(_ -> !Files.exists(spec.resolveSibling(at.file())))
            .findFirst()
            .map(folder -> folder.resolve(at.file()))
            .orElseGet(() -> spec.resolveSibling(at.file()));
    return new Position(file.toString(), at.line(), at.column());
  }

  private static boolean write(Path file, String text) throws IOException {
    if (Files.exists(file) && Files.readString(file).equals(text)) {
      return false;
    }
    Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
    Files.writeString(file, text);
    return true;
  }
}

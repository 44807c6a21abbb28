package org.spaprtce.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.tools.ToolProvider;
import org.spaprtce.compiler.Configuration;
import org.spaprtce.compiler.Options;
import org.spaprtce.compiler.SpecCompiler;
import org.spaprtce.compiler.Substitution;
import org.spaprtce.oracle.runtime.TlaModule;
import org.spaprtce.oracle.runtime.Value;

/** Compiles the TLA+ fixtures of the tests: to Java, to a class, to a module. */
final class Fixtures {
  static final Path FOLDER = Path.of("src/test/resources/fixtures");

  private Fixtures() {}

  static TlaModule module(String name, Map<String, Value> constants, Path scratch) {
    return module(name, constants, scratch, UnaryOperator.identity());
  }

  /** The module after a change of its Java text. */
  static TlaModule module(
      String name, Map<String, Value> constants, Path scratch, UnaryOperator<String> change) {
    compile(name, Options.NONE, scratch, change);
    return module(name, constants, Map.of(), scratch);
  }

  /** Compiles a fixture whose operators can be replaced as its configuration says. */
  static void compileReplaceable(String name, Path scratch, UnaryOperator<String> change) {
    List<Substitution> lines = Configuration.read(FOLDER.resolve(name + ".cfg"));
    compile(name, new Options(Set.of(), List.of(), lines), scratch, change);
  }

  private static void compile(
      String name, Options options, Path scratch, UnaryOperator<String> change) {
    String java =
        change.apply(
            SpecCompiler.compile(FOLDER.resolve(name + ".tla"), "fixture." + name, options));
    try {
      Path source = Files.createDirectories(scratch.resolve("fixture")).resolve(name + ".java");
      Files.writeString(source, java);
      int status =
          ToolProvider.getSystemJavaCompiler()
              .run(
                  null,
                  null,
                  null,
                  "-Xlint:all",
                  "-Werror",
                  "-proc:none",
                  "-cp",
                  System.getProperty("java.class.path"),
                  "-d",
                  scratch.toString(),
                  source.toString());
      if (status != 0) {
        throw new IllegalStateException(java);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An instance of a compiled fixture. */
  static TlaModule module(
      String name, Map<String, Value> constants, Map<String, String> substitutions, Path classes) {
    try {
      return new URLClassLoader(new URL[] {classes.toUri().toURL()})
          .loadClass("fixture." + name)
          .asSubclass(TlaModule.class)
          .getConstructor(Map.class, Map.class)
          .newInstance(constants, substitutions);
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        throw refused;
      }
      throw new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs TLC on a module with its configuration beside it, and gives the exit status. */
  static int tlc(Path module, Path scratch) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + scratch,
                "-cp",
                System.getProperty("java.class.path"),
                "tlc2.TLC",
                "-metadir",
                scratch.resolve("states").toString(),
                module.toString())
            .redirectErrorStream(true)
            .redirectOutput(scratch.resolve("log").toFile())
            .start();
    return process.waitFor();
  }
}

package org.spaprtce.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.tools.ToolProvider;
import org.spaprtce.compiler.SpecCompiler;
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
    String java =
        change.apply(
            SpecCompiler.compile(FOLDER.resolve(name + ".tla"), "fixture." + name, Set.of()));
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
      return instantiate("fixture." + name, constants, scratch);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TlaModule instantiate(String name, Map<String, Value> constants, Path classes)
      throws MalformedURLException {
    URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()});
    try {
      return loader
          .loadClass(name)
          .asSubclass(TlaModule.class)
          .getConstructor(Map.class)
          .newInstance(constants);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        throw refused;
      }
      throw new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}

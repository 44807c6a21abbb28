package org.spaprtce.oracle;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.spaprtce.compiler.Configuration;
import org.spaprtce.compiler.Options;
import org.spaprtce.compiler.SpecCompiler;
import org.spaprtce.oracle.runtime.TlaModule;
import org.spaprtce.oracle.runtime.Value;

/** Compiles the TLA+ fixtures of the tests: to Java, to a class, to a module. */
final class Fixtures {
  static final Path FOLDER = Path.of("src/test/resources/fixtures");

  private static final Map<String, Class<? extends TlaModule>> COMPILED = new ConcurrentHashMap<>();

  private Fixtures() {}

  /** An instance of a fixture. Its class is compiled once for all tests, for it has no state. */
  static TlaModule module(String name, Map<String, Value> constants) {
    return module(name, constants, Map.of());
  }

  /** An instance in which operators are replaced, as the configuration beside it allows. */
  static TlaModule module(
      String name, Map<String, Value> constants, Map<String, String> substitutions) {
    Class<? extends TlaModule> compiled =
        COMPILED.computeIfAbsent(name, unknown -> compile(unknown, UnaryOperator.identity()));
    return instance(compiled, constants, substitutions);
  }

  /** An instance after a change of the Java text. */
  static TlaModule damaged(
      String name,
      Map<String, Value> constants,
      Map<String, String> substitutions,
      UnaryOperator<String> damage) {
    return instance(compile(name, damage), constants, substitutions);
  }

  private static Class<? extends TlaModule> compile(String name, UnaryOperator<String> change) {
    Path config = FOLDER.resolve(name + ".cfg");
    return compile(FOLDER.resolve(name + ".tla"), name, options(config), change);
  }

  /** The instance that the configuration beside a module describes, if there is one. */
  static TlaModule configured(Path spec) {
    String name = String.valueOf(spec.getFileName()).replaceFirst("\\.tla$", "");
    Path config = spec.resolveSibling(name + ".cfg");
    return instance(compile(spec, name, options(config), UnaryOperator.identity()));
  }

  private static Options options(Path config) {
    return new Options(
        Set.of(),
        List.of(),
        Files.exists(config) ? Configuration.read(config) : Configuration.EMPTY);
  }

  private static Class<? extends TlaModule> compile(
      Path spec, String name, Options options, UnaryOperator<String> change) {
    String java = change.apply(SpecCompiler.compile(spec, "fixture." + name, options));
    try {
      Path folder = Files.createTempDirectory("fixture");
      Path source = Files.writeString(folder.resolve(name + ".java"), java);
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
                  folder.toString(),
                  source.toString());
      if (status != 0) {
        throw new IllegalStateException(java);
      }
      return new Loader(folder).loadClass("fixture." + name).asSubclass(TlaModule.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Loads the classes of a folder, which it empties. */
  private static final class Loader extends ClassLoader {
    private final Map<String, byte[]> classes = new HashMap<>();

    Loader(Path folder) throws IOException {
      super(Fixtures.class.getClassLoader());
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          if (file.toString().endsWith(".class")) {
            String name = folder.relativize(file).toString().replace(File.separatorChar, '.');
            classes.put(name.substring(0, name.lastIndexOf('.')), Files.readAllBytes(file));
          }
          Files.delete(file);
        }
      }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] code = classes.get(name);
      if (code == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, code, 0, code.length);
    }
  }

  /** An instance by the constructor that takes as many maps. */
  private static TlaModule instance(Class<? extends TlaModule> compiled, Object... maps) {
    try {
      Class<?>[] types = new Class<?>[maps.length];
      Arrays.fill(types, Map.class);
      return compiled.getConstructor(types).newInstance(maps);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
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

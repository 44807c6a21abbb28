package org.spaprtce.spec.mutants;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;

/** A norm of two commands, with one model. */
final class Fixture {
  static final Path SPEC = Path.of("src", "test", "resources", "mutants");

  /**
   * What the command did.
   *
   * @param code its exit code
   * @param output what it printed
   */
  record Ended(int code, String output) {}

  private Fixture() {}

  /** The mutants of a spec folder's norm. */
  static List<Mutant> mutants(Path spec) {
    Path norm = spec.resolve("tla");
    try (Stream<Path> files = Files.list(norm)) {
      Map<String, String> texts =
          files.collect(
              Collectors.toMap(
                  file -> file.getFileName().toString().replace(".tla", ""), Fixture::read));
      return Guards.mutants(Sany.parse(norm.resolve("SpaprTce.tla"), List.of()), texts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The mutant with a key. */
  static Mutant mutant(Path spec, String key) {
    return mutants(spec).stream()
        .filter(mutant -> mutant.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no mutant " + key));
  }

  /** Copies the fixture, to be changed. */
  static Path copy(Path target) {
    try (Stream<Path> files = Files.walk(SPEC)) {
      for (Path file : files.toList()) {
        Files.createDirectories(target.resolve(SPEC.relativize(file)).getParent());
        if (Files.isRegularFile(file)) {
          Files.copy(file, target.resolve(SPEC.relativize(file)));
        }
      }
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies the modules of a norm, to be changed. */
  static Path copyNorm(Path spec, Path target) {
    try (Stream<Path> files = Files.list(spec.resolve("tla"))) {
      Path norm = Files.createDirectories(target.resolve("tla"));
      for (Path file : files.toList()) {
        Files.copy(file, norm.resolve(file.getFileName()));
      }
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces what a copy lists as equivalent; each entry is the inside of a JSON object. */
  static void list(Path spec, String... entries) {
    String objects =
        Arrays.stream(entries).map(one -> "{" + one + "}").collect(Collectors.joining(","));
    write(spec.resolve("mutants.json"), "{\"equivalent\": [" + objects + "]}");
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs the command on a spec folder, with its report beside it. */
  static Ended run(Path spec, String... options) {
    StringWriter output = new StringWriter();
    CommandLine command = new CommandLine(new SpecMutants());
    command.setOut(new PrintWriter(output, true));
    command.setErr(new PrintWriter(output, true));
    String[] common = {"--spec", spec.toString(), "--report", spec.resolve("r.json").toString()};
    String[] all = Stream.of(common, options).flatMap(Arrays::stream).toArray(String[]::new);
    return new Ended(command.execute(all), output.toString());
  }
}

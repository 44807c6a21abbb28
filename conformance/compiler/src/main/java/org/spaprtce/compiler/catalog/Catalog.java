package org.spaprtce.compiler.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.spaprtce.compiler.CompileException;
import org.spaprtce.compiler.Configuration;
import org.spaprtce.compiler.Problem;
import org.spaprtce.compiler.Substitution;
import org.spaprtce.compiler.ir.Position;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What deviates from the norm.
 *
 * @param quirks in the order of their list
 * @param profiles in the order of their names
 */
public record Catalog(List<Quirk> quirks, List<Profile> profiles) {
  private static final String CONFIG = ".cfg";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  /** An entry of the list of quirks, as far as an oracle has use for it. */
  public record Quirk(
      String name,
      List<String> bugs,
      String title,
      String kernels,
      List<String> clauses,
      Map<String, String> substitutions) {}

  /** A profile: the operators that a kernel replaces. */
  public record Profile(String name, Map<String, String> substitutions) {}

  private record File(List<Quirk> quirks) {}

  /**
   * Reads a list of quirks, and a profile from each configuration of a folder.
   *
   * @throws CompileException if a profile replaces an operator by two others
   * @throws IllegalArgumentException if two quirks have the same name
   */
  public static Catalog read(Path quirks, Path profiles) throws IOException {
    List<Quirk> list = JSON.readValue(quirks.toFile(), File.class).quirks();
    Set<String> names = new HashSet<>();
    for (Quirk quirk : list) {
      if (!names.add(quirk.name())) {
        throw new IllegalArgumentException("quirk=" + quirk.name() + " twice in " + quirks);
      }
    }
    List<Profile> kernels = new ArrayList<>();
    try (Stream<Path> files = Files.list(profiles)) {
      for (Path file : files.filter(f -> f.toString().endsWith(CONFIG)).sorted().toList()) {
        String name = file.getFileName().toString();
        kernels.add(
            new Profile(name.substring(0, name.length() - CONFIG.length()), substitutions(file)));
      }
    }
    return new Catalog(list, kernels);
  }

  /** Every substitution of a quirk or a profile once, in alphabetical order. */
  public List<Substitution> substitutions() {
    Map<String, Substitution> found = new TreeMap<>();
    quirks.forEach(quirk -> add(found, "quirk " + quirk.name(), quirk.substitutions()));
    profiles.forEach(kernel -> add(found, "profile " + kernel.name(), kernel.substitutions()));
    return List.copyOf(found.values());
  }

  private static void add(
      Map<String, Substitution> found, String source, Map<String, String> substitutions) {
    substitutions.forEach((operator, replacement) ->
        found.putIfAbsent(
            operator + " <- " + replacement,
            new Substitution(operator, replacement, new Position(source, 1, 1))));
  }

  private static Map<String, String> substitutions(Path config) {
    Map<String, String> found = new LinkedHashMap<>();
    for (Substitution line : Configuration.read(config).substitutions()) {
      String other = found.put(line.operator(), line.replacement());
      if (other != null) {
        String message = line.operator() + " is replaced twice: choose one line";
        throw new CompileException(List.of(new Problem(line.at(), message)));
      }
    }
    return found;
  }
}

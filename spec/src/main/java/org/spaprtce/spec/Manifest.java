package org.spaprtce.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The list of models with their expected answers: every {@code manifest*.json} of the folder of
 * models, in the order of their names.
 *
 * @param models the small suite, which every test run checks, in the order in which it is run
 * @param large the large suite, which is checked on request
 */
public record Manifest(List<Model> models, List<Model> large) {
  /** A file as it is written. */
  private record Listing(List<Model> models) {}

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .build();

  /** Copies the lists. */
  public Manifest {
    models = List.copyOf(models);
    large = List.copyOf(large);
  }

  /**
   * Reads the manifests of a folder of models.
   *
   * @throws IllegalArgumentException if a configuration of the folder is in no manifest or in two,
   *     an entry names a file that is not there, or there is no manifest
   */
  public static Manifest read(Path modelFolder) {
    List<Model> models = new ArrayList<>();
    for (String file : files(modelFolder)) {
      if (file.startsWith("manifest") && file.endsWith(".json")) {
        models.addAll(listing(read(modelFolder, file)));
      }
    }
    if (models.isEmpty()) {
      throw new IllegalArgumentException("folder=" + modelFolder + ": no model in any manifest");
    }
    requireComplete(models, modelFolder);
    return new Manifest(
        models.stream().filter(model -> !model.isLarge()).toList(),
        models.stream().filter(Model::isLarge).toList());
  }

  /** The models that one manifest lists, in its order. */
  static List<Model> listing(String text) {
    return JSON.readValue(text, Listing.class).models();
  }

  private static String read(Path folder, String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The models of both suites. */
  public List<Model> all() {
    return Stream.concat(models.stream(), large.stream()).toList();
  }

  /** The models of one kind in the small suite, in order. */
  public List<Model> ofKind(Model.Kind kind) {
    return models.stream().filter(model -> model.kind() == kind).toList();
  }

  private static void requireComplete(List<Model> models, Path folder) {
    Set<String> present = files(folder);
    Set<String> listed = new TreeSet<>();
    List<String> problems = new ArrayList<>();
    for (Model model : models) {
      if (!listed.add(model.config())) {
        problems.add(model.config() + " is listed twice in " + folder);
      }
      for (String file : List.of(model.config(), model.module())) {
        if (!present.contains(file)) {
          problems.add(file + " is in a manifest and not in " + folder);
        }
      }
    }
    for (String file : present) {
      if (file.endsWith(".cfg") && !listed.contains(file)) {
        problems.add(file + " is in " + folder + " and in no manifest");
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
  }

  private static Set<String> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

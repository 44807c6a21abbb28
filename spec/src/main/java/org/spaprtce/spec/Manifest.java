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
import tools.jackson.databind.json.JsonMapper;

/**
 * The list of models with their expected answers, {@code models/manifest.json}.
 *
 * @param models the models, in the order in which they are run
 */
public record Manifest(List<Model> models) {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  /** Copies the list. */
  public Manifest {
    models = List.copyOf(models);
  }

  /**
   * Reads the manifest of a folder of models.
   *
   * @throws IllegalArgumentException if a configuration of the folder is missing from the manifest,
   *     or an entry names a file that is not there
   */
  public static Manifest read(Path modelFolder) {
    Manifest manifest =
        JSON.readValue(modelFolder.resolve("manifest.json").toFile(), Manifest.class);
    manifest.requireComplete(modelFolder);
    return manifest;
  }

  /** The models of one kind, in order. */
  public List<Model> ofKind(Model.Kind kind) {
    return models.stream().filter(model -> model.kind() == kind).toList();
  }

  private void requireComplete(Path folder) {
    Set<String> listed = models.stream().map(Model::config).collect(Collectors.toSet());
    Set<String> present = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      files.map(file -> file.getFileName().toString()).forEach(present::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> problems = new ArrayList<>();
    for (Model model : models) {
      for (String file : List.of(model.config(), model.module())) {
        if (!present.contains(file)) {
          problems.add(file + " is in the manifest and not in " + folder);
        }
      }
    }
    for (String file : present) {
      if (file.endsWith(".cfg") && !listed.contains(file)) {
        problems.add(file + " is in " + folder + " and not in the manifest");
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
  }
}

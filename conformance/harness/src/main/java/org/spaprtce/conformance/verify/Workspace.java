package org.spaprtce.conformance.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the evidence is taken from.
 *
 * @param spec the folder of the normative modules
 * @param quirks the folder of the quirks
 * @param profiles the folder of the profiles
 * @param models the folder of the models
 * @param recordings the folder of the recordings
 */
public record Workspace(Path spec, Path quirks, Path profiles, Path models, Path recordings) {
  /**
   * The folders of a checkout.
   *
   * @throws IllegalArgumentException if one of them is not there
   */
  public static Workspace of(Path root) {
    Workspace workspace =
        new Workspace(
            root.resolve("spec/tla"),
            root.resolve("spec/quirks"),
            root.resolve("spec/profiles"),
            root.resolve("spec/models"),
            root.resolve("conformance/recordings"));
    for (Path folder : workspace.folders()) {
      if (!Files.isDirectory(folder)) {
        throw new IllegalArgumentException(
            "root="
                + root
                + " is not a checkout of this project: it has no folder "
                + root.relativize(folder));
      }
    }
    return workspace;
  }

  /** Where the modules are that models extend. */
  List<Path> libraries() {
    return List.of(spec, quirks, spec.resolveSibling("concurrency"));
  }

  private List<Path> folders() {
    return List.of(spec, quirks, profiles, models, recordings);
  }
}

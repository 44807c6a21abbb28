package org.spaprtce.conformance.graph;

import java.nio.file.Path;
import java.util.List;

/**
 * A model whose state graph TLC can build completely.
 *
 * <p>Its module defines {@code Constants}, a record from the name of each constant of the norm to
 * its value. The configuration may replace operators of the norm by quirks, and start in other
 * states than {@code Init} does. It sets neither constraint nor symmetry nor view, and its
 * next-state action chooses the arguments of the actions from constant sets, so that TLC labels
 * each transition.
 *
 * @param config the TLC configuration
 * @param module the root module
 * @param folders where the modules that it extends are found, besides its own folder
 */
public record GraphModel(Path config, Path module, List<Path> folders) {
  /** Copies the list. */
  public GraphModel {
    folders = List.copyOf(folders);
  }

  /** The name of the configuration without its suffix. */
  public String name() {
    return baseName(config);
  }

  static String baseName(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.[a-z]+$", "");
  }
}

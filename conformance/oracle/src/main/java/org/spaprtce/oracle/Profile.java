package org.spaprtce.oracle;

import java.util.List;
import java.util.Map;
import org.spaprtce.oracle.generated.Catalog;

/**
 * A kernel: the norm with the quirks that this kernel is known to have. The profile {@code norm}
 * has none.
 *
 * @param name as {@code linux-6.12}
 * @param substitutions the operators of the norm that it replaces, and by which others
 */
public record Profile(String name, Map<String, String> substitutions) {
  /** Copies the substitutions. */
  public Profile {
    substitutions = Map.copyOf(substitutions);
  }

  /**
   * The profile of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Profile named(String name) {
    return Catalog.PROFILES.stream()
        .filter(profile -> profile.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("profile=" + name + " not in " + names()));
  }

  /** The names of all profiles. */
  public static List<String> names() {
    return Catalog.PROFILES.stream().map(Profile::name).toList();
  }
}

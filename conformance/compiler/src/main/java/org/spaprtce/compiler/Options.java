package org.spaprtce.compiler;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What a compilation may be told beside the text.
 *
 * @param tlcOnly operators that are left out; a name that no operator has is a problem
 * @param library folders of modules that the spec extends and that do not stand beside it
 * @param substitutions which operators an instance of the class can replace, and by which others
 * @param roots for which operators the class is made
 */
public record Options(
    Set<String> tlcOnly, List<Path> library, List<Substitution> substitutions, Roots roots) {
  /** Everything is compiled as it stands. */
  public static final Options NONE = new Options(Set.of(), List.of(), List.of());

  /** These options without what the caller may change later. */
  public Options {
    tlcOnly = Set.copyOf(tlcOnly);
    library = List.copyOf(library);
    substitutions = List.copyOf(substitutions);
  }

  /** Options for a class of the whole module. */
  public Options(Set<String> tlcOnly, List<Path> library, List<Substitution> substitutions) {
    this(tlcOnly, library, substitutions, Roots.MODULE);
  }

  /** These options with other operators left out. */
  public Options withTlcOnly(Set<String> names) {
    return new Options(names, library, substitutions, roots);
  }
}

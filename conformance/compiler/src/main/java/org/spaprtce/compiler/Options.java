package org.spaprtce.compiler;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a compilation may be told beside the text.
 *
 * @param tlcOnly operators that are left out; a name that no operator has is a problem
 * @param library folders of modules that the spec extends and that do not stand beside it
 * @param configuration what TLC is told: the values of constants, which operators an instance of
 *     the class can replace and by which others, the names of the first and next states
 * @param exports where there are any, nothing is compiled but these operators, the first states and
 *     the next-state action, and what they use; no assumption either
 */
public record Options(
    Set<String> tlcOnly, List<Path> library, Configuration configuration, Set<String> exports) {
  /** Everything is compiled as it stands. */
  public static final Options NONE = new Options(Set.of(), List.of(), Configuration.EMPTY);

  /** These options without what the caller may change later. */
  public Options {
    tlcOnly = Set.copyOf(tlcOnly);
    library = List.copyOf(library);
    exports = Set.copyOf(exports);
  }

  /** Options for the whole of a module. */
  public Options(Set<String> tlcOnly, List<Path> library, Configuration configuration) {
    this(tlcOnly, library, configuration, Set.of());
  }

  /** Options whose configuration only replaces operators. */
  public Options(Set<String> tlcOnly, List<Path> library, List<Substitution> substitutions) {
    this(tlcOnly, library, new Configuration(List.of(), substitutions, Map.of()));
  }

  /** These options with other operators left out. */
  public Options withTlcOnly(Set<String> names) {
    return new Options(names, library, configuration, exports);
  }
}

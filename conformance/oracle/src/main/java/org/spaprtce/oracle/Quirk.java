package org.spaprtce.oracle;

import java.util.List;
import java.util.Map;
import org.spaprtce.oracle.generated.Catalog;

/**
 * A deviation from the norm that kernels are known to have.
 *
 * @param name a word
 * @param title what such a kernel does, in a sentence
 * @param bugs the defects that it is, in the numbering of the list of quirks
 * @param kernels the versions that have it
 * @param clauses the clauses of the norm that it breaks
 * @param substitutions the operators of the norm that it replaces, and by which others
 */
public record Quirk(
    String name,
    String title,
    List<String> bugs,
    String kernels,
    List<String> clauses,
    Map<String, String> substitutions) {

  /** Copies the lists. */
  public Quirk {
    bugs = List.copyOf(bugs);
    clauses = List.copyOf(clauses);
    substitutions = Map.copyOf(substitutions);
  }

  /** Every quirk. */
  public static List<Quirk> all() {
    return Catalog.QUIRKS;
  }
}

package org.spaprtce.compiler;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.spaprtce.compiler.ir.Position;

/**
 * What TLC configuration files say.
 *
 * @param assignments the lines {@code name = value}
 * @param substitutions the lines {@code operator <- replacement}
 * @param names what the other sections name
 */
public record Configuration(
    List<Assignment> assignments,
    List<Substitution> substitutions,
    Map<Section, List<Name>> names) {
  /** It says nothing. */
  public static final Configuration EMPTY = new Configuration(List.of(), List.of(), Map.of());

  /** A section that names operators. */
  public enum Section {
    /** The predicate of the first states. */
    INIT,
    /** The next-state action. */
    NEXT,
    /** The formula that has both. */
    SPECIFICATION,
    /** Predicates that hold in each state. */
    INVARIANT,
    /** Temporal formulas. */
    PROPERTY,
    /** Predicates of the states whose successors TLC looks for. */
    CONSTRAINT,
    /** Actions to which TLC restricts the transitions. */
    ACTION_CONSTRAINT,
    /** Permutations under which TLC takes states for equal. */
    SYMMETRY,
    /** What TLC compares states by. */
    VIEW
  }

  /** A name in a section, and where it stands. */
  public record Name(String text, Position at) {}

  /** A configuration that the caller cannot change later. */
  public Configuration {
    assignments = List.copyOf(assignments);
    substitutions = List.copyOf(substitutions);
    names = Map.copyOf(names);
  }

  /** The names in a section, in the order of the text. */
  public List<Name> names(Section section) {
    return names.getOrDefault(section, List.of());
  }

  /** What both say. */
  public Configuration and(Configuration other) {
    Map<Section, List<Name>> all = new EnumMap<>(Section.class);
    for (Section section : Section.values()) {
      all.put(section, joined(names(section), other.names(section)));
    }
    return new Configuration(
        joined(assignments, other.assignments), joined(substitutions, other.substitutions), all);
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }

  /**
   * Reads a file.
   *
   * @throws CompileException if the file cannot be read, or is not a configuration
   */
  public static Configuration read(Path file) {
    return ConfigurationReader.read(file);
  }
}

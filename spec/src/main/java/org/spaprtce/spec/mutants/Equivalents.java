package org.spaprtce.spec.mutants;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The mutants that mean the same as the norm, each with the reason. */
final class Equivalents {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final Map<String, String> reasons;

  private Equivalents(Map<String, String> reasons) {
    this.reasons = reasons;
  }

  private record Listed(List<Entry> equivalent) {}

  private record Entry(
      String module,
      String operator,
      String text,
      String becomes,
      @Nullable Integer occurrence,
      String reason) {
    String key() {
      Mutant.Range nowhere = new Mutant.Range(1, 1, 1, 1);
      int count = occurrence == null ? 1 : occurrence;
      return new Mutant(module, operator, text, becomes, count, nowhere).key();
    }
  }

  /**
   * Reads {@code mutants.json}.
   *
   * @throws IllegalArgumentException if a mutant is listed twice or without a reason
   */
  static Equivalents read(Path file) {
    Map<String, String> reasons = new HashMap<>();
    for (Entry entry : JSON.readValue(file.toFile(), Listed.class).equivalent()) {
      if (entry.reason().isBlank()) {
        throw new IllegalArgumentException("mutant=" + entry.key() + ": no reason");
      }
      if (reasons.put(entry.key(), entry.reason()) != null) {
        throw new IllegalArgumentException("mutant=" + entry.key() + ": listed twice");
      }
    }
    return new Equivalents(reasons);
  }

  /** Why the mutant means the same as the norm, if it is listed. */
  Optional<String> reason(Mutant mutant) {
    return Optional.ofNullable(reasons.get(mutant.key()));
  }

  /** The listed mutants that the norm does not have. */
  Set<String> unknown(List<Mutant> mutants) {
    Set<String> known = mutants.stream().map(Mutant::key).collect(Collectors.toSet());
    Set<String> unknown = new TreeSet<>(reasons.keySet());
    unknown.removeAll(known);
    return unknown;
  }
}

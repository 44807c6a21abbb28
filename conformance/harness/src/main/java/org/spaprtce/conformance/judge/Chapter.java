package org.spaprtce.conformance.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.spaprtce.oracle.Oracle;
import org.spaprtce.oracle.Profile;
import org.spaprtce.oracle.Quirk;
import org.spaprtce.oracle.runtime.Value;

/** The rules for one cast on one machine, by the quirks that apply. */
final class Chapter {
  /** Enough for one quirk and for two of those that a kernel has. */
  private static final int REMEMBERED = 256;

  private final Map<String, Value> constants;
  private final Rulebook.Recent<Set<String>, Optional<Rules>> byQuirks =
      new Rulebook.Recent<>(REMEMBERED);

  /** The rules for the constants of the norm. */
  Chapter(Map<String, Value> constants) {
    this.constants = constants;
  }

  /** The quirks of a profile, by name. */
  static Set<String> quirks(Profile profile) {
    Set<String> names = new TreeSet<>();
    for (Quirk quirk : Quirk.all()) {
      if (profile.substitutions().entrySet().containsAll(quirk.substitutions().entrySet())) {
        names.add(quirk.name());
      }
    }
    return names;
  }

  /** The rules with the quirks of a profile. */
  Rules ofProfile(Set<String> quirks) {
    return with(quirks)
        .orElseThrow(() -> new IllegalStateException("quirks=" + quirks + " exclude each other"));
  }

  /** The rules with these quirks; none if two of them replace the same operator. */
  Optional<Rules> with(Set<String> quirks) {
    return byQuirks.get(quirks, this::make);
  }

  private Optional<Rules> make(Set<String> names) {
    Map<String, String> substitutions = new HashMap<>();
    List<Quirk> quirks = new ArrayList<>(Quirk.all());
    quirks.removeIf(quirk -> !names.contains(quirk.name()));
    for (Quirk quirk : quirks) {
      for (Map.Entry<String, String> one : quirk.substitutions().entrySet()) {
        String other = substitutions.putIfAbsent(one.getKey(), one.getValue());
        if (other != null && !other.equals(one.getValue())) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(new Rules(Oracle.of(constants, substitutions)));
  }
}

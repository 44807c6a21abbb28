package org.spaprtce.conformance.judge;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.spaprtce.conformance.norm.Cast;
import org.spaprtce.conformance.norm.Machine;
import org.spaprtce.conformance.norm.NormConstants;
import org.spaprtce.oracle.Oracle;
import org.spaprtce.oracle.Profile;
import org.spaprtce.oracle.Quirk;

/**
 * The rules on one machine, by the cast and by the quirks that apply. It remembers those that were
 * asked for last; it is for one thread.
 */
final class Rulebook {
  private static final int REMEMBERED = 256;

  private record Question(Cast cast, Set<String> quirks) {}

  private final Machine machine;
  private final BigInteger pageSize;
  private final LinkedHashMap<Question, Optional<Rules>> answers =
      new LinkedHashMap<>(REMEMBERED, 0.75f, true);

  Rulebook(Machine machine, BigInteger pageSize) {
    this.machine = machine;
    this.pageSize = pageSize;
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

  /** The rules with these quirks; none if two of them replace the same operator. */
  Optional<Rules> with(Cast cast, Set<String> quirks) {
    Question question = new Question(cast, Set.copyOf(quirks));
    Optional<Rules> rules = answers.get(question);
    if (rules == null) {
      rules = make(question);
      answers.put(question, rules);
      if (answers.size() > REMEMBERED) {
        answers.pollFirstEntry();
      }
    }
    return rules;
  }

  private Optional<Rules> make(Question question) {
    Map<String, String> substitutions = new HashMap<>();
    List<Quirk> quirks = new ArrayList<>(Quirk.all());
    quirks.removeIf(quirk -> !question.quirks.contains(quirk.name()));
    for (Quirk quirk : quirks) {
      for (Map.Entry<String, String> one : quirk.substitutions().entrySet()) {
        String other = substitutions.putIfAbsent(one.getKey(), one.getValue());
        if (other != null && !other.equals(one.getValue())) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(
        new Rules(
            Oracle.of(NormConstants.of(question.cast, machine, pageSize), substitutions)));
  }
}

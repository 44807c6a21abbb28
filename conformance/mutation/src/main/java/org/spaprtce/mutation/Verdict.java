package org.spaprtce.mutation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.spaprtce.mutation.Mutant.Fate;

/**
 * What the mutants of a module say about its tests.
 *
 * @param mutants all of them
 */
record Verdict(Subject subject, List<Mutant> mutants) {
  private static final int PERCENT = 100;
  private static final String ROW = "%-44s %8s %8s %9s %10s %10s %7s%n";

  /** The table: a row for each class, and the sum. */
  String table() {
    StringBuilder table = new StringBuilder();
    table.append(
        ROW.formatted(
            subject.name(), "mutants", "killed", "survived", "unreached", "timed out", "broken"));
    mutants.stream()
        .collect(groupingBy(mutant -> className(mutant.key()), TreeMap::new, toList()))
        .forEach((name, some) -> table.append(row(name, some)));
    return table.append(row("all", mutants)).toString();
  }

  private static String className(Mutant.Key key) {
    String[] words = key.type().split("\\.", -1);
    int last = words.length - 1;
    return last == 0 ? key.type() : words[last - 1] + "." + words[last];
  }

  private static String row(String name, List<Mutant> some) {
    return ROW.formatted(
        name,
        some.size(),
        count(some, Fate.KILLED),
        count(some, Fate.SURVIVED),
        count(some, Fate.UNREACHED),
        count(some, Fate.TIMED_OUT),
        count(some, Fate.BROKEN));
  }

  private static long count(List<Mutant> some, Fate fate) {
    return some.stream().filter(mutant -> mutant.fate() == fate).count();
  }

  /** How many are noticed: a test fails, or runs for ever and is known to. */
  private long killed() {
    return count(mutants, Fate.KILLED) + endless().count();
  }

  private Stream<Mutant> endless() {
    Set<Mutant.Key> known = subject.knownToBeEndless();
    return mutants.stream().filter(m -> m.fate() == Fate.TIMED_OUT && known.contains(m.key()));
  }

  /** The score in a sentence. */
  String score() {
    long killed = killed();
    return "%s: %d of %d mutants killed (%d of them run for ever), %.1f %%, at least %d %% asked for"
        .formatted(
            subject.name(),
            killed,
            mutants.size(),
            endless().count(),
            mutants.isEmpty() ? 0.0 : (double) PERCENT * killed / mutants.size(),
            subject.threshold());
  }

  /** What is wrong, a line each; nothing if the tests suffice. */
  List<String> problems() {
    if (mutants.isEmpty()) {
      return List.of("no mutant: classes=" + subject.classes() + " match nothing");
    }
    List<String> problems = new ArrayList<>();
    if (mutants.stream().allMatch(mutant -> mutant.tests() == 0)) {
      problems.add("no test ran");
    }
    Set<String> killers = mutants.stream().map(Mutant::killer).collect(toSet());
    for (String engine : subject.engines()) {
      if (!killers.contains(engine)) {
        problems.add("engine=" + engine + " killed nothing: its tests do not run");
      }
    }
    if (killed() * PERCENT < (long) subject.threshold() * mutants.size()) {
      problems.add("too few are killed");
    }
    Set<Mutant.Key> known = new HashSet<>(subject.knownToSurvive());
    for (Mutant mutant : mutants) {
      if (mutant.isSurvivor() && !known.contains(mutant.key())) {
        problems.add("survives: " + describe(mutant));
      }
    }
    known.addAll(subject.knownToBeEndless());
    known.removeAll(mutants.stream().map(Mutant::key).collect(toSet()));
    known.forEach(key -> problems.add("listed, but there is no such mutant: " + key));
    return problems;
  }

  /** What need not be so, a line each: entries that say nothing, and time-outs without one. */
  List<String> remarks() {
    Set<Mutant.Key> endless = subject.knownToBeEndless();
    Set<Mutant.Key> known = new HashSet<>(subject.knownToSurvive());
    known.addAll(endless);
    List<String> remarks = new ArrayList<>();
    for (Mutant mutant : mutants) {
      if (mutant.fate() == Fate.KILLED && known.contains(mutant.key())) {
        remarks.add("listed, but killed: " + describe(mutant));
      } else if (mutant.fate() == Fate.TIMED_OUT && !endless.contains(mutant.key())) {
        remarks.add("timed out, and not known to be endless: " + describe(mutant));
      }
    }
    return remarks;
  }

  private static String describe(Mutant mutant) {
    return mutant.key() + ", line " + mutant.line() + ": " + mutant.description();
  }
}

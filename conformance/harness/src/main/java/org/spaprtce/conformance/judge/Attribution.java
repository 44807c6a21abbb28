package org.spaprtce.conformance.judge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.Value;

/**
 * Finds the quirks by which a kernel does in a state what the judging profile does not allow: the
 * fewest that must change sides for all that the kernel might do to be allowed.
 */
final class Attribution {
  /** More quirks than these never met in one step; all are named then. */
  private static final int MOST = 3;

  private final Set<String> followed;
  private final List<String> differing;

  /**
   * An attribution of the differences between two sets of quirks.
   *
   * @param followed the quirks that the recorded kernel has
   * @param judging the quirks by which it is judged
   */
  Attribution(Set<String> followed, Set<String> judging) {
    this.followed = followed;
    Set<String> all = new TreeSet<>(followed);
    all.addAll(judging);
    all.removeIf(name -> followed.contains(name) && judging.contains(name));
    this.differing = List.copyOf(all);
  }

  /** The quirks that explain why an outcome is not among those of the judging profile. */
  Set<String> of(Chapter chapter, State state, Value command, Set<Outcome> judged) {
    for (int size = 1; size <= Math.min(MOST, differing.size()); size++) {
      for (List<String> some : choices(differing, size)) {
        Optional<Rules> rules = chapter.with(changed(some));
        if (rules.isPresent() && judged.containsAll(rules.get().outcomes(state, command))) {
          return new TreeSet<>(some);
        }
      }
    }
    return new TreeSet<>(differing);
  }

  private Set<String> changed(Collection<String> names) {
    Set<String> quirks = new TreeSet<>(followed);
    for (String name : names) {
      if (!quirks.remove(name)) {
        quirks.add(name);
      }
    }
    return quirks;
  }

  private static List<List<String>> choices(List<String> names, int size) {
    if (size == 0) {
      return List.of(List.of());
    }
    List<List<String>> choices = new ArrayList<>();
    for (int i = 0; i + size <= names.size(); i++) {
      for (List<String> rest : choices(names.subList(i + 1, names.size()), size - 1)) {
        List<String> choice = new ArrayList<>(List.of(names.get(i)));
        choice.addAll(rest);
        choices.add(choice);
      }
    }
    return choices;
  }
}

package org.spaprtce.conformance.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.spaprtce.conformance.sut.Divergence;
import org.spaprtce.conformance.sut.Lockstep;
import org.spaprtce.conformance.sut.Scenario;
import org.spaprtce.conformance.sut.Step;
import org.spaprtce.conformance.sut.SystemUnderTest;
import org.spaprtce.oracle.Oracle;

/** Delta debugging: leaves out of a failing sequence whatever it fails without. */
public final class Minimizer {
  private Minimizer() {}

  /**
   * The divergence of a shortest part of the steps that led to one: without any of its steps there
   * is none.
   */
  public static Divergence shortest(
      Divergence divergence, Function<Scenario, SystemUnderTest> systems) {
    Scenario scenario = divergence.scenario();
    Oracle oracle = Oracle.of(scenario.constants());
    List<Step> steps =
        minimize(divergence.steps(), part -> replay(scenario, oracle, part, systems).isPresent());
    return replay(scenario, oracle, steps, systems).orElse(divergence);
  }

  private static Optional<Divergence> replay(
      Scenario scenario,
      Oracle oracle,
      List<Step> steps,
      Function<Scenario, SystemUnderTest> systems) {
    try (Lockstep lockstep = new Lockstep(scenario, oracle, systems)) {
      steps.forEach(lockstep::take);
      return Optional.empty();
    } catch (Divergence divergence) {
      return Optional.of(divergence);
    }
  }

  /**
   * A part of the list that still fails and of which no element can be left out.
   *
   * @param failing a list for which the predicate holds
   * @param fails whether a list fails
   */
  static <T> List<T> minimize(List<T> failing, Predicate<List<T>> fails) {
    List<T> list = failing;
    int parts = 2;
    while (list.size() >= 2) {
      int length = (list.size() + parts - 1) / parts;
      List<T> shorter = withoutOnePart(list, length, fails);
      if (shorter.size() < list.size()) {
        list = shorter;
        parts = Math.max(parts - 1, 2);
      } else if (length == 1) {
        break;
      } else {
        parts = Math.min(parts * 2, list.size());
      }
    }
    return list;
  }

  private static <T> List<T> withoutOnePart(List<T> list, int length, Predicate<List<T>> fails) {
    for (int from = 0; from < list.size(); from += length) {
      List<T> rest = new ArrayList<>(list.subList(0, from));
      rest.addAll(list.subList(Math.min(list.size(), from + length), list.size()));
      if (fails.test(rest)) {
        return rest;
      }
    }
    return list;
  }
}

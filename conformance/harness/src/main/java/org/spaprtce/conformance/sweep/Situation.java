package org.spaprtce.conformance.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.spaprtce.conformance.sut.HostedSystem;
import org.spaprtce.conformance.sut.Lockstep;
import org.spaprtce.conformance.sut.Needs;
import org.spaprtce.conformance.sut.Scenario;
import org.spaprtce.conformance.sut.Step;
import org.spaprtce.conformance.sut.SystemUnderTest;
import org.spaprtce.conformance.workload.Openings;
import org.spaprtce.conformance.workload.Resolver;
import org.spaprtce.conformance.workload.Scenarios;
import org.spaprtce.conformance.workload.Selector;
import org.spaprtce.oracle.Oracle;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/**
 * A prepared state, and commands that succeed in it.
 *
 * @param scenario the surroundings
 * @param oracle the norm in them
 * @param path how the state is reached
 * @param state the state
 */
record Situation(Scenario scenario, Oracle oracle, List<Step> path, State state) {
  private static final long SEED = 7;
  private static final int DRAWS = 800;

  /** Random steps after an opening, so that tables and blocks are in use. */
  private static final int FURTHER = 12;

  private static final Set<Value> SUCCESS = Set.of(Values.string("OK"));

  /** Every opening in every surroundings, and where some further steps lead from there. */
  static List<Situation> all(Function<Scenario, SystemUnderTest> systems) {
    List<Situation> all = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(SEED);
    for (Scenario scenario : Scenarios.ALL) {
      Oracle oracle = Oracle.of(scenario.constants());
      for (int i = 0; i < Openings.COUNT; i++) {
        try (Lockstep lockstep = new Lockstep(scenario, oracle, systems)) {
          Openings.of(scenario, i).forEach(lockstep::take);
          all.add(new Situation(scenario, oracle, lockstep.steps(), lockstep.state()));
          for (int j = 0; j < FURTHER; j++) {
            lockstep.take(Resolver.resolve(Selector.draw(random), lockstep));
          }
          all.add(new Situation(scenario, oracle, lockstep.steps(), lockstep.state()));
        }
      }
    }
    return all;
  }

  /**
   * For each command one that succeeds, if any was found: the one that asks most of its
   * environment.
   */
  Map<String, Value> successes(Function<Scenario, SystemUnderTest> systems) {
    Map<String, Value> best = new LinkedHashMap<>();
    Map<String, Integer> most = new LinkedHashMap<>();
    SplittableRandom random = new SplittableRandom(SEED);
    Needs needs = new Needs(oracle, state);
    try (Lockstep here = Lockstep.resumed(scenario, oracle, systems, path, state)) {
      for (int i = 0; i < DRAWS; i++) {
        if (Resolver.resolve(Selector.draw(random), here) instanceof Step.Call call
            && oracle.allowed(state, call.command()).equals(SUCCESS)) {
          int asked = Shortage.of(needs, call.command(), scenario.pageSize()).size();
          if (asked > most.getOrDefault(call.name(), -1)) {
            most.put(call.name(), asked);
            best.put(call.name(), call.command());
          }
        }
      }
    }
    return best;
  }

  /** A system in this state. */
  HostedSystem driven(Function<Scenario, HostedSystem> systems) {
    HostedSystem system = systems.apply(scenario);
    path.forEach(step -> Lockstep.drive(system, step));
    return system;
  }

  /** A command in one line. */
  static String text(Value command) {
    return new Step.Call(command).toString();
  }

  /** The system in this state, with the oracle beside it. */
  Lockstep resumed(Function<Scenario, SystemUnderTest> systems) {
    return Lockstep.resumed(scenario, oracle, systems, path, state);
  }
}

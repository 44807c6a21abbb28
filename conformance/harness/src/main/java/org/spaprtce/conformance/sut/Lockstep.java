package org.spaprtce.conformance.sut;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.spaprtce.Iova;
import org.spaprtce.Outcome;
import org.spaprtce.ProcessState;
import org.spaprtce.TceEntry;
import org.spaprtce.UserAddress;
import org.spaprtce.oracle.Oracle;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/**
 * A system and the oracle, taking the same steps.
 *
 * <p>After each step the outcome must be one that the norm allows, the whole state must be the
 * norm's, every invariant must hold, what a device finds must be what the TCEs say, and the limit
 * must not have been passed. Otherwise the step throws {@link Divergence}.
 */
public final class Lockstep {
  private final Scenario scenario;
  private final SystemUnderTest system;
  private final Oracle oracle;
  private final List<Step> steps = new ArrayList<>();
  private final List<String> results = new ArrayList<>();
  private State state;

  /** Starts a system and the oracle from the scenario's initial state, and compares the two. */
  public Lockstep(Scenario scenario, Function<Scenario, SystemUnderTest> systems) {
    this.scenario = scenario;
    this.system = systems.apply(scenario);
    this.oracle = Oracle.of(SpecVocabulary.constants(scenario));
    this.state = oracle.initial();
    compareStates(List.of(state));
  }

  /** The surroundings. */
  public Scenario scenario() {
    return scenario;
  }

  /** The system's state, which after a step without divergence is the norm's. */
  public ProcessState observed() {
    return system.state();
  }

  /**
   * Takes one step.
   *
   * @return the result, in the spec's words
   * @throws Divergence if the system did what the norm does not allow
   */
  public String take(Step step) {
    Value command = SpecVocabulary.command(step);
    Set<Value> allowed = oracle.allowed(state, command);
    Outcome outcome = system.execute(step);
    String result = SpecVocabulary.result(outcome);
    steps.add(step);
    results.add(result);
    if (!allowed.contains(Values.string(result))) {
      throw diverged(
          "expected one of " + allowed + " " + deciding(command) + ", got " + blamed(outcome));
    }
    BigInteger before = lockedVm();
    state = compareStates(oracle.apply(state, command, Values.string(result)));
    requireInvariants();
    requireWithinLimit(before, step.environment());
    requireDeviceView();
    return result;
  }

  @Override
  public String toString() {
    return scenario + " after " + steps;
  }

  private Divergence diverged(String difference) {
    return new Divergence(scenario, steps, results, difference);
  }

  /** The clauses of the checks that fail, or what success would need. */
  private String deciding(Value command) {
    List<String> failing =
        oracle.module().eval(state, "Checks", command).asList().stream()
            .filter(check -> check.field("fails").asBoolean())
            .sorted(Comparator.comparingLong(check -> check.field("step").asLong()))
            .map(check -> check.field("clause").asString())
            .toList();
    return failing.isEmpty() ? "(no check fails)" : "(failing checks in order: " + failing + ")";
  }

  /** The result, and the clause that the implementation itself gives for a rejection. */
  private static String blamed(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done _ -> SpecVocabulary.result(outcome);
      case Outcome.Rejected rejected ->
          SpecVocabulary.result(outcome) + " (of " + rejected.clause() + ")";
    };
  }

  private State compareStates(List<State> successors) {
    Map<String, Value> observed = SpecVocabulary.variables(system.state());
    List<String> differences = new ArrayList<>();
    for (State successor : successors) {
      List<String> here = new ArrayList<>();
      for (String variable : successor.variables()) {
        Value expected = successor.get(variable);
        Value found = observed.get(variable);
        if (!Objects.equals(expected, found)) {
          here.add(variable + " expected " + expected + " found " + found);
        }
      }
      if (here.isEmpty()) {
        return successor;
      }
      differences.add(String.join("; ", here));
    }
    throw diverged("state differs: " + String.join(" or ", differences));
  }

  private void requireInvariants() {
    List<String> violated = oracle.violated(state);
    if (!violated.isEmpty()) {
      throw diverged("the norm's own invariants are violated: " + violated + "\n" + state);
    }
  }

  /** What is charged by a step is within the limit of its caller [ACC-2]. */
  private void requireWithinLimit(BigInteger before, Environment environment) {
    BigInteger after = lockedVm();
    BigInteger limit =
        Values.unsigned(environment.memlock())
            .asBigInteger()
            .divide(BigInteger.valueOf(scenario.pageSize()));
    if (!environment.capIpcLock() && after.compareTo(before) > 0 && after.compareTo(limit) > 0) {
      throw diverged("charged to lockedVm=" + after + " past the limit of " + limit + " pages");
    }
  }

  private BigInteger lockedVm() {
    return state.get("lockedVm").asBigInteger();
  }

  /** A device finds each run's first and last page, and nothing just outside of a run alone. */
  private void requireDeviceView() {
    ProcessState observed = system.state();
    for (ProcessState.Container container : observed.containers()) {
      for (ProcessState.Run run : container.runs()) {
        long last = run.size() - 1;
        requireEntry(container, run, 0);
        requireEntry(container, run, last);
        requireEmptyOutside(container, run.iova().value() + run.size());
        requireEmptyOutside(container, run.iova().value() - 1);
      }
    }
  }

  private void requireEntry(ProcessState.Container container, ProcessState.Run run, long offset) {
    Iova iova = new Iova(run.iova().value() + offset);
    TceEntry expected =
        new TceEntry(
            ScriptedPlatform.physical(new UserAddress(run.ua().value() + offset)),
            run.permission());
    Optional<TceEntry> found = system.translate(container.id().number(), iova);
    if (!found.equals(Optional.of(expected))) {
      throw diverged("a device at " + iova + " should find " + expected + ", finds " + found);
    }
  }

  private void requireEmptyOutside(ProcessState.Container container, long address) {
    Iova iova = new Iova(address);
    boolean mapped =
        container.runs().stream()
            .anyMatch(run -> Long.compareUnsigned(address - run.iova().value(), run.size()) < 0);
    if (!mapped && system.translate(container.id().number(), iova).isPresent()) {
      throw diverged("a device at " + iova + " should find nothing, finds a TCE");
    }
  }
}

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
  /** Follows the result of a refused command that cleared TCEs. */
  public static final String CLEARING = ", clearing";

  private final Scenario scenario;
  private final SystemUnderTest system;
  private final Oracle oracle;
  private final List<Step> steps = new ArrayList<>();
  private final List<String> results = new ArrayList<>();
  private State state;

  /** Starts a system and the oracle from the state that a scenario starts in, and compares both. */
  public Lockstep(Scenario scenario, Function<Scenario, SystemUnderTest> systems) {
    this.scenario = scenario;
    this.system = systems.apply(scenario);
    this.oracle = Oracle.of(SpecVocabulary.constants(scenario));
    this.state = Opening.of(oracle, scenario);
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
   * @return the result, in the spec's words; {@value #CLEARING} follows it where the command was
   *     refused and cleared TCEs
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
    State before = state;
    state = compareStates(oracle.apply(state, command, Values.string(result)));
    requireInvariants();
    requireWithinLimit(lockedVm(before), step.host());
    requireDeviceView();
    boolean refused = outcome instanceof Outcome.Rejected;
    return refused && !state.equals(before) ? result + CLEARING : result;
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
        oracle.explain(state, command).stream()
            .filter(Oracle.Check::fails)
            .sorted(Comparator.comparingLong(Oracle.Check::step))
            .map(Oracle.Check::clause)
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
  private void requireWithinLimit(BigInteger before, HostAnswers host) {
    BigInteger after = lockedVm(state);
    BigInteger limit =
        Values.unsigned(host.memlock())
            .asBigInteger()
            .divide(BigInteger.valueOf(scenario.pageSize()));
    if (!host.capIpcLock() && after.compareTo(before) > 0 && after.compareTo(limit) > 0) {
      throw diverged("charged to lockedVm=" + after + " past the limit of " + limit + " pages");
    }
  }

  private static BigInteger lockedVm(State state) {
    return state.get("lockedVm").field(SpecVocabulary.PROCESS).asBigInteger();
  }

  /** A device finds what the norm says, at the edges of each run and just outside of them. */
  private void requireDeviceView() {
    for (ProcessState.Container container : system.state().containers()) {
      for (ProcessState.Run run : container.runs()) {
        long first = run.iova().value();
        long end = first + run.size();
        for (long iova : new long[] {first - 1, first, end - 1, end}) {
          requireEntry(container.id().number(), iova);
        }
      }
    }
  }

  private void requireEntry(int container, long iova) {
    Value group = Values.string(SpecVocabulary.group(container));
    Optional<TceEntry> expected =
        oracle.evaluate(state, "DeviceView", group, Values.unsigned(iova)).asList().stream()
            .map(SpecVocabulary::entry)
            .findFirst();
    Optional<TceEntry> found = system.translate(container, new Iova(iova));
    if (!found.equals(expected)) {
      throw diverged(
          "a device at 0x%x should find %s, finds %s"
              .formatted(iova, shown(expected), shown(found)));
    }
  }

  private static String shown(Optional<TceEntry> entry) {
    return entry.map(TceEntry::toString).orElse("nothing");
  }
}

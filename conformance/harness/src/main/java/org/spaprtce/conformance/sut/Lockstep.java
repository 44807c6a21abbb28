package org.spaprtce.conformance.sut;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.spaprtce.oracle.Oracle;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/**
 * A system and the oracle, taking the same steps.
 *
 * <p>After each step the outcome must be one that the norm allows, what the command handed out must
 * be what the norm says, the whole state must be the norm's, every invariant must hold, what a
 * device finds must be what the TCEs say, the limit must not have been passed, and the host must
 * have been given back what the state does not need. Otherwise the step throws {@link Divergence}.
 */
public final class Lockstep implements AutoCloseable {
  private final Scenario scenario;
  private final SystemUnderTest system;
  private final Oracle oracle;
  private final List<Step> steps = new ArrayList<>();
  private final List<String> results = new ArrayList<>();
  private State state;

  /** Starts a system and the oracle from the norm's initial state, and compares both. */
  public Lockstep(Scenario scenario, Function<Scenario, SystemUnderTest> systems) {
    this(scenario, Oracle.of(scenario.constants()), systems);
  }

  /** The same with an oracle that is at hand, for these constants. */
  public Lockstep(Scenario scenario, Oracle oracle, Function<Scenario, SystemUnderTest> systems) {
    this(scenario, oracle, systems.apply(scenario), oracle.initial());
  }

  private Lockstep(Scenario scenario, Oracle oracle, SystemUnderTest system, State state) {
    this.scenario = scenario;
    this.system = system;
    this.oracle = oracle;
    this.state = state;
    this.state = observed(List.of(state));
  }

  /**
   * Starts where steps lead that a lockstep has taken before: only where they end is compared.
   *
   * @param state the state that they end in
   */
  public static Lockstep resumed(
      Scenario scenario,
      Oracle oracle,
      Function<Scenario, SystemUnderTest> systems,
      List<Step> steps,
      State state) {
    SystemUnderTest system = systems.apply(scenario);
    List<String> results = steps.stream().map(step -> drive(system, step)).toList();
    Lockstep lockstep = new Lockstep(scenario, oracle, system, state);
    lockstep.steps.addAll(steps);
    lockstep.results.addAll(results);
    return lockstep;
  }

  /**
   * Goes on with a system that steps have led to a state.
   *
   * @param steps the steps, of which only a divergence tells
   */
  public static Lockstep at(
      Scenario scenario, Oracle oracle, SystemUnderTest system, List<Step> steps, State state) {
    Lockstep lockstep = new Lockstep(scenario, oracle, system, state);
    lockstep.steps.addAll(steps);
    steps.forEach(_ -> lockstep.results.add("..."));
    return lockstep;
  }

  /** Has a system take a step, and compares nothing; returns what it answers. */
  public static String drive(SystemUnderTest system, Step step) {
    return switch (step) {
      case Step.Call call -> system.execute(call.command()).toString();
      case Step.LockedElsewhere locked -> {
        system.lockElsewhere(locked.process(), locked.pages());
        yield Answer.OK;
      }
    };
  }

  /** The steps taken. */
  public List<Step> steps() {
    return List.copyOf(steps);
  }

  /** The surroundings. */
  public Scenario scenario() {
    return scenario;
  }

  /** The state of both. */
  public State state() {
    return state;
  }

  /** How many steps were taken. */
  public int length() {
    return steps.size();
  }

  /** The oracle, for questions about the state. */
  public Oracle oracle() {
    return oracle;
  }

  /**
   * Takes one step.
   *
   * @return what happened
   * @throws Divergence if the system did what the norm does not allow
   */
  public Taken take(Step step) {
    steps.add(step);
    return switch (step) {
      case Step.Call call -> call(call);
      case Step.LockedElsewhere locked -> locked(locked);
    };
  }

  private Taken locked(Step.LockedElsewhere step) {
    State before = state;
    system.lockElsewhere(step.process(), step.pages());
    results.add(Answer.OK);
    state = observed(oracle.fact(state, step.name(), step.arguments()));
    return new Taken(step.name(), Answer.OK, List.of(), before, state);
  }

  private Taken call(Step.Call step) {
    Value command = step.command();
    Set<Value> allowed = oracle.allowed(state, command);
    List<Oracle.Check> failing = failing(command);
    Answer answer = system.execute(command);
    results.add(answer.toString());
    Value result = Values.string(answer.result());
    if (!allowed.contains(result)) {
      throw diverged("expected one of " + allowed + " " + clauses(failing) + ", got " + answer);
    }
    requireOutput(command, result, answer.output());
    State before = state;
    state = observed(oracle.apply(state, command, result));
    requireInvariants();
    requireWithinLimit(before, command);
    requireDeviceView();
    requireNoLeaks();
    List<String> deciding =
        failing.stream()
            .filter(check -> check.step() == failing.getFirst().step())
            .filter(check -> check.result().equals(answer.result()))
            .map(Oracle.Check::clause)
            .toList();
    return new Taken(step.name(), answer.result(), deciding, before, state);
  }

  @Override
  public String toString() {
    return scenario + " after " + steps;
  }

  @Override
  public void close() {
    system.close();
  }

  private Divergence diverged(String difference) {
    return new Divergence(scenario, steps, results, difference);
  }

  private List<Oracle.Check> failing(Value command) {
    return oracle.explain(state, command).stream()
        .filter(Oracle.Check::fails)
        .sorted(Comparator.comparingLong(Oracle.Check::step))
        .toList();
  }

  private static String clauses(List<Oracle.Check> failing) {
    return failing.isEmpty()
        ? "(no check fails)"
        : "(failing checks in order: " + failing.stream().map(Oracle.Check::clause).toList() + ")";
  }

  private void requireOutput(Value command, Value result, Value found) {
    Value expected = oracle.output(state, command, result);
    if (!expected.equals(found)) {
      throw diverged("expected the output " + expected + ", got " + found);
    }
  }

  private State observed(List<State> successors) {
    List<String> differences = new ArrayList<>();
    State found = Observed.state(system, oracle.module().variables());
    for (State successor : successors) {
      if (successor.equals(found)) {
        return successor;
      }
      differences.add(Observed.difference(successor, found));
    }
    throw diverged("state differs: " + String.join(" or ", differences));
  }

  private void requireInvariants() {
    List<String> violated = oracle.violated(state);
    if (!violated.isEmpty()) {
      throw diverged("the norm's own invariants are violated: " + violated + "\n" + state);
    }
  }

  /** What is charged by a call is within the limit of its caller [ACC-2]. */
  private void requireWithinLimit(State before, Value command) {
    Value process = command.field("process");
    var charged = before.get("lockedVm").at(process).asBigInteger();
    var now = state.get("lockedVm").at(process).asBigInteger();
    Value environment = command.field("env");
    var limit = environment.field("memlock").asBigInteger().divide(scenario.pageSize());
    boolean passed = now.compareTo(charged) > 0 && now.compareTo(limit) > 0;
    if (passed && !environment.field("capIpcLock").asBoolean()) {
      throw diverged("charged to lockedVm=" + now + " past the limit of " + limit + " pages");
    }
  }

  private void requireDeviceView() {
    List<String> differences = DeviceViews.differences(oracle, state, system);
    if (!differences.isEmpty()) {
      throw diverged(differences.getFirst());
    }
  }

  private void requireNoLeaks() {
    List<String> leaks = system.leaks();
    if (!leaks.isEmpty()) {
      throw diverged("the host is left with " + leaks);
    }
  }
}

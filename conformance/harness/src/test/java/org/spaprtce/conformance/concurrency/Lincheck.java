package org.spaprtce.conformance.concurrency;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Options;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.jetbrains.lincheck.datastructures.verifier.Verifier;
import org.jetbrains.lincheck.util.LoggingLevel;

/** Runs of Lincheck with scenarios of one's own. */
final class Lincheck {
  /**
   * Rounds of a loop after which it is taken for waiting, and other threads go on: more than the
   * loops have that do work, such as the one over a chunk of counts.
   */
  private static final int LONGEST_LOOP = 100;

  /** Rounds after which threads that wait for each other are taken for hung. */
  private static final int HUNG = 100 * LONGEST_LOOP;

  private Lincheck() {}

  /**
   * Scenarios that are explored interleaving by interleaving, at most so many each.
   *
   * <p>Lincheck's log is off: it would name every final field that it cannot put back between two
   * runs.
   */
  static ModelCheckingOptions modelChecking(int interleavings) {
    return new ModelCheckingOptions()
        .addGuarantee(
            ManagedStrategyGuaranteeKt.forClasses(Lincheck::isSequential).allMethods().ignore())
        .addGuarantee(
            ManagedStrategyGuaranteeKt.forClasses("org.spaprtce.engine.MachineEngine")
                .methods("state")
                .ignore())
        .loopIterationsBeforeThreadSwitch(LONGEST_LOOP)
        .loopBound(HUNG)
        .logLevel(LoggingLevel.OFF)
        .iterations(0)
        .invocationsPerIteration(interleavings)
        .minimizeFailedScenario(false);
  }

  /** Scenarios that are run so many times each, as the machine happens to interleave them. */
  static StressOptions stress(int runs) {
    return new StressOptions()
        .iterations(0)
        .invocationsPerIteration(runs)
        .minimizeFailedScenario(false);
  }

  /**
   * Classes in which no thread need be interrupted: collections, all of which locks guard or which
   * are never changed; the simulated host, whose calls exclude each other; values. The look at the
   * whole state, which comes after all calls, is such a method too.
   *
   * <p>No thread is interrupted in what these call either. So functions must not be among them:
   * what the engine does under a lock is one, and a thread that waits in it would never be left.
   */
  private static boolean isSequential(String name) {
    return (name.startsWith("java.util.")
            && !name.startsWith("java.util.concurrent.")
            && !name.startsWith("java.util.function."))
        || name.startsWith("org.apache.commons.")
        || name.startsWith("org.spaprtce.platform.")
        || name.startsWith("org.spaprtce.oracle.")
        || name.startsWith("org.spaprtce.conformance.norm.")
        || name.equals("org.spaprtce.engine.StateReader");
  }

  /** Adds a scenario: numbers of commands before, and of those at the same time; then a look. */
  static void add(
      Options<?, ?> options, Class<?> machine, List<Integer> opening, List<Integer> together) {
    List<Actor> look = List.of(new Actor(method(machine, "look"), List.of()));
    options.addCustomScenario(
        new ExecutionScenario(
            calls(machine, opening),
            together.stream().map(number -> calls(machine, List.of(number))).toList(),
            look,
            null));
  }

  private static List<Actor> calls(Class<?> machine, List<Integer> numbers) {
    Method call = method(machine, "call");
    List<Actor> actors = new ArrayList<>();
    numbers.forEach(number -> actors.add(new Actor(call, List.of(number))));
    return actors;
  }

  private static Method method(Class<?> machine, String name) {
    return Arrays.stream(machine.getMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(machine + " has no " + name));
  }

  /** Runs all scenarios. */
  static void check(Options<?, ?> options, Class<?> machine, Class<? extends Verifier> verifier) {
    options.verifier(verifier);
    options.check(machine);
  }
}

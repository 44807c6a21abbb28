package org.spaprtce.conformance.concurrency;

import java.util.List;
import java.util.function.Function;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.spaprtce.MachineState;
import org.spaprtce.Outcome;
import org.spaprtce.conformance.sut.ConcurrentSystem;
import org.spaprtce.oracle.Oracle;
import org.spaprtce.oracle.runtime.State;

/** Judges {@link RacingMachine}. */
public final class RacingVerifier extends OracleVerifier {
  private final Oracle oracle = Oracle.of(Racing.SCENARIO.constants());
  private final State start = oracle.initial();
  private final NormCalls norm = new NormCalls(oracle);
  private final ConcurrentSystem vocabulary = new ConcurrentSystem(Racing.SETTING, () -> {});

  /**
   * Made by Lincheck.
   *
   * @param machine what is checked
   */
  public RacingVerifier(Class<?> machine) {
    if (machine != RacingMachine.class) {
      throw new IllegalArgumentException("machine=" + machine);
    }
  }

  @Override
  State start() {
    return start;
  }

  @Override
  Function<State, List<State>> effect(Actor actor, Object returned) {
    return switch (returned) {
      case Outcome outcome ->
          norm.command(
              RacingMachine.command((int) actor.getArguments().getFirst()),
              ConcurrentSystem.answer(outcome));
      case MachineState seen -> NormCalls.look(vocabulary.norm(seen, start.variables()));
      default -> throw new IllegalArgumentException("returned=" + returned);
    };
  }
}

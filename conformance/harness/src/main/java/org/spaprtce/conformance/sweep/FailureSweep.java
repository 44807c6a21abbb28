package org.spaprtce.conformance.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.spaprtce.conformance.sut.Divergence;
import org.spaprtce.conformance.sut.Lockstep;
import org.spaprtce.conformance.sut.Needs;
import org.spaprtce.conformance.sut.Scenario;
import org.spaprtce.conformance.sut.Step;
import org.spaprtce.conformance.sut.SystemUnderTest;
import org.spaprtce.conformance.sut.Taken;
import org.spaprtce.oracle.runtime.Value;

/**
 * Commands that would succeed, each with every step of its environment made to fail in turn.
 *
 * <p>The answer and the whole state must be the norm's, and the host must be left with what the
 * state accounts for. Then the same command is called once more and finds all that it needs, and at
 * last every file is closed: nothing may be left then.
 */
public final class FailureSweep {
  private final Function<Scenario, SystemUnderTest> systems;
  private final Map<String, Map<String, Long>> refused = new TreeMap<>();
  private final Map<String, Map<String, Long>> unaffected = new TreeMap<>();
  private final List<String> differences = new ArrayList<>();
  private int situations;

  private FailureSweep(Function<Scenario, SystemUnderTest> systems) {
    this.systems = systems;
  }

  /**
   * What a sweep found.
   *
   * @param situations the prepared states
   * @param refused by command and step of the environment, how often its failure refused the
   *     command
   * @param unaffected how often the command succeeded all the same, since it did not need that step
   * @param differences what a system did otherwise than the norm, first what it did first
   */
  public record Result(
      int situations,
      Map<String, Map<String, Long>> refused,
      Map<String, Map<String, Long>> unaffected,
      List<String> differences) {
    /** Copies the list. */
    public Result {
      differences = List.copyOf(differences);
    }

    /** The failures that refused a command. */
    public long failures() {
      return refused.values().stream()
          .flatMap(steps -> steps.values().stream())
          .mapToLong(Long::longValue)
          .sum();
    }
  }

  /**
   * Sweeps through every prepared state.
   *
   * @param every one situation of so many is taken
   */
  public static Result of(Function<Scenario, SystemUnderTest> systems, int every) {
    FailureSweep sweep = new FailureSweep(systems);
    sweep.run(every);
    return new Result(sweep.situations, sweep.refused, sweep.unaffected, sweep.differences);
  }

  private void run(int every) {
    try {
      List<Situation> all = Situation.all(systems);
      for (int i = 0; i < all.size(); i += every) {
        situations++;
        Situation situation = all.get(i);
        Needs needs = new Needs(situation.oracle(), situation.state());
        for (Value command : situation.successes(systems).values()) {
          failEach(
              situation, command, Shortage.of(needs, command, situation.scenario().pageSize()));
        }
      }
    } catch (Divergence divergence) {
      differences.add(divergence.toString());
    }
  }

  /** A command that does without the platform does so whatever the platform would answer. */
  private void failEach(Situation situation, Value command, List<Shortage> shortages) {
    boolean asksPlatform = true;
    for (Shortage shortage : shortages) {
      boolean ofPlatform = shortage.step().equals(Shortage.PLATFORM);
      if (!ofPlatform || asksPlatform) {
        boolean isRefused = fail(situation, command, shortage);
        asksPlatform = !ofPlatform || isRefused;
      }
    }
  }

  private boolean fail(Situation situation, Value command, Shortage shortage) {
    try (Lockstep lockstep = situation.resumed(systems)) {
      Taken taken = lockstep.take(new Step.Call(shortage.command()));
      boolean done = taken.result().equals("OK");
      (done ? unaffected : refused)
          .computeIfAbsent(taken.name(), _ -> new TreeMap<>())
          .merge(shortage.step(), 1L, Long::sum);
      lockstep.take(new Step.Call(command));
      Closing.closeAll(lockstep);
      return !done;
    }
  }
}

package org.spaprtce.conformance.sweep;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.spaprtce.conformance.sut.Answer;
import org.spaprtce.conformance.sut.Divergence;
import org.spaprtce.conformance.sut.HostPort;
import org.spaprtce.conformance.sut.HostedSystem;
import org.spaprtce.conformance.sut.Lockstep;
import org.spaprtce.conformance.sut.Observed;
import org.spaprtce.conformance.sut.Scenario;
import org.spaprtce.oracle.Oracle;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/**
 * Commands that would succeed, each with every call that it makes to its host failed in turn, and
 * made to throw in turn.
 *
 * <p>A run in which nothing fails tells how many calls there are. Where a call fails, the answer
 * and the state must be those that the norm has for an environment that always fails there, or
 * never: a system may ask twice. Where it throws, nothing may have changed. In both cases the host
 * must be left with what the state accounts for, and closing all files must leave nothing.
 */
public final class PortSweep {
  private static final Value ZERO = Values.integer(0);
  private static final Map<String, Value> REFUSED = Map.of("platform", Values.string("EIO"));
  private static final Map<String, Map<String, Value>> FAILING =
      Map.of(
          "HostMemory.pin", Map.of("pinned", ZERO),
          "ResourceLimits.memlock", Map.of("memlock", ZERO, "capIpcLock", Values.FALSE),
          "Allocations.records", Map.of("records", ZERO),
          "Allocations.contiguous", Map.of("contiguous", ZERO),
          "Allocations.room", Map.of("room", ZERO));

  private final Function<Scenario, HostedSystem> systems;
  private final Map<String, Map<String, Long>> failed = new TreeMap<>();
  private final Map<String, Map<String, Long>> thrown = new TreeMap<>();
  private final List<String> differences = new ArrayList<>();

  private PortSweep(Function<Scenario, HostedSystem> systems) {
    this.systems = systems;
  }

  /**
   * What a sweep found.
   *
   * @param failed by command and port, how many calls were made to fail
   * @param thrown how many were made to throw
   * @param differences what a system did that the norm does not allow, first what it did first
   */
  public record Result(
      Map<String, Map<String, Long>> failed,
      Map<String, Map<String, Long>> thrown,
      List<String> differences) {
    /** Copies the list. */
    public Result {
      differences = List.copyOf(differences);
    }

    /** The calls that were made to fail or to throw. */
    public long failures() {
      return sum(failed) + sum(thrown);
    }

    private static long sum(Map<String, Map<String, Long>> counts) {
      return counts.values().stream()
          .flatMap(ports -> ports.values().stream())
          .mapToLong(Long::longValue)
          .sum();
    }
  }

  /**
   * Sweeps through every prepared state.
   *
   * @param every one situation of so many is taken
   */
  public static Result of(Function<Scenario, HostedSystem> systems, int every) {
    PortSweep sweep = new PortSweep(systems);
    sweep.run(every);
    return new Result(sweep.failed, sweep.thrown, sweep.differences);
  }

  private void run(int every) {
    try {
      List<Situation> all = Situation.all(systems::apply);
      for (int i = 0; i < all.size() && differences.isEmpty(); i += every) {
        Situation situation = all.get(i);
        for (Value command : situation.successes(systems::apply).values()) {
          sweep(situation, command);
        }
      }
    } catch (Divergence divergence) {
      differences.add(divergence.toString());
    }
  }

  private void sweep(Situation situation, Value command) {
    HostedSystem system = situation.driven(systems);
    List<HostPort> ports = system.ports();
    ports.forEach(HostPort::reset);
    system.execute(command);
    for (int port = 0; port < ports.size(); port++) {
      for (long call = 0; call < ports.get(port).calls(); call++) {
        fail(situation, command, port, call);
        makeThrow(situation, command, port, call);
      }
    }
  }

  private void fail(Situation situation, Value command, int port, long call) {
    HostedSystem system = situation.driven(systems);
    HostPort failing = armed(system, port);
    failing.failAt(call);
    Answer answer = system.execute(command);
    failing.reset();
    count(failed, command, failing);
    Value failingThere = Shortage.changed(command, FAILING.getOrDefault(failing.name(), REFUSED));
    Set<State> allowed = new HashSet<>(successors(situation, command, answer));
    allowed.addAll(successors(situation, failingThere, answer));
    State found = state(situation, system);
    if (!allowed.contains(found)) {
      differ(
          situation, command, "%s call %d failed: %s%n%s".formatted(failing, call, answer, found));
    } else {
      close(situation, system, found, failing + " failed");
    }
  }

  private void makeThrow(Situation situation, Value command, int port, long call) {
    HostedSystem system = situation.driven(systems);
    HostPort throwing = armed(system, port);
    throwing.throwAt(call);
    count(thrown, command, throwing);
    try {
      Answer answer = system.execute(command);
      differ(situation, command, "%s threw, and the answer is %s".formatted(throwing, answer));
    } catch (RuntimeException exception) {
      if (!HostPort.isFault(exception)) {
        throw exception;
      }
    }
    throwing.reset();
    State found = state(situation, system);
    if (!found.equals(situation.state())) {
      differ(
          situation,
          command,
          throwing + " threw: " + Observed.difference(situation.state(), found));
    } else {
      close(situation, system, found, throwing + " threw");
    }
  }

  private static HostPort armed(HostedSystem system, int port) {
    List<HostPort> ports = system.ports();
    ports.forEach(HostPort::reset);
    return ports.get(port);
  }

  private static List<State> successors(Situation situation, Value command, Answer answer) {
    Oracle oracle = situation.oracle();
    return oracle.apply(situation.state(), command, Values.string(answer.result()));
  }

  private static State state(Situation situation, HostedSystem system) {
    return Observed.state(system, situation.oracle().module().variables());
  }

  private void close(Situation situation, HostedSystem system, State state, String after) {
    try (Lockstep lockstep =
        Lockstep.at(situation.scenario(), situation.oracle(), system, situation.path(), state)) {
      Closing.closeAll(lockstep);
    } catch (Divergence divergence) {
      differences.add(after + ", then: " + divergence);
    }
  }

  private void differ(Situation situation, Value command, String what) {
    differences.add("%s%n%s%nafter %s".formatted(Situation.text(command), what, situation.path()));
  }

  private static void count(Map<String, Map<String, Long>> counts, Value command, HostPort port) {
    counts
        .computeIfAbsent(command.field("op").asString(), _ -> new TreeMap<>())
        .merge(port.name(), 1L, Long::sum);
  }
}

package org.spaprtce.conformance.judge;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.spaprtce.conformance.norm.NormConstants;
import org.spaprtce.oracle.Oracle;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/** The norm's view of one process: the oracle with the state it is in. */
final class Norm {
  /** A check that a command makes, and whether it fails now. */
  record Check(long step, String clause, String result, boolean fails) {}

  private final Oracle oracle;
  private State state;

  /**
   * The norm of a process at its start.
   *
   * @param pageSize the page of the host, bytes
   * @param containers how many containers the process will open
   */
  Norm(long pageSize, int containers) {
    List<String> names =
        IntStream.rangeClosed(1, containers).mapToObj(OpenFiles::containerName).toList();
    oracle =
        Oracle.of(
            NormConstants.of(names, BigInteger.valueOf(pageSize), List.of(), BigInteger.ZERO));
    state = oracle.initial();
  }

  private Norm(Oracle oracle, State state) {
    this.oracle = oracle;
    this.state = state;
  }

  /** Lets a command answer so and moves on; false, and no move, if the norm does not allow it. */
  boolean take(Value command, String result) {
    return move(oracle.apply(state, command, Values.string(result)));
  }

  /** Whether the norm allows the answer. */
  boolean allows(Value command, String result) {
    return oracle.allowed(state, command).contains(Values.string(result));
  }

  /** The answers that the norm allows, sorted. */
  Set<String> allowed(Value command) {
    Set<String> names = new TreeSet<>();
    oracle.allowed(state, command).forEach(result -> names.add(result.asString()));
    return names;
  }

  /** The checks that the command makes, in order. */
  List<Check> checks(Value command) {
    List<Check> checks = new ArrayList<>();
    for (Value check : oracle.module().eval(state, "Checks", command).asList()) {
      checks.add(
          new Check(
              check.field("step").asLong(),
              check.field("clause").asString(),
              check.field("result").asString(),
              check.field("fails").asBoolean()));
    }
    return checks;
  }

  /** Takes a step of the environment; false, and no move, if the norm does not allow it. */
  boolean fact(String action, Value... arguments) {
    return move(oracle.fact(state, action, arguments));
  }

  private boolean move(List<State> next) {
    if (next.isEmpty()) {
      return false;
    }
    if (next.size() > 1) {
      throw new IllegalStateException("states=" + next.size() + " after one step");
    }
    state = next.getFirst();
    return true;
  }

  /** Pages of locked_vm. */
  BigInteger lockedVm() {
    return state.get("lockedVm").asBigInteger();
  }

  /** Brings locked_vm to what was recorded, by way of what others charge. */
  void settle(long lockedPages) {
    BigInteger difference = BigInteger.valueOf(lockedPages).subtract(lockedVm());
    if (difference.signum() != 0) {
      BigInteger elsewhere = state.get("elsewhere").asBigInteger().add(difference);
      fact("LockedElsewhere", Values.integer(elsewhere));
    }
  }

  /** Whether the container is bound to the process. */
  boolean isBound(String container) {
    return state.get("bound").asList().contains(Values.string(container));
  }

  /** The windows of a container. */
  List<Value> windows(String container) {
    return state.get("windows").asList().stream()
        .filter(window -> window.field("container").asString().equals(container))
        .toList();
  }

  /** This norm if each block were backed by pages of this size only. */
  Norm withBacking(BigInteger page) {
    List<Value> blocks = new ArrayList<>();
    for (Value block : state.get("regions").asList()) {
      blocks.add(
          Values.record(
              "ua", block.field("ua"),
              "size", block.field("size"),
              "backing", page,
              "holders", block.field("holders"),
              "live", block.field("live")));
    }
    return new Norm(oracle, state.with("regions", Values.set(blocks)));
  }
}

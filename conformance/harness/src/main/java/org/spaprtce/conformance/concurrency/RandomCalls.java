package org.spaprtce.conformance.concurrency;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.spaprtce.conformance.sut.Answer;
import org.spaprtce.conformance.sut.ConcurrentSystem;
import org.spaprtce.conformance.sut.ConcurrentSystem.Request;
import org.spaprtce.conformance.sut.SharedSystem;
import org.spaprtce.oracle.Oracle;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.Value;

/** Calls that are drawn: commands, and now and then what a device finds and the whole state. */
final class RandomCalls {
  private static final int LOOKUPS = 40;
  private static final int LOOKS = 4;

  /**
   * What a call saw.
   *
   * @param answer in a word
   * @param effect what the norm says to it
   */
  record Observation(String answer, Function<State, List<State>> effect) {}

  /**
   * A call to be made.
   *
   * @param name of the operation
   * @param text the call in full
   */
  record Plan(String name, String text, Supplier<Supplier<Observation>> call) {}

  /** A call that was made. */
  record Seen(String thread, Plan plan, Observation observation, long called, long returned) {
    Call<State> asCall() {
      return new Call<>(
          thread + " " + plan.text() + ": " + observation.answer(),
          called,
          returned,
          observation.effect());
    }
  }

  private final SharedSystem system;
  private final NormCalls norm;
  private final List<String> variables;
  private final NavigableMap<Integer, Plan> plans = new TreeMap<>();
  private int total;

  RandomCalls(SharedSystem system, Oracle oracle, Workload workload) {
    this.system = system;
    this.norm = new NormCalls(oracle);
    this.variables = workload.start().variables();
    workload.weights().forEach((command, weight) -> add(weight, command(command)));
    for (String group : workload.groups()) {
      for (long iova : Racing.ADDRESSES) {
        add(LOOKUPS / Racing.ADDRESSES.size(), lookup(group, iova));
      }
    }
    add(LOOKS, look());
  }

  private void add(int weight, Plan plan) {
    plans.put(total, plan);
    total += weight;
  }

  private Plan command(Value command) {
    Request request = ConcurrentSystem.request(Racing.SCENARIO.cast(), command);
    return new Plan(
        command.field("op").asString(),
        request.toString(),
        () -> {
          Supplier<Answer> answer = system.call(request);
          return () -> {
            Answer given = answer.get();
            return new Observation(given.result(), norm.command(command, given));
          };
        });
  }

  private Plan lookup(String group, long iova) {
    return new Plan(
        "device lookup",
        "%s finds at 0x%x".formatted(group, iova),
        () -> {
          Supplier<Value> view = system.lookup(group, iova);
          return () -> {
            Value found = view.get();
            String word = found.asList().isEmpty() ? "nothing" : "memory";
            return new Observation(word, norm.lookup(group, iova, found));
          };
        });
  }

  private Plan look() {
    return new Plan(
        "whole state",
        "the whole state",
        () -> {
          Supplier<State> look = system.look(variables);
          return () -> new Observation("seen", NormCalls.look(look.get()));
        });
  }

  List<Plan> draw(RandomGenerator random, int count) {
    List<Plan> drawn = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      drawn.add(plans.floorEntry(random.nextInt(total)).getValue());
    }
    return drawn;
  }
}

package org.spaprtce.conformance.walk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.spaprtce.conformance.norm.Environment;
import org.spaprtce.conformance.norm.NormCommand;
import org.spaprtce.conformance.norm.NormCommand.NamedFile;
import org.spaprtce.conformance.norm.NormCommand.Target;
import org.spaprtce.conformance.sut.Divergence;
import org.spaprtce.conformance.sut.Lockstep;
import org.spaprtce.conformance.sut.Observed;
import org.spaprtce.conformance.sut.Scenario;
import org.spaprtce.conformance.sut.Step;
import org.spaprtce.conformance.sut.SystemUnderTest;
import org.spaprtce.conformance.sut.Taken;
import org.spaprtce.oracle.Oracle;
import org.spaprtce.oracle.runtime.Label;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.StateGraph;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/**
 * A system taken through every labelled transition of a small model, at 64 bits.
 *
 * <p>It is driven into an image of each state, and there each command of the model is called. Its
 * answer must be that of a transition of the model; it must agree in everything with the oracle for
 * 64 bits; and the state that it is in then must be the image of the one that the transition leads
 * to. Of several answers that the norm allows the system gives one; the others are counted.
 */
public final class Walk {
  private static final String DO = "Do";

  private final String name;
  private final StateGraph graph;
  private final Function<Scenario, SystemUnderTest> systems;
  private final Scale scale;
  private final Scenario scenario;
  private final Oracle real;
  private final Translation translation;
  private final Map<Integer, Place> places = new LinkedHashMap<>();
  private final Deque<Integer> open = new ArrayDeque<>();
  private final List<String> differences = new ArrayList<>();
  private long taken;
  private long alternatives;
  private long refusals;
  private long unsendable;

  /** Where a system is that stands for a state of the model, and how it got there. */
  private record Place(List<Step> path, State state) {}

  /** A step, and the state of the model to which each answer leads. */
  private record Transition(Step step, Map<String, Integer> successors) {}

  private Walk(
      String name,
      Map<String, Value> constants,
      StateGraph graph,
      Function<Scenario, SystemUnderTest> systems) {
    this.name = name;
    this.graph = graph;
    this.systems = systems;
    scale = new Scale(constants);
    scenario = scale.scenario(name);
    real = Oracle.of(scenario.constants());
    translation = new Translation(scale, Oracle.of(constants), real, scenario.pageSize());
  }

  /**
   * What a walk found.
   *
   * @param model the model
   * @param states the states that the system was driven into
   * @param allStates the states of the model
   * @param transitions the labelled transitions that it took
   * @param refusals those of them that were refusals
   * @param alternatives the transitions with another answer to the same command, which the norm
   *     allows beside the one that was given
   * @param unsendable the transitions of commands with a number that does not fit its field
   * @param allTransitions the labelled transitions of the model
   * @param differences what the system did otherwise, first what it did first
   */
  public record Result(
      String model,
      int states,
      int allStates,
      long transitions,
      long refusals,
      long alternatives,
      long unsendable,
      long allTransitions,
      List<String> differences) {
    /** Copies the list. */
    public Result {
      differences = List.copyOf(differences);
    }

    /** Whether nothing differed and nothing was left out. */
    public boolean isComplete() {
      return differences.isEmpty()
          && states == allStates
          && transitions + alternatives + unsendable == allTransitions;
    }
  }

  /**
   * Walks through a model.
   *
   * @param name the model
   * @param constants the constants of the norm in it
   * @param graph its complete state graph
   * @param systems makes the system
   */
  public static Result of(
      String name,
      Map<String, Value> constants,
      StateGraph graph,
      Function<Scenario, SystemUnderTest> systems) {
    Walk walk = new Walk(name, constants, graph, systems);
    walk.run();
    return new Result(
        name,
        walk.places.size(),
        graph.states().size(),
        walk.taken,
        walk.refusals,
        walk.alternatives,
        walk.unsendable,
        graph.edgeCount(),
        walk.differences);
  }

  private void run() {
    for (int i = 0; i < graph.initialCount(); i++) {
      begin(i);
    }
    while (!open.isEmpty() && differences.isEmpty()) {
      int state = open.remove();
      leave(state, places.getOrDefault(state, new Place(List.of(), State.EMPTY)));
    }
  }

  /** Gives the containers the groups and the types that they have in an initial state. */
  private void begin(int number) {
    State start = graph.states().get(number);
    try (Lockstep lockstep = new Lockstep(scenario, real, systems)) {
      opening(start).forEach(lockstep::take);
      arrive(number, lockstep);
    } catch (Divergence divergence) {
      differences.add(divergence.toString());
    }
  }

  private List<Step> opening(State start) {
    List<Step> steps = new ArrayList<>();
    start
        .get("groups")
        .asMap()
        .forEach((group, file) -> {
          if (file.field("open").asBoolean()) {
            steps.add(call(NormCommand.ofGroup("OPEN_GROUP", target(group))));
          }
        });
    start
        .get("containers")
        .asMap()
        .forEach((container, known) -> {
          for (Value group : known.field("groups").asList().reversed()) {
            steps.add(
                call(
                    NormCommand.setContainer(
                        target(group), true, NamedFile.CONTAINER, container.asString())));
          }
          if (known.field("type").asLong() != 0) {
            steps.add(call(NormCommand.setIommu(target(container), known.field("type").asLong())));
          }
        });
    return steps;
  }

  private Target target(Value object) {
    return new Target(
        scenario.cast().processes().getFirst(), object.asString(), Environment.GENEROUS);
  }

  private static Step call(Value command) {
    return new Step.Call(command);
  }

  /** The system must be in the image of a state; if it is there first, it goes on from there. */
  private boolean arrive(int number, Lockstep lockstep) {
    State expected = scale.image(graph.states().get(number));
    State found = Scale.withoutTables(lockstep.state());
    if (!expected.equals(found)) {
      differences.add("%s: %s%n%s".formatted(name, Observed.difference(expected, found), lockstep));
      return false;
    }
    if (places.putIfAbsent(number, new Place(lockstep.steps(), lockstep.state())) == null) {
      open.add(number);
    }
    return true;
  }

  /** The commands that leave the state as it is are called one after the other. */
  private void leave(int number, Place place) {
    List<Transition> transitions = transitions(number, place);
    Lockstep lockstep = resumed(place);
    try {
      for (Transition transition : transitions) {
        if (!lockstep.state().equals(place.state())) {
          lockstep.close();
          lockstep = resumed(place);
        }
        if (!take(transition.step(), transition.successors(), lockstep)) {
          return;
        }
      }
    } catch (Divergence divergence) {
      differences.add(divergence.toString());
    } finally {
      lockstep.close();
    }
  }

  private Lockstep resumed(Place place) {
    return Lockstep.resumed(scenario, real, systems, place.path(), place.state());
  }

  private boolean take(Step step, Map<String, Integer> successors, Lockstep lockstep) {
    if (step instanceof Step.Call call) {
      Set<Value> results = new HashSet<>();
      successors.keySet().forEach(result -> results.add(Values.string(result)));
      Set<Value> allowed = real.allowed(lockstep.state(), call.command());
      if (!results.equals(allowed)) {
        differences.add(
            "%s: the model allows %s, at 64 bits there is %s%n%s%n%s"
                .formatted(name, results, allowed, step, lockstep));
        return false;
      }
    }
    Taken found = lockstep.take(step);
    taken++;
    refusals += found.result().equals("OK") ? 0 : 1;
    alternatives += successors.size() - 1L;
    return arrive(successors.getOrDefault(found.result(), -1), lockstep);
  }

  /** The steps out of a state at 64 bits, and where the model says that each answer leads. */
  private List<Transition> transitions(int number, Place place) {
    Map<Value, Map<String, Integer>> commands = new LinkedHashMap<>();
    List<Transition> steps = new ArrayList<>();
    for (long pair : graph.edges(number)) {
      Label label = graph.labels().get(StateGraph.label(pair));
      int successor = StateGraph.successor(pair);
      if (label.action().equals(DO)) {
        commands
            .computeIfAbsent(label.arguments().get(0), _ -> new HashMap<>())
            .put(label.arguments().get(1).asString(), successor);
      } else {
        steps.add(new Transition(fact(label), Map.of("OK", successor)));
      }
    }
    State here = graph.states().get(number);
    commands.forEach((command, successors) -> {
      Value translated = translation.of(command, here, place.state());
      if (isSendable(translated)) {
        steps.add(new Transition(new Step.Call(translated), successors));
      } else {
        unsendable += successors.size();
      }
    });
    return steps;
  }

  private static Step fact(Label label) {
    if (!label.action().equals(Step.LockedElsewhere.NAME)) {
      throw new IllegalArgumentException("label=" + label + " is no step of the environment");
    }
    return new Step.LockedElsewhere(
        label.arguments().get(0).asString(), label.arguments().get(1).asBigInteger());
  }

  private static boolean isSendable(Value command) {
    for (String field : List.of("vaddr", "iova", "start", "size")) {
      if (command.hasField(field) && command.field(field).asBigInteger().bitLength() > Long.SIZE) {
        return false;
      }
    }
    return true;
  }
}

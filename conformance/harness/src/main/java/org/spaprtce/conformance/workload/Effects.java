package org.spaprtce.conformance.workload;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.spaprtce.conformance.sut.Answer;
import org.spaprtce.conformance.sut.Taken;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/** The ways in which commands change the state, by the clause that says so. */
final class Effects {
  private static final Value VERSION_2 = Values.integer(7);

  private final Taken taken;
  private final Set<String> clauses = new TreeSet<>();

  private Effects(Taken taken) {
    this.taken = taken;
  }

  /** The clauses of what a step changed. */
  static Set<String> of(Taken taken) {
    Effects effects = new Effects(taken);
    boolean done = taken.result().equals(Answer.OK);
    switch (taken.name()) {
      case "REGISTER_MEMORY" -> effects.note(done, effects.grows("regions") ? "REG-8" : "REG-9");
      case "UNREGISTER_MEMORY" ->
          effects.note(done, effects.shrinks("regions") ? "UNR-5" : "UNR-6");
      case "MAP_DMA" -> effects.ofMap(done);
      case "UNMAP_DMA" -> {
        effects.note(done && effects.changes("mappings"), "UNM-5");
        effects.ofOwedWindow(done);
      }
      case "DISABLE" -> effects.note(effects.changes("lockedVm"), "VER-8");
      case "TCE_CREATE" -> {
        effects.note(done, "WIN-13");
        effects.ofOwedWindow(done);
      }
      case "TCE_REMOVE" -> {
        effects.note(done && !effects.changes("windows"), "WIN-16");
        effects.note(effects.changes("mappings"), "WIN-17");
      }
      case "SET_CONTAINER" -> effects.note(effects.changes("windows"), "GRP-10");
      case "CLOSE_GROUP", "CLOSE_DEVICE", "UNSET_CONTAINER" -> effects.ofLeaving(done);
      default -> {}
    }
    effects.note(effects.orphans(), "LIF-4");
    return effects.clauses;
  }

  private void ofMap(boolean done) {
    note(done, changes("mappings") ? "MAP-8" : "MAP-9");
    note(done && isVersion1(), "VER-9");
    note(!done && changes("mappings"), "MAP-14");
    ofOwedWindow(done);
  }

  /** The default window is made by a command that is then refused. */
  private void ofOwedWindow(boolean done) {
    note(!done && grows("windows"), "WIN-1");
  }

  private void ofLeaving(boolean done) {
    Map<Value, Value> before = taken.before().get("containers").asMap();
    Map<Value, Value> after = taken.after().get("containers").asMap();
    before.forEach((name, container) -> {
      List<Value> left = groups(after.getOrDefault(name, container));
      if (left.size() < groups(container).size()) {
        note(!left.isEmpty(), "LIF-1");
        note(
            left.isEmpty() && !container.field("process").asString().equals("no process"), "LIF-2");
      }
    });
    note(done && before.equals(after) && !changes("windows"), "LIF-5");
  }

  private static List<Value> groups(Value container) {
    return container.field("groups").asList();
  }

  /** A run came in a container of version 1. */
  private boolean isVersion1() {
    Set<Value> came = new HashSet<>(taken.after().get("mappings").asList());
    came.removeAll(taken.before().get("mappings").asList());
    Map<Value, Value> containers = taken.after().get("containers").asMap();
    return came.stream()
        .map(run -> run.field("container"))
        .anyMatch(name -> !containers.getOrDefault(name, name).field("type").equals(VERSION_2));
  }

  /** A block is left without holders, or goes with the last TCE that refers to it. */
  private boolean orphans() {
    long before = orphans(taken.before().get("regions"));
    return before != orphans(taken.after().get("regions"));
  }

  private static long orphans(Value regions) {
    return regions.asList().stream().filter(r -> r.field("holders").asList().isEmpty()).count();
  }

  private boolean changes(String variable) {
    return !taken.before().get(variable).equals(taken.after().get(variable));
  }

  private boolean grows(String variable) {
    return size(taken.after().get(variable)) > size(taken.before().get(variable));
  }

  private boolean shrinks(String variable) {
    return size(taken.after().get(variable)) < size(taken.before().get(variable));
  }

  private static int size(Value set) {
    return set.asList().size();
  }

  private void note(boolean met, String clause) {
    if (met) {
      clauses.add(clause);
    }
  }
}

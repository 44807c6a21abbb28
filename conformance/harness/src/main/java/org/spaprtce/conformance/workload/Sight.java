package org.spaprtce.conformance.workload;

import java.math.BigInteger;
import java.util.List;
import org.spaprtce.conformance.sut.Lockstep;
import org.spaprtce.conformance.sut.Needs;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/** What there is to name in a state: by container, by process, by group. */
final class Sight {
  private static final String NO_PROCESS = "no process";
  private static final BigInteger SMALLEST_PAGE = BigInteger.valueOf(1 << 12);

  private final Lockstep lockstep;
  private final State state;

  Sight(Lockstep lockstep) {
    this.lockstep = lockstep;
    this.state = lockstep.state();
  }

  BigInteger page() {
    return lockstep.scenario().pageSize();
  }

  List<String> processes() {
    return lockstep.scenario().cast().processes();
  }

  List<String> containers() {
    return lockstep.scenario().cast().containers();
  }

  List<String> groups() {
    return lockstep.scenario().cast().groups();
  }

  private Value container(String name) {
    return state.get("containers").at(Values.string(name));
  }

  long type(String container) {
    return container(container).field("type").asLong();
  }

  /** The process that a container is bound to, or the other one. */
  String owner(String container, String other) {
    String owner = container(container).field("process").asString();
    return owner.equals(NO_PROCESS) ? other : owner;
  }

  /** Whether a container is owed a default window that the machine does not have. */
  boolean isOwedNothing(String container) {
    return container(container).field("pending").asBoolean()
        && value("Capability", Values.string(container)).field("size").asBigInteger().signum() == 0;
  }

  boolean hasGroups(String container) {
    return !container(container).field("groups").asList().isEmpty();
  }

  boolean isOpen(String group) {
    return state.get("groups").at(Values.string(group)).field("open").asBoolean();
  }

  boolean hasDevices(String group) {
    return state.get("groups").at(Values.string(group)).field("devices").asLong() > 0;
  }

  boolean hasHome(String group) {
    return containers().stream()
        .anyMatch(c -> container(c).field("groups").asList().contains(Values.string(group)));
  }

  BigInteger lockedVm(String process) {
    return state.get("lockedVm").at(Values.string(process)).asBigInteger();
  }

  BigInteger elsewhere(String process) {
    return state.get("elsewhere").at(Values.string(process)).asBigInteger();
  }

  /** The blocks of a process. */
  List<Value> blocks(String process) {
    return of("regions", "process", process);
  }

  /** The windows of a container, the one that it is owed included. */
  List<Value> windows(String container) {
    return value("WindowsOf", Values.string(container)).asList();
  }

  /** The runs of a container. */
  List<Value> runs(String container) {
    return of("mappings", "container", container);
  }

  private List<Value> of(String variable, String field, String name) {
    Value value = Values.string(name);
    return state.get(variable).asList().stream().filter(v -> v.field(field).equals(value)).toList();
  }

  /** The page of a window; of no window, the smallest. */
  static BigInteger unit(List<Value> windows, int choice) {
    return windows.isEmpty()
        ? SMALLEST_PAGE
        : windows.get(choice % windows.size()).field("page").asBigInteger();
  }

  /** What a command asks of its environment. */
  Needs needs() {
    return new Needs(lockstep.oracle(), state);
  }

  private Value value(String operator, Value... arguments) {
    return needs().value(operator, arguments);
  }

  Value constant(String name) {
    return lockstep.scenario().constant(name);
  }
}
